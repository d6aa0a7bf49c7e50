"use client";

import { useTranslations } from "use-intl";
import { ReasonDialog } from "@/components/forms/reason-dialog";
import { Button } from "@/components/ui/button";
import { releaseBrandShop } from "@/lib/domains/playbook/actions/shops";

type Props = { brandId: string; shopId: number; name: string };

export function ReleaseShop({ brandId, shopId, name }: Props) {
	const t = useTranslations("brandshops.release");
	return (
		<ReasonDialog
			trigger={
				<Button variant="ghost" size="sm" aria-label={t("label", { name })}>
					{t("action")}
				</Button>
			}
			title={t("label", { name })}
			description={t("hint")}
			label={t("reason")}
			submitLabel={t("action")}
			tone="danger"
			done={t("done", { name })}
			action={(reason) => releaseBrandShop({ brandId, shopId, reason })}
		/>
	);
}
