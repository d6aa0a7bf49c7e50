import Link from "next/link";
import { SlaBadge } from "@/components/admission/sla-badge";
import { trackName } from "@/components/tiers/track-name";
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
import { readReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type { JudgeObjection, TierAppealLine } from "@/lib/domains/tiers/types/appeals";
import { formatDate, formatMonth } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { businessDayOf, type Day } from "@/lib/platform/time";
import type { WorkCalendar } from "@/lib/platform/time/working-days";
import { openItemWords } from "./item-words";
import { TierAppealBadge } from "./tier-appeal-badge";

type Row = TierAppealLine & { readonly objection: JudgeObjection | null };
type Props = { rows: readonly Row[]; isOpen: boolean; calendar: WorkCalendar; today: Day };
type Words = Awaited<ReturnType<typeof openItemWords>>;
type Shared = {
	t: Awaited<ReturnType<typeof getTranslations<"tierappeals">>>;
	words: Words;
	locale: Locale;
};

/** The worklist of tier appeals: whose, about what, and by when; or how they ended. */
export async function TierAppealsTable({ rows, ...shared }: Props) {
	const [t, words, locale] = await Promise.all([
		getTranslations("tierappeals"),
		openItemWords(),
		getLocale(),
	]);
	const columns = shared.isOpen
		? (["partner", "item", "month", "filed", "due"] as const)
		: (["partner", "item", "month", "filed", "closed", "decider", "state"] as const);
	return (
		<Table label={t("ops.table")}>
			<TableHeader>
				<TableRow>
					{columns.map((column) => (
						<TableHead key={column} className={column === "filed" ? "max-lg:hidden" : undefined}>
							{t(`ops.columns.${column}`)}
						</TableHead>
					))}
					<TableHead className="text-right">{t("ops.columns.actions")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<AppealLine key={row.id} row={row} {...shared} t={t} words={words} locale={locale} />
				))}
			</TableBody>
		</Table>
	);
}

function AppealLine({
	row,
	isOpen,
	calendar,
	today,
	t,
	words,
	locale,
}: Omit<Props, "rows"> & Shared & { row: Row }) {
	const href = routes.ops.tierAppeal(row.id);
	const dayOf = (at: Date) => formatDate(businessDayOf(at), locale);
	const mayDecide = isOpen && row.objection === null;
	return (
		<TableRow>
			<TableRowHead className="min-w-44 max-w-72">
				<Link href={href} className="wrap-anywhere line-clamp-2 rounded-sm hover:text-brand-ink">
					{row.partnerName}
				</Link>
				<span className="block font-normal text-2xs text-ink-faint">
					<span className="figure font-mono">{row.number}</span> · {trackName(row.track, locale)}
				</span>
			</TableRowHead>
			<TableCell className="min-w-40">
				{words.name(row.shown.item)}
				<span className="figure block text-ink-faint text-xs">{words.said(row.shown.item)}</span>
			</TableCell>
			<TableCell className="figure whitespace-nowrap">{formatMonth(row.period, locale)}</TableCell>
			<TableCell className="figure whitespace-nowrap max-lg:hidden">{dayOf(row.filedAt)}</TableCell>
			{isOpen ? (
				<TableCell>
					<SlaBadge clock={readReviewClock(calendar, row.dueOn, today)} />
				</TableCell>
			) : (
				<>
					<TableCell className="figure whitespace-nowrap">{row.closedAt && dayOf(row.closedAt)}</TableCell>
					<TableCell className="whitespace-nowrap">{row.deciderName ?? "–"}</TableCell>
					<TableCell>
						<TierAppealBadge state={row.state} />
					</TableCell>
				</>
			)}
			<TableCell className="text-right">
				<span className="inline-flex items-center justify-end gap-2">
					{isOpen && row.objection !== null && row.objection !== "APPEAL_LEAD_ONLY" && (
						<span className="whitespace-nowrap text-ink-faint text-xs">{t("ops.barred")}</span>
					)}
					<Button asChild variant={mayDecide ? "soft" : "ghost"} size="sm">
						<Link href={href}>{t(mayDecide ? "ops.decide" : "ops.view")}</Link>
					</Button>
				</span>
			</TableCell>
		</TableRow>
	);
}
