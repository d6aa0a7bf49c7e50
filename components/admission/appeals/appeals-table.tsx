import Link from "next/link";
import { SlaBadge } from "@/components/admission/sla-badge";
import { Button } from "@/components/ui/button";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { mayReleaseAppeal, objectionToJudging } from "@/lib/domains/admission/policy";
import { readReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type { Appeals } from "@/lib/domains/admission/types";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ReleaseAppealButton, TakeAppealButton } from "./appeal-buttons";
import { AppealStateBadge } from "./appeal-state-badge";

type Row = Appeals["rows"][number];
type Shared = Pick<Appeals, "calendar" | "today" | "viewer" | "canJudge">;

const columns = ["company", "filed", "sla", "assignee", "state"] as const;

export async function AppealsTable({ rows, ...shared }: Shared & { rows: readonly Row[] }) {
	const t = await getTranslations("review");
	return (
		<Table label={t("appeal.tableLabel")}>
			<TableHeader>
				<TableRow>
					{columns.map((column) => (
						<TableHead key={column} className={column === "filed" ? "max-sm:hidden" : undefined}>
							{t(`appeal.columns.${column}`)}
						</TableHead>
					))}
					<TableHead className="text-right">{t("appeal.columns.actions")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<AppealLine key={row.id} row={row} {...shared} />
				))}
			</TableBody>
		</Table>
	);
}

async function AppealLine({ row, calendar, today, viewer, canJudge }: Shared & { row: Row }) {
	const [t, locale] = await Promise.all([getTranslations("review"), getLocale()]);
	const holder = row.assigneeId === viewer.userId ? t("appeal.me") : row.assigneeName;
	return (
		<TableRow>
			<TableRowHead className="min-w-56 max-w-80">
				<Link
					href={routes.ops.appeal(row.id)}
					className="wrap-anywhere line-clamp-2 rounded-sm hover:text-brand-ink"
				>
					{row.companyName}
				</Link>
				<span className="figure block font-mono font-normal text-2xs text-ink-faint">
					{row.number} · {row.applicationNumber}
				</span>
			</TableRowHead>
			<TableCell className="figure whitespace-nowrap max-sm:hidden">
				{formatDate(row.filedAt, locale)}
			</TableCell>
			<TableCell>
				{row.state === "OPEN" ? (
					<SlaBadge clock={readReviewClock(calendar, row.dueOn, today)} />
				) : (
					<span className="figure whitespace-nowrap text-ink-faint text-xs">
						{row.decidedAt ? formatDateTime(row.decidedAt, locale) : "–"}
					</span>
				)}
			</TableCell>
			<TableCell className="whitespace-nowrap">
				{(row.state === "OPEN" ? holder : row.deciderName) ?? <span className="text-ink-faint">–</span>}
			</TableCell>
			<TableCell>
				<AppealStateBadge state={row.state} />
			</TableCell>
			<TableCell className="text-right">
				<LineActions row={row} viewer={viewer} canJudge={canJudge} />
			</TableCell>
		</TableRow>
	);
}

async function LineActions({ row, viewer, canJudge }: Pick<Shared, "viewer" | "canJudge"> & { row: Row }) {
	const t = await getTranslations("review");
	const target = { appealId: row.id, version: row.version };
	const objection = objectionToJudging(viewer.role, row);
	const isMine = canJudge && mayReleaseAppeal(row, viewer.userId);
	const isFree = canJudge && row.state === "OPEN" && row.assigneeId === null && !objection;
	const isBarred = canJudge && row.state === "OPEN" && objection !== null;
	return (
		<span className="inline-flex items-center justify-end gap-1">
			{isBarred && <span className="text-ink-faint text-xs">{t("appeal.barred")}</span>}
			{isFree && <TakeAppealButton target={target} label={t("appeal.claim")} size="sm" leadsOn />}
			{isMine && <ReleaseAppealButton target={target} label={t("appeal.release")} size="sm" />}
			{!isFree && (
				<Button asChild variant="ghost" size="sm">
					<Link href={routes.ops.appeal(row.id)}>{t(isMine ? "appeal.open" : "appeal.view")}</Link>
				</Button>
			)}
		</span>
	);
}
