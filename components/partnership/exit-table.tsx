import Link from "next/link";
import { SlaBadge } from "@/components/admission/sla-badge";
import { Badge } from "@/components/ui/badge";
import { StatusBadge } from "@/components/ui/status-badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { readReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import { lastDecisionDay } from "@/lib/domains/partnership/rules/exit-clock";
import type { ExitCaseRecord } from "@/lib/domains/partnership/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import type { WorkCalendar } from "@/lib/platform/time/working-days";
import { DayBadge } from "./day-badge";
import { exitTones } from "./tones";

type Row = ExitCaseRecord & { partnerName: string; openedByName: string | null };
type Clocks = {
	calendar: WorkCalendar;
	today: string;
	policy: Pick<AdmissionPolicy, "appealWindowDays" | "appealAnswerWorkingDays">;
};
type Props = Clocks & { rows: readonly Row[] };

export async function ExitTable({ rows, ...clocks }: Props) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	return (
		<Table label={t("exits.title")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("exits.partner")}</TableHead>
					<TableHead>{t("exit.kind")}</TableHead>
					<TableHead>{t("exits.state")}</TableHead>
					<TableHead>{t("exits.clock")}</TableHead>
					<TableHead>{t("exit.openedBy")}</TableHead>
					<TableHead>{t("exit.openedAt")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<TableRow key={row.id}>
						<TableRowHead>
							<Link href={routes.ops.exit(row.id)} className="text-brand-ink hover:underline">
								{row.partnerName}
							</Link>
							<span className="figure block text-ink-faint text-xs">{row.number}</span>
						</TableRowHead>
						<TableCell className="whitespace-nowrap">{t(`exit.kinds.${row.kind}`)}</TableCell>
						<TableCell>
							<span className="flex gap-1.5">
								<StatusBadge status={row.state} tones={exitTones} label={t(`exit.states.${row.state}`)} />
								{row.isAppeal && <Badge tone="warning">{t("exits.appeal")}</Badge>}
							</span>
						</TableCell>
						<TableCell>
							<Clock row={row} {...clocks} />
						</TableCell>
						<TableCell className="whitespace-nowrap">{row.openedByName}</TableCell>
						<TableCell className="figure whitespace-nowrap">{formatDate(row.openedAt, locale)}</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}

/** What the case waits for: the partner's last day, or the day the decision is due. */
async function Clock({ row, calendar, today, policy }: Clocks & { row: Row }) {
	const locale = await getLocale();
	if (row.state === "NOTICE" && row.replyBy >= today) return <DayBadge day={row.replyBy} today={today} />;
	if (row.state === "NOTICE" || row.state === "REPLIED") {
		const dueOn = row.decideBy ?? lastDecisionDay(policy, calendar, row.replyBy);
		return <SlaBadge clock={readReviewClock(calendar, dueOn, today)} />;
	}
	return (
		<span className="figure text-ink-soft">
			{row.effectiveOn ? formatDate(row.effectiveOn, locale) : "–"}
		</span>
	);
}
