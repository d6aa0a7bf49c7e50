import { Button } from "@/components/ui/button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented-links";
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
import type { OwnPools } from "@/lib/domains/pools/types";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ObjectionList } from "./objection-list";
import { ObjectDialog } from "./text-dialog";
import { monthTones, poolName, showAmount } from "./words";

/** A partner's month, pool by pool: what it began with, what came and went, what it ended with. */
export async function OwnStatement({ month, months, lines, objections, reviewUntil }: OwnPools) {
	const [t, locale] = await Promise.all([getTranslations("pools"), getLocale()]);
	return (
		<Card id="statement" className="overflow-hidden">
			<CardHeader
				title={t("statement.title", { month: formatMonth(month, locale) })}
				description={t("statement.how")}
				actions={
					<Button asChild size="sm" variant="secondary">
						<a href={routes.api.ownPoolStatement(month)}>{t("statement.csv")}</a>
					</Button>
				}
			/>
			<div className="overflow-x-auto px-5 pb-3">
				<SegmentedLinks
					label={t("statement.month")}
					links={months.slice(0, 12).map((one) => ({
						href: routes.partner.poolsIn(one),
						label: formatMonth(one, locale, { short: true }),
						isCurrent: one === month,
					}))}
				/>
			</div>
			{lines.length === 0 ? (
				<EmptyState title={t("statement.empty")} description={t("statement.emptyHint")} />
			) : (
				<StatementTable lines={lines} month={month} />
			)}
			{objections.length > 0 && <ObjectionList objections={objections} canAnswer={false} isOwn />}
			<CardFooter>
				<p className="text-ink-faint text-xs">
					{t("statement.review", { day: formatDate(reviewUntil, locale) })}
				</p>
			</CardFooter>
		</Card>
	);
}

async function StatementTable({ lines, month }: Pick<OwnPools, "lines" | "month">) {
	const [t, locale] = await Promise.all([getTranslations("pools"), getLocale()]);
	const columns = ["opening", "granted", "spent", "expired", "clawedBack", "closing"] as const;
	return (
		<Table label={t("statement.title", { month: formatMonth(month, locale) })}>
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-32">{t("statement.pool")}</TableHead>
					{columns.map((column) => (
						<TableHead key={column} numeric>
							{t(`statement.columns.${column}`)}
						</TableHead>
					))}
					<TableHead>{t("months.state")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{lines.map((line) => {
					const name = poolName({ nameZh: line.poolNameZh, nameEn: line.poolNameEn }, locale);
					return (
						<TableRow key={line.poolId}>
							<TableRowHead>{name}</TableRowHead>
							{columns.map((column) => (
								<TableCell key={column} numeric>
									{line[column] === 0n ? "–" : showAmount(line[column], line.unit)}
								</TableCell>
							))}
							<TableCell className="whitespace-nowrap">
								<StatusBadge status={line.state} tones={monthTones} label={t(`monthStates.${line.state}`)} />{" "}
								{line.state === "REVIEW" && <ObjectDialog poolId={line.poolId} month={month} pool={name} />}
							</TableCell>
						</TableRow>
					);
				})}
			</TableBody>
		</Table>
	);
}
