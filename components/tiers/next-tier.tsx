import { ArrowUp, CircleCheck, Flag, OctagonAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Figure } from "@/components/ui/figure";
import { TierBadge } from "@/components/ui/tier-badge";
import type { CriterionResult, DecisionReceipt, NextTier as NextTierResult } from "@/lib/domains/tiers/types";
import { formatBps, formatCount, formatScoreBps } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { floorDiv } from "@/lib/platform/money/ratio";
import { CriterionSource, type SourceLinks } from "./criterion-source";
import { formatMetric, signOf } from "./format-metric";
import { tierLabel, tierName } from "./tier-names";
import { openWords, type Words } from "./words";

/** What separates the partner from the tier above: each failing criterion with its gap, and the ranks to gain. */
export async function NextTier({ receipt, sources }: { receipt: DecisionReceipt; sources?: SourceLinks }) {
	const [words, tOverride] = await Promise.all([openWords(), getTranslations("overrides")]);
	const { t, locale } = words;
	const { next, rules, decision } = receipt;
	if (!next) {
		return (
			<section className="sail border bg-surface p-5 sm:p-7">
				<h2 className="flex items-center gap-2 font-semibold text-lg">
					<Flag aria-hidden="true" className="size-5 text-brand-ink" />
					{t("next.top")}
				</h2>
				<p className="mt-1 text-ink-soft">{t("next.topHint")}</p>
			</section>
		);
	}
	const target = tierLabel(rules.tiers, next.tier, locale);
	const summary =
		next.missing.length > 0 ? t("next.missing", { count: next.missing.length }) : t("next.allMet");
	return (
		<section className="sail border bg-surface">
			<header className="flex flex-wrap items-center justify-between gap-3 px-5 pt-5 pb-4 sm:px-7">
				<div>
					<h2 className="font-semibold text-lg">{t("next.title", { tier: target })}</h2>
					<p className="text-ink-soft text-sm">{summary}</p>
				</div>
				<TierBadge tier={next.tier} name={tierName(rules.tiers, next.tier, locale)} />
			</header>
			<ul className="divide-y border-t">
				{next.obstacles.includes("RED_LINE") && (
					<Obstacle icon={<OctagonAlert aria-hidden="true" />} tone="danger">
						{t("next.redLine", { tier: tierLabel(rules.tiers, decision.tier, locale) })}
					</Obstacle>
				)}
				{next.missing.map((criterion) => (
					<MissingCriterion
						words={words}
						key={criterion.ruleId}
						criterion={criterion}
						receipt={receipt}
						sources={sources}
					/>
				))}
				{next.obstacles.includes("RACE") && <RaceObstacle words={words} receipt={receipt} next={next} />}
				{next.obstacles.length === 0 && (
					<Obstacle icon={<CircleCheck aria-hidden="true" />} tone="brand">
						{receipt.override ? tOverride("next", { tier: target }) : t("next.movement", { tier: target })}
					</Obstacle>
				)}
			</ul>
		</section>
	);
}

function Obstacle({
	icon,
	tone,
	children,
}: {
	icon: ReactNode;
	tone: "brand" | "danger";
	children: ReactNode;
}) {
	return (
		<li className="flex items-start gap-3 px-5 py-4 text-sm sm:px-7">
			<span
				className={cn(
					"mt-0.5 rounded-full p-1.5 [&_svg]:size-4",
					tone === "danger" ? "bg-danger-soft text-danger-ink" : "bg-brand-soft text-brand-ink",
				)}
			>
				{icon}
			</span>
			<div className="min-w-0 grow">{children}</div>
		</li>
	);
}

function RaceObstacle({
	receipt,
	next,
	words: { t, locale },
}: {
	receipt: DecisionReceipt;
	next: NextTierResult;
	words: Words;
}) {
	const line = receipt.race.field.tiers.find((tier) => tier.tier === next.tier);
	const tier = tierLabel(receipt.rules.tiers, next.tier, locale);
	return (
		<Obstacle icon={<ArrowUp aria-hidden="true" />} tone="brand">
			<p className="font-semibold">
				{next.ranksToGain === null
					? t("next.raceFull", { tier })
					: t("next.raceGain", { ranks: formatCount(next.ranksToGain) })}
			</p>
			{line && line.cutOffRank !== null && (
				<p className="text-ink-faint text-xs">
					{t("next.raceGainHint", {
						tier,
						places: formatCount(line.places ?? 0),
						share: formatBps(line.shareBps ?? 0),
						candidates: formatCount(line.candidates),
						rank: formatCount(line.cutOffRank),
						score: formatScoreBps(line.cutOffScoreBps ?? 0),
					})}
				</p>
			)}
		</Obstacle>
	);
}

function MissingCriterion({
	criterion,
	receipt,
	sources,
	words,
}: {
	criterion: CriterionResult;
	receipt: DecisionReceipt;
	sources?: SourceLinks;
	words: Words;
}) {
	const { t, locale } = words;
	const { metric, unit, comparison, value, gap, threshold } = criterion;
	const { gmvMonths: months, gmvMeasure: measure } = receipt.rules;
	const line = formatMetric(threshold, unit, locale);
	const lower = comparison === "<=";
	return (
		<li className="grid gap-x-8 gap-y-2 px-5 py-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)] sm:px-7">
			<div className="min-w-0">
				<p className="font-medium">{t(`metrics.${metric}`, { months, measure })}</p>
				<p className="text-ink-faint text-xs">
					<CriterionSource words={words} metric={metric} receipt={receipt} href={sources?.[metric]} />
				</p>
			</div>
			<div className="min-w-0">
				<p className="flex flex-wrap items-baseline justify-between gap-x-4">
					<span className="figure text-ink-soft text-sm">
						{value === null ? (
							t("next.noData")
						) : (
							<>
								<Figure
									value={formatMetric(value, unit, locale)}
									className="font-semibold text-base text-ink"
									unitClassName="text-[0.8em]"
								/>
								<span className="text-ink-faint"> / {signOf(comparison)} </span>
								<Figure value={line} unitClassName="text-[0.85em]" />
							</>
						)}
					</span>
					{gap !== null && (
						<span className="figure font-semibold text-danger-ink text-sm">
							{t(lower ? "next.gapLower" : "next.gap", { gap: formatMetric(gap, unit, locale).text })}
						</span>
					)}
				</p>
				<GapBar share={shareOf(value, threshold, lower)} />
			</div>
		</li>
	);
}

/** How much of the way is done, 0–100. For a rate that must fall: line ÷ value. */
function shareOf(value: string | null, threshold: string, lower: boolean): number {
	if (value === null) return 0;
	const [part, whole] = lower ? [BigInt(threshold), BigInt(value)] : [BigInt(value), BigInt(threshold)];
	if (whole <= 0n || part <= 0n) return 0;
	return Math.min(100, Number(floorDiv(part * 100n, whole)));
}

function GapBar({ share }: { share: number }) {
	return (
		<div aria-hidden="true" className="relative mt-2 h-2 rounded-full bg-sunken ring-1 ring-line ring-inset">
			<div className="h-full rounded-full bg-brand" style={{ width: `${share}%` }} />
			<div className="-top-1 absolute right-0 h-4 w-0.5 rounded-full bg-ink" />
		</div>
	);
}
