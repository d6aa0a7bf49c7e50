"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { beginTrustPolicyDraft } from "@/lib/domains/trust/actions/policies";
import type { TrustPolicyKind } from "@/lib/domains/trust/types/policy";
import { routes } from "@/lib/platform/routes/routes";

type Props = { kind: TrustPolicyKind; version: number; isSecondary: boolean };

export function BeginTrustDraft({ kind, version, isSecondary }: Props) {
	const t = useTranslations("trustrules");
	const router = useRouter();
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	function begin() {
		startTransition(async () => {
			if (await run(beginTrustPolicyDraft({ kind, baseVersion: version }), t("overview.began")))
				router.push(routes.ops.trustPolicyDraft(kind));
		});
	}
	return (
		<Button variant={isSecondary ? "secondary" : "primary"} pending={pending} onClick={begin}>
			{t("overview.begin", { version })}
		</Button>
	);
}
