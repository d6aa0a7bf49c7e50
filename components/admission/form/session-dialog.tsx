"use client";

import { ExternalLink } from "lucide-react";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { routes } from "@/lib/platform/routes/routes";

export type SessionDialogProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	/** Tries to save again. */
	onResume: () => Promise<boolean>;
};

/** The session is over: sign in again in another tab, come back and go on, without a word lost. */
export function SessionDialog({ open, onOpenChange, onResume }: SessionDialogProps) {
	const t = useTranslations("admission");
	const [pending, startTransition] = useTransition();
	function resume() {
		startTransition(async () => {
			await onResume();
		});
	}
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogContent title={t("session.title")} description={t("session.text")}>
				<ol className="list-decimal space-y-1.5 pl-5 text-ink-soft text-sm">
					<li>{t("session.first")}</li>
					<li>{t("session.second")}</li>
				</ol>
				<DialogActions>
					<Button asChild variant="secondary">
						<a href={routes.signIn(routes.partner.application())} target="_blank" rel="noreferrer">
							{t("session.signIn")}
							<ExternalLink aria-hidden="true" />
						</a>
					</Button>
					<Button pending={pending} onClick={resume}>
						{t("session.resume")}
					</Button>
				</DialogActions>
			</DialogContent>
		</Dialog>
	);
}
