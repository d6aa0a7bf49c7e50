import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { CriterionMargin, Margins } from "@/lib/domains/tiers/rules/find-margins";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { formatBps, formatDate, formatScoreBps } from "@/lib/platform/format";
import { formatMetric, signOf } from "../format-metric";
import { tierLabel } from "../tier-names";
import { openWords, type Words } from "./words";

/** How much room the held tier leaves: each criterion, the race, protection, and the bottom of the track. */
export async function DropRisks({ margins, receipt }: { margins: Margins; receipt: DecisionReceipt }) {
	const words = await openWords();
	const { t, locale } = words;
	const tier = tierLabel(receipt.rules.tiers, margins.tier, locale);
	return (
		<Card>
			<CardHeader title={t("risk.title")} description={t("risk.description", { tier })} />
			{margins.criteria.length > 0 ? (
				<MarginTable {...{ margins, receipt, words }} />
			) : (
				<CardBody className="text-ink-soft text-sm">{t("risk.lowest", { tier })}</CardBody>
			)}
			<dl className="grid gap-x-8 gap-y-3 border-t px-5 py-4 text-sm md:grid-cols-3">
				<Fact name={t("risk.race")} text={describeRace(margins, tier, words)} />
				<Fact name={t("risk.protection")} text={describeProtection(margins, words)} />
				<Fact name={t("risk.bottom")} text={describeBottom(margins, words)} isBad={margins.bottom.isIn} />
			</dl>
		</Card>
	);
}

function Fact({ name, text, isBad }: { name: string; text: string; isBad?: boolean }) {
	return (
		<div>
			<dt className="text-ink-faint text-xs">{name}</dt>
			<dd className={cn(isBad && "font-medium text-danger-ink")}>{text}</dd>
		</div>
	);
}

function MarginTable({
	margins,
	receipt,
	words,
}: {
	margins: Margins;
	receipt: DecisionReceipt;
	words: Words;
}) {
	const { t, tTiers, locale } = words;
	const { gmvMonths: months, gmvMeasure: measure } = receipt.rules;
	return (
		<Table label={t("risk.table")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-28">{t("risk.metric")}</TableHead>
					<TableHead numeric>{t("risk.value")}</TableHead>
					<TableHead numeric>{t("risk.line")}</TableHead>
					<TableHead numeric>{t("risk.margin")}</TableHead>
					<TableHead className="min-w-40 max-sm:hidden">{t("risk.share")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{margins.criteria.map((one) => (
					<TableRow key={one.ruleId}>
						<TableRowHead>{tTiers(`metrics.${one.metric}`, { months, measure })}</TableRowHead>
						<TableCell numeric className="font-semibold">
							{one.value === null ? t("risk.noData") : formatMetric(one.value, one.unit, locale).text}
						</TableCell>
						<TableCell numeric className="whitespace-nowrap text-ink-soft">
							{signOf(one.comparison)} {formatMetric(one.threshold, one.unit, locale).text}
						</TableCell>
						<TableCell numeric className={cn(!one.passed && "font-medium text-danger-ink")}>
							{one.margin === null ? "–" : showMargin(one, words)}
							<span className="block text-ink-faint text-xs sm:hidden">{showShare(one)}</span>
						</TableCell>
						<TableCell className="max-sm:hidden">
							<MarginBar margin={one} words={words} />
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}

function showMargin({ margin, unit }: CriterionMargin, { locale }: Words): string {
	const value = BigInt(margin ?? 0);
	const size = formatMetric((value < 0n ? -value : value).toString(), unit, locale).text;
	return value < 0n ? `−${size}` : size;
}

function showShare({ marginBps }: CriterionMargin): string {
	return marginBps === null ? "" : formatBps(marginBps, { signed: true });
}

/** Full at half of the line and more: what lies further off needs no attention. */
const FULL_BPS = 5000;
const NARROW_BPS = 1000;

function MarginBar({
	margin: { marginBps, margin, passed },
	words: { t },
}: {
	margin: CriterionMargin;
	words: Words;
}) {
	if (margin === null) return <span className="text-danger-ink text-xs">{t("risk.noData")}</span>;
	if (!passed) return <span className="text-danger-ink text-xs">{t("risk.below")}</span>;
	const share = marginBps ?? FULL_BPS;
	const width = Math.min(100, Math.floor((share * 100) / FULL_BPS));
	return (
		<span className="flex items-center gap-2">
			<span
				aria-hidden="true"
				className="relative h-1.5 min-w-16 grow rounded-full bg-sunken ring-1 ring-line ring-inset"
			>
				<span
					className={cn(
						"absolute inset-y-0 left-0 rounded-full",
						share < NARROW_BPS ? "bg-warning" : "bg-success",
					)}
					style={{ width: `${width}%` }}
				/>
			</span>
			<span className={cn("figure min-w-16 text-right text-xs", share < NARROW_BPS && "text-warning-ink")}>
				{margin === "0" ? t("risk.onLine") : marginBps === null ? "–" : formatBps(marginBps)}
			</span>
		</span>
	);
}

function describeRace({ race }: Margins, tier: string, { t }: Words): string {
	if (!race) return t("risk.raceNone");
	if (race.kind === "UNLIMITED") return t("risk.raceUnlimited", { tier });
	if (race.kind === "OPEN") return t("risk.raceOpen", { tier, count: race.freePlaces });
	if (race.ranks < 0) return t("risk.raceBehind", { ranks: -race.ranks });
	return t("risk.raceLine", { ranks: race.ranks, score: formatScoreBps(race.scoreBps) });
}

function describeProtection({ protection: { isProtected, lastDay } }: Margins, { t, locale }: Words): string {
	const day = formatDate(lastDay, locale, { long: true });
	return t(isProtected ? "risk.protected" : "risk.protectionOver", { day });
}

function describeBottom({ bottom }: Margins, { t }: Words): string {
	if (bottom.isIn) return t("risk.bottomIn", { runs: bottom.runs, limit: bottom.limit });
	if (bottom.ranksAbove === null) return t("risk.bottomNone");
	return t("risk.bottomAbove", { ranks: Math.max(0, bottom.ranksAbove), limit: bottom.limit });
}
