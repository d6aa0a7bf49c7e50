import Link from "next/link";
import { SlaBadge } from "@/components/admission/sla-badge";
import { StateBadge } from "@/components/admission/state-badge";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import {
	Table,
	TableBody,
	TableCell,
	type TableDensity,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { mayRelease, mayTake } from "@/lib/domains/admission/policy";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import { readReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type { Queue, QueueRow } from "@/lib/domains/admission/types";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ClaimButton, ReleaseButton } from "./assignment-buttons";

export type QueueTableProps = Pick<
	Queue,
	"page" | "tracks" | "today" | "viewer" | "canReview" | "calendar"
> & {
	density: TableDensity;
};

const columns = ["company", "track", "contact", "submitted", "sla", "checks", "assignee", "state"] as const;

export async function QueueTable({ page, density, ...queue }: QueueTableProps) {
	const t = await getTranslations("admission");
	return (
		<Table label={t("queue.tableLabel")} density={density}>
			<TableHeader>
				<TableRow>
					{columns.map((column) => (
						<TableHead key={column}>{t(`queue.columns.${column}`)}</TableHead>
					))}
					<TableHead className="text-right">{t("queue.columns.actions")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{page.rows.map((row) => (
					<ApplicationRow key={row.id} row={row} {...queue} />
				))}
			</TableBody>
		</Table>
	);
}

type RowProps = Omit<QueueTableProps, "page" | "density"> & { row: QueueRow };

async function ApplicationRow({ row, tracks, today, viewer, canReview, calendar }: RowProps) {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const track = tracks.find((one) => one.code === row.primaryTrack);
	const waits = row.state === "SUBMITTED" || row.state === "IN_REVIEW";
	const clock = waits && row.dueOn ? readReviewClock(calendar, row.dueOn, today) : null;
	const isMine = row.assigneeId === viewer.userId;
	return (
		<TableRow>
			<TableRowHead className="min-w-56 max-w-80">
				<Link
					href={routes.ops.application(row.id)}
					className="wrap-anywhere line-clamp-2 rounded-sm hover:text-brand-ink"
				>
					{row.companyName}
				</Link>
				<span className="figure block font-mono font-normal text-2xs text-ink-faint">{row.number}</span>
			</TableRowHead>
			<TableCell className="whitespace-nowrap">
				<span className="block">{track && (locale === "en" ? track.nameEn : track.nameZh)}</span>
				<span className="block text-ink-faint text-xs">{row.region && nameRegion(row.region, locale)}</span>
			</TableCell>
			<TableCell className="whitespace-nowrap">{row.contactName}</TableCell>
			<TableCell className="figure whitespace-nowrap">
				<span className="block">{formatDate(row.submittedAt, locale)}</span>
				<span className="block text-ink-faint text-xs">
					{formatDateTime(row.submittedAt, locale).slice(-5)}
				</span>
			</TableCell>
			<TableCell>{clock ? <SlaBadge clock={clock} /> : <span className="text-ink-faint">–</span>}</TableCell>
			<TableCell>
				<ChecksCell row={row} />
			</TableCell>
			<TableCell className="whitespace-nowrap">
				{isMine ? t("queue.assignee.me") : (row.assigneeName ?? <span className="text-ink-faint">–</span>)}
			</TableCell>
			<TableCell>
				<StateBadge state={row.state} label={t(`states.${row.state}`)} />
			</TableCell>
			<TableCell className="text-right">
				<RowActions row={row} viewer={viewer} canReview={canReview} />
			</TableCell>
		</TableRow>
	);
}

async function ChecksCell({ row }: { row: QueueRow }) {
	const t = await getTranslations("admission");
	if (!row.checks) return <span className="text-ink-faint">{t("queue.checks.none")}</span>;
	const failed = row.checks.results.filter((result) => result.status === "failed").length;
	return failed > 0 ? (
		<Badge tone="danger">{t("queue.checks.failed", { count: failed })}</Badge>
	) : (
		<Badge tone="success">{t("queue.checks.passed")}</Badge>
	);
}

async function RowActions({ row, viewer, canReview }: Pick<RowProps, "row" | "viewer" | "canReview">) {
	const t = await getTranslations("admission");
	const target = { applicationId: row.id, version: row.version };
	const isMine = canReview && mayRelease(row, viewer.userId);
	const isFree = canReview && mayTake(row, viewer) && (row.assigneeId === null || row.state === "SUBMITTED");
	return (
		<span className="inline-flex justify-end gap-1">
			{isFree && <ClaimButton target={target} label={t("queue.claim")} />}
			{isMine && <ReleaseButton target={target} size="sm" />}
			{!isFree && (
				<Button asChild variant="ghost" size="sm">
					<Link href={routes.ops.application(row.id)}>{t(isMine ? "queue.open" : "queue.view")}</Link>
				</Button>
			)}
		</span>
	);
}
