"use client";

import { useTranslations } from "use-intl";
import type { usePublishing } from "@/components/policies/use-publishing";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";

type PublishingDialogProps<Notice extends { earliest: string }> = {
	publishing: ReturnType<typeof usePublishing<Notice>>;
	/** The button that opens it. */
	label: string;
	isReady: boolean;
	title: string;
	description: string;
	/** The notice the law or the policy asks for, in words. */
	ruleOf: (notice: Notice) => string;
	/** What else is asked before it is sent. */
	fields?: React.ReactNode;
	isFilled?: boolean;
	sendLabel: string;
	onSend: () => void;
	/** What changes, shown once more. */
	children: React.ReactNode;
};

/** From a draft to its day: what changes, how many it affects, and from when it shall be in force. */
export function PublishingDialog<Notice extends { earliest: string }>({
	publishing,
	label,
	isReady,
	title,
	description,
	ruleOf,
	fields,
	isFilled = true,
	sendLabel,
	onSend,
	children,
}: PublishingDialogProps<Notice>) {
	const t = useTranslations("policies");
	const { notice, day, error } = publishing;
	return (
		<>
			<Button disabled={!isReady} onClick={publishing.show}>
				{label}
			</Button>
			<Dialog open={publishing.open} onOpenChange={publishing.onOpenChange}>
				<DialogContent size="lg" title={title} description={description}>
					<div className="space-y-4">
						<div className="max-h-60 overflow-y-auto rounded-lg border px-4 py-2">{children}</div>
						{publishing.isMeasuring && (
							<p role="status" className="flex items-center gap-2 text-ink-soft text-sm">
								<Spinner /> {t("draft.measuring")}
							</p>
						)}
						{notice && (
							<>
								<Banner>{ruleOf(notice)}</Banner>
								<Field label={t("draft.effectiveOn")} required className="max-w-56">
									<Input
										type="date"
										value={day}
										onChange={(event) => publishing.setDay(event.target.value)}
									/>
								</Field>
								{fields}
							</>
						)}
						{error && (
							<Banner tone="danger" role="alert">
								{error}
							</Banner>
						)}
						<DialogActions>
							<Button
								pending={publishing.isSending}
								disabled={!notice || day === "" || !isFilled}
								onClick={onSend}
							>
								{sendLabel}
							</Button>
						</DialogActions>
					</div>
				</DialogContent>
			</Dialog>
		</>
	);
}
