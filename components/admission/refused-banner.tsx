"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { routes } from "@/lib/platform/routes/routes";

/** Why a form was not taken; after an expired session, the way to sign in that leaves the form as it is. */
export function RefusedBanner({ reason, text }: { reason: string; text: string | undefined }) {
	const t = useTranslations("activation");
	if (!text) return null;
	return (
		<Banner
			tone="danger"
			role="alert"
			actions={
				reason === "SIGNED_OUT" && (
					<Button asChild variant="secondary" size="sm">
						<a href={routes.signIn(routes.partner.application())} target="_blank" rel="noreferrer">
							{t("signInAgain")}
							<ExternalLink aria-hidden="true" />
						</a>
					</Button>
				)
			}
		>
			{text}
		</Banner>
	);
}
