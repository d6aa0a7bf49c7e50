import Link from "next/link";
import { withQuery } from "@/components/gmv/page-href";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure } from "@/components/ui/figure";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { saleChannels } from "@/lib/domains/gmv/constants";
import { type Amounts, measureOf } from "@/lib/domains/gmv/rules/explorer-table";
import type { DayCell, ShopMonth, ShopSpan } from "@/lib/domains/gmv/rules/explorer-view";
import { measures } from "@/lib/domains/gmv/schema/explorer";
import { formatCompactFen, formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { monthOf, shiftMonth } from "@/lib/platform/time";
import { dayHref, type ExplorerSide, shopHref } from "./explorer-href";

type Props = { opened: ShopMonth; side: ExplorerSide };

function sumOf(cells: readonly DayCell[]): Amounts {
	return {
		paidFen: cells.reduce((sum, cell) => sum + cell.paidFen, 0n),
		refundedFen: cells.reduce((sum, cell) => sum + cell.refundedFen, 0n),
	};
}

/** A month of a shop, day by channel; every amount leads to the order lines behind it. */
export async function ShopMonthCard({ opened, side }: Props) {
	const [t, locale] = await Promise.all([getTranslations("explorer"), getLocale()]);
	const { shop, month, measure, cells, today } = opened;
	const href = (change: { month?: string; measure?: string }) => {
		const asked = { month, measure, ...change };
		return withQuery(shopHref[side](shop.id), {
			month: asked.month,
			measure: asked.measure === "net" ? undefined : asked.measure,
		});
	};
	const earliest = shop.firstDay ? monthOf(shop.firstDay) : month;
	return (
		<Card className="overflow-hidden">
			<CardHeader
				title={`${t("shop.month")} · ${formatMonth(month, locale)}`}
				description={t("shop.monthHint")}
				actions={
					<>
						<SegmentedLinks
							label={t("measure.label")}
							links={measures.map((one) => ({
								href: href({ measure: one }),
								label: t(`measure.${one}`),
								isCurrent: one === measure,
							}))}
						/>
						<MonthLink href={month > earliest ? href({ month: shiftMonth(month, -1) }) : null}>
							{t("shop.previousMonth")}
						</MonthLink>
						<MonthLink href={month < monthOf(today) ? href({ month: shiftMonth(month, 1) }) : null}>
							{t("shop.nextMonth")}
						</MonthLink>
					</>
				}
			/>
			{cells.length === 0 ? (
				<EmptyState title={t("shop.noCells")} description={t("shop.noCellsHint")} />
			) : (
				<MonthTable opened={opened} side={side} />
			)}
		</Card>
	);
}

function MonthLink({ href, children }: { href: string | null; children: string }) {
	if (!href)
		return (
			<Button variant="secondary" size="sm" disabled>
				{children}
			</Button>
		);
	return (
		<Button asChild variant="secondary" size="sm">
			<Link href={href} scroll={false}>
				{children}
			</Link>
		</Button>
	);
}

function holdersOn(spans: readonly ShopSpan[], day: string): string[] {
	return spans
		.filter((span) => span.fromDay <= day && (span.toDay === null || day < span.toDay))
		.map(({ partnerName }) => partnerName);
}

async function MonthTable({ opened, side }: Props) {
	const [t, tGmv, locale] = await Promise.all([
		getTranslations("explorer"),
		getTranslations("gmv"),
		getLocale(),
	]);
	const { cells, shop, measure, spans } = opened;
	const used = saleChannels.filter((channel) => cells.some((cell) => cell.channel === channel));
	const byDay = Map.groupBy(cells, ({ day }) => day);
	const fen = (amounts: Amounts) => (
		<Figure value={formatCompactFen(measureOf(amounts, measure), locale)} unitClassName="text-[0.85em]" />
	);
	const link = (day: string, channel: string | undefined, amounts: Amounts) => (
		<Link
			href={withQuery(dayHref[side](shop.id, day), { channel })}
			className="underline decoration-line-strong decoration-dotted underline-offset-4 hover:text-brand-ink hover:decoration-brand-ink"
		>
			{fen(amounts)}
		</Link>
	);
	return (
		<Table label={t("shop.month")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("shop.day")}</TableHead>
					<TableHead numeric>{t("shop.dayTotal")}</TableHead>
					{used.map((channel) => (
						<TableHead key={channel} numeric>
							{tGmv(`channel.${channel}`)}
						</TableHead>
					))}
					{side === "ops" && <TableHead className="min-w-40">{t("shop.holder")}</TableHead>}
				</TableRow>
			</TableHeader>
			<TableBody>
				{[...byDay].map(([day, ofDay]) => (
					<TableRow key={day}>
						<TableRowHead className="figure whitespace-nowrap">{formatDate(day, locale)}</TableRowHead>
						<TableCell numeric className="font-semibold">
							{link(day, undefined, sumOf(ofDay))}
						</TableCell>
						{used.map((channel) => {
							const cell = ofDay.find((one) => one.channel === channel);
							return (
								<TableCell key={channel} numeric>
									{cell ? link(day, channel, cell) : <span className="text-ink-faint">–</span>}
								</TableCell>
							);
						})}
						{side === "ops" && (
							<TableCell className="text-ink-soft text-xs">
								{holdersOn(spans, day).join(" · ") || (
									<span className="text-warning-ink">{t("shop.nobody")}</span>
								)}
							</TableCell>
						)}
					</TableRow>
				))}
				<TableRow data-state="selected">
					<TableRowHead className="font-semibold">{t("shop.monthTotal")}</TableRowHead>
					<TableCell numeric className="font-semibold">
						{fen(sumOf(cells))}
					</TableCell>
					{used.map((channel) => (
						<TableCell key={channel} numeric className="font-semibold">
							{fen(sumOf(cells.filter((cell) => cell.channel === channel)))}
						</TableCell>
					))}
					{side === "ops" && <TableCell />}
				</TableRow>
			</TableBody>
		</Table>
	);
}
