"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { endSession } from "@/lib/domains/identity/actions/sessions";

export function EndSignIn({ id, device }: { id: string; device: string }) {
	const t = useTranslations("identity.sessions");
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	return (
		<Button
			variant="secondary"
			size="sm"
			pending={pending}
			aria-label={t("revokeLabel", { device })}
			onClick={() =>
				startTransition(async () => {
					await run(endSession({ id }), t("revoked"));
				})
			}
		>
			{t("revoke")}
		</Button>
	);
}
