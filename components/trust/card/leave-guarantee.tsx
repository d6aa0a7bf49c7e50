"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { leaveTrustGuarantee } from "@/lib/domains/trust/actions/card";
import type { Guarantee } from "@/lib/domains/trust/types/claims";

/** Gives a guarantee up, after saying whom that leaves covered. */
export function LeaveGuarantee({ shopId, guarantee }: { shopId: number; guarantee: Guarantee }) {
	const t = useTranslations("trustcard");
	const rules = useTranslations("trustrules");
	const router = useRouter();
	const run = useActionButton();
	const name = rules(`guarantee.${guarantee}`);
	async function leave() {
		await run(leaveTrustGuarantee({ shopId, guarantee }), t("optOut.done"));
		router.refresh();
	}
	return (
		<ConfirmDialog
			trigger={
				<Button size="sm" variant="ghost" aria-label={`${t("optOut.open")} ${name}`}>
					{t("optOut.open")}
				</Button>
			}
			title={t("optOut.title", { name })}
			description={t("optOut.text")}
			confirmLabel={t("optOut.submit")}
			tone="danger"
			onConfirm={leave}
		/>
	);
}
