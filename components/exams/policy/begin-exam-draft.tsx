"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { beginExamPolicyDraft } from "@/lib/domains/certification/actions/exam-policy";
import { routes } from "@/lib/platform/routes/routes";

export function BeginExamDraft({ version, isSecondary }: { version: number; isSecondary: boolean }) {
	const t = useTranslations("exampolicy.overview");
	const router = useRouter();
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	function begin() {
		startTransition(async () => {
			if (await run(beginExamPolicyDraft({ baseVersion: version }), t("began")))
				router.push(routes.ops.examPolicyDraft());
		});
	}
	return (
		<Button variant={isSecondary ? "secondary" : "primary"} pending={pending} onClick={begin}>
			{t("begin", { version })}
		</Button>
	);
}
