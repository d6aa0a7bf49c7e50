"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { beginStepPolicyDraft } from "@/lib/domains/playbook/actions/step-policy";
import { routes } from "@/lib/platform/routes/routes";

export function BeginStepPolicyDraft({ version, isSecondary }: { version: number; isSecondary: boolean }) {
	const t = useTranslations("steppolicy");
	const router = useRouter();
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	function begin() {
		startTransition(async () => {
			if (await run(beginStepPolicyDraft({ baseVersion: version }), t("overview.began")))
				router.push(routes.ops.stepPolicyDraft());
		});
	}
	return (
		<Button variant={isSecondary ? "secondary" : "primary"} pending={pending} onClick={begin}>
			{t("overview.begin", { version })}
		</Button>
	);
}
