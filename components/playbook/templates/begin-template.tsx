"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { beginPlaybookTemplate } from "@/lib/domains/playbook/actions/templates";
import { routes } from "@/lib/platform/routes/routes";

export function BeginTemplate() {
	const t = useTranslations("playbooktemplates");
	const router = useRouter();
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	function begin() {
		startTransition(async () => {
			if (await run(beginPlaybookTemplate({}), t("began"))) router.push(routes.ops.playbookTemplateDraft());
		});
	}
	return (
		<Button pending={pending} onClick={begin}>
			{t("begin")}
		</Button>
	);
}
