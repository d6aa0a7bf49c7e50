"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { useLocale, useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { previewPolicyDraft, publishPolicyDraft } from "@/lib/domains/admission/actions/standards";
import type { DraftedKind } from "@/lib/domains/admission/schema/standards-form";
import { formatDate } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";

type Notice = { affected: number; noticeDays: number; manyOpenApplications: number; earliest: string };

type PublishDialogProps = {
	kind: DraftedKind;
	draftId: string;
	nextVersion: number;
	isReady: boolean;
	/** Brings everything to the server first; answers the draft's version, or null when it could not. */
	flush: () => Promise<number | null>;
	/** What changes, shown once more before it is published. */
	children: React.ReactNode;
};

/** The last step: what changes, how many it affects, and the day it takes effect. */
export function PublishDialog({ kind, draftId, nextVersion, isReady, flush, children }: PublishDialogProps) {
	const t = useTranslations("standards");
	const locale = useLocale();
	const router = useRouter();
	const errorText = useErrorText();
	const [open, setOpen] = useState(false);
	const [notice, setNotice] = useState<Notice | null>(null);
	const [day, setDay] = useState("");
	const [error, setError] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	function explain({ reason, params }: { reason: string; params?: Record<string, string | number> }) {
		const earliest = params?.earliest;
		const told =
			typeof earliest === "string" ? { ...params, earliest: formatDate(earliest, locale) } : params;
		setError(errorText(reason, told));
	}
	function show() {
		setOpen(true);
		setError(null);
		setNotice(null);
		startTransition(async () => {
			if ((await flush()) === null) return setError(errorText("STALE_VERSION"));
			const outcome = await previewPolicyDraft({ kind });
			if (!outcome.ok) return explain(outcome);
			setNotice(outcome);
			setDay(outcome.earliest);
		});
	}
	function publish() {
		setError(null);
		startTransition(async () => {
			const version = await flush();
			if (version === null) return setError(errorText("STALE_VERSION"));
			const outcome = await publishPolicyDraft({ kind, draftId, version, effectiveOn: day });
			if (!outcome.ok) return explain(outcome);
			toast.success(t("draft.published", { version: outcome.publishedVersion, told: outcome.told }));
			router.push(routes.ops.standards(kind === "agreement" ? kind : undefined));
		});
	}
	return (
		<>
			<Button disabled={!isReady} onClick={show}>
				{t("draft.publish")}
			</Button>
			<Dialog open={open} onOpenChange={(next) => !pending && setOpen(next)}>
				<DialogContent
					size="lg"
					title={t("draft.publishTitle", { version: nextVersion })}
					description={t("draft.publishText")}
				>
					<div className="space-y-4">
						<div className="max-h-72 overflow-y-auto rounded-lg border px-4 py-2">{children}</div>
						{!notice && pending && (
							<p role="status" className="flex items-center gap-2 text-ink-soft text-sm">
								<Spinner /> {t("draft.measuring")}
							</p>
						)}
						{notice && (
							<>
								<Banner>
									{t("draft.noticeRule", {
										affected: notice.affected,
										many: notice.manyOpenApplications,
										days: notice.noticeDays,
										earliest: formatDate(notice.earliest, locale),
									})}
								</Banner>
								<Field label={t("draft.effectiveOn")} required className="max-w-56">
									<Input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
								</Field>
							</>
						)}
						{error && (
							<Banner tone="danger" role="alert">
								{error}
							</Banner>
						)}
						<DialogActions>
							<Button pending={pending && notice !== null} disabled={!notice || day === ""} onClick={publish}>
								{t("draft.publishTitle", { version: nextVersion })}
							</Button>
						</DialogActions>
					</div>
				</DialogContent>
			</Dialog>
		</>
	);
}
