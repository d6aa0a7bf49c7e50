import Link from "next/link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ProbationRecord } from "@/lib/domains/partnership/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { DayBadge } from "./day-badge";
import { CloseProbationButtons } from "./exit-buttons";
import { GiveNoticeDialog } from "./give-notice-dialog";
import { PlanList } from "./plan-list";
import { closingNoteOf, reasonOf } from "./probation-reason";
import { probationTones } from "./tones";
import { Words } from "./words";

type Row = ProbationRecord & { partnerName: string; partnerStatus: string };
type Props = { probation: Row; today: string; canManage: boolean; windowDays: number };

/** One probation as work: why, the plan with the partner's words, and what a lead may do about it. */
export async function ProbationCard(props: Props) {
	const { probation, today } = props;
	const [t, locale, reason, closingNote] = await Promise.all([
		getTranslations("partnership"),
		getLocale(),
		reasonOf(probation),
		closingNoteOf(probation),
	]);
	return (
		<Card>
			<CardHeader
				title={
					<span className="flex flex-wrap items-center gap-2">
						<Link href={routes.ops.partner(probation.partnerId)} className="text-brand-ink hover:underline">
							{probation.partnerName}
						</Link>
						<StatusBadge
							status={probation.state}
							tones={probationTones}
							label={t(`probation.states.${probation.state}`)}
						/>
						{probation.state === "OPEN" && <DayBadge day={probation.deadline} today={today} />}
					</span>
				}
				description={t("probation.span", {
					from: formatDate(probation.openedAt, locale),
					to: formatDate(probation.deadline, locale),
				})}
				actions={<Actions {...props} />}
			/>
			<CardBody className="space-y-2">
				<Words className="text-ink-soft">{reason}</Words>
				<PlanList items={probation.plan.items} today={today} />
				{closingNote && <Words className="rounded-md bg-sunken p-3">{closingNote}</Words>}
			</CardBody>
		</Card>
	);
}

async function Actions({ probation, canManage, windowDays }: Props) {
	const t = await getTranslations("partnership");
	if (!canManage || probation.partnerStatus !== "PROBATION") return null;
	if (probation.state === "OPEN")
		return <CloseProbationButtons probation={probation} company={probation.partnerName} />;
	if (probation.state !== "FAILED") return null;
	return (
		<GiveNoticeDialog
			size="sm"
			partner={{ id: probation.partnerId, name: probation.partnerName }}
			windowDays={windowDays}
			kind="FAILED_STANDARDS"
			reasons={["PROBATION_FAILED"]}
			statement={t("give.probationStatement", { note: probation.closingNote ?? "" })}
		/>
	);
}
