"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { beginPolicyDraft } from "@/lib/domains/admission/actions/standards";
import type { DraftedKind } from "@/lib/domains/admission/schema/standards-form";
import { routes } from "@/lib/platform/routes/routes";

export function BeginDraft({
	kind,
	version,
	isSecondary,
}: {
	kind: DraftedKind;
	version: number;
	isSecondary?: boolean;
}) {
	const t = useTranslations("standards");
	const router = useRouter();
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	return (
		<Button
			variant={isSecondary ? "secondary" : "primary"}
			pending={pending}
			onClick={() =>
				startTransition(async () => {
					const done = await run(beginPolicyDraft({ kind, baseVersion: version }), t("overview.began"));
					if (done) router.push(routes.ops.standardsDraft(kind === "agreement" ? kind : undefined));
				})
			}
		>
			{t("overview.begin", { version })}
		</Button>
	);
}
