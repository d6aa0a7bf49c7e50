import { EvidenceList } from "@/components/files/evidence-list";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { StatusBadge, type StatusTones } from "@/components/ui/status-badge";
import type { AppealState, OwnAppeal } from "@/lib/domains/admission/types";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { WithdrawAppealButton } from "./withdraw-appeal-button";

const tones: StatusTones<AppealState> = {
	OPEN: "info",
	DISMISSED: "danger",
	OVERTURNED: "success",
	WITHDRAWN: "neutral",
};

/** An appeal as its company follows it: filed, due, and how it ended, with the reason. */
export async function AppealCard({
	appeal,
	files = [],
}: {
	appeal: OwnAppeal;
	files?: readonly EvidenceFile[];
}) {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const { state, number, grounds, filedAt, filedByName, dueOn, decidedAt, decisionReason } = appeal;
	return (
		<Card>
			<CardHeader
				title={t("appeal.title", { number })}
				description={t("appeal.filed", { at: formatDateTime(filedAt, locale), by: filedByName ?? "" })}
				actions={
					<>
						<StatusBadge status={state} tones={tones} label={t(`appeal.states.${state}`)} />
						{state === "OPEN" && <WithdrawAppealButton appealId={appeal.id} />}
					</>
				}
			/>
			<CardBody className="space-y-4 text-sm">
				<p className="text-ink">{t(`appeal.next.${state}`, { dueOn: formatDate(dueOn, locale) })}</p>
				<div>
					<p className="text-ink-faint text-xs">{t("appeal.groundsLabel")}</p>
					<p className="wrap-anywhere mt-1 whitespace-pre-line text-ink-soft">{grounds}</p>
				</div>
				{files.length > 0 && <EvidenceList files={files} label={t("appeal.filesLabel")} />}
				{decisionReason && (
					<div className="rounded-md bg-sunken px-4 py-3">
						<p className="figure text-ink-faint text-xs">
							{t("appeal.answer", { at: decidedAt ? formatDateTime(decidedAt, locale) : "" })}
						</p>
						<p className="wrap-anywhere mt-1 whitespace-pre-line text-ink">{decisionReason}</p>
					</div>
				)}
			</CardBody>
		</Card>
	);
}
