"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { beginTierPolicyDraft } from "@/lib/domains/tiers/actions/policy-lab";
import { routes } from "@/lib/platform/routes/routes";

export function BeginPolicyDraft({ version, isSecondary }: { version: number; isSecondary?: boolean }) {
	const t = useTranslations("policylab");
	const router = useRouter();
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	function begin() {
		startTransition(async () => {
			if (await run(beginTierPolicyDraft({ baseVersion: version }), t("overview.began")))
				router.push(routes.ops.tierPolicyDraft());
		});
	}
	return (
		<Button variant={isSecondary ? "secondary" : "primary"} pending={pending} onClick={begin}>
			{t("overview.begin", { version })}
		</Button>
	);
}
