import { EvidenceUpload } from "@/components/files/evidence-upload";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import type { PartnerRecord, ProbationRecord } from "@/lib/domains/partnership/types";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { DayBadge } from "./day-badge";
import { PlanList } from "./plan-list";
import { closingNoteOf, reasonOf } from "./probation-reason";
import { probationTones } from "./tones";
import { Words } from "./words";

type Props = {
	partner: PartnerRecord;
	probation: ProbationRecord | null;
	files: { plan: readonly EvidenceFile[] };
	today: string;
};

/** The plan before the partner: why, what, by when, and where it may report. */
export async function OwnProbation({ partner, probation, files, today }: Props) {
	if (!probation || (probation.state !== "OPEN" && partner.status !== "PROBATION")) return null;
	const [t, locale, reason, closingNote] = await Promise.all([
		getTranslations("partnership"),
		getLocale(),
		reasonOf(probation),
		closingNoteOf(probation),
	]);
	const isOpen = probation.state === "OPEN";
	return (
		<Card>
			<CardHeader
				title={
					<span className="flex flex-wrap items-center gap-2">
						{t("probation.title")}
						<StatusBadge
							status={probation.state}
							tones={probationTones}
							label={t(`probation.states.${probation.state}`)}
						/>
						{isOpen && <DayBadge day={probation.deadline} today={today} />}
					</span>
				}
				description={t("probation.until", { day: formatDate(probation.deadline, locale) })}
			/>
			<CardBody className="space-y-4">
				<div>
					<h3 className="mb-1 font-medium text-ink text-sm">{t("probation.why")}</h3>
					<Words className="text-ink-soft">{reason}</Words>
				</div>
				<div>
					<h3 className="font-medium text-ink text-sm">{t("probation.plan")}</h3>
					<PlanList
						items={probation.plan.items}
						today={today}
						target={isOpen ? { probationId: probation.id, version: probation.version } : undefined}
					/>
				</div>
				{isOpen && (
					<EvidenceUpload
						purpose="PROBATION"
						subject={probation.id}
						files={files.plan}
						label={t("probation.files")}
						hint={t("probation.filesHint")}
					/>
				)}
				{closingNote && <Words className="rounded-md bg-sunken p-3">{closingNote}</Words>}
			</CardBody>
		</Card>
	);
}
