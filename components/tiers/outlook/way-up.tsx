import { FlaskConical, Route } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { valuesOf } from "@/lib/domains/tiers/rules/change-facts";
import type { Improvement, ImprovementSet, WayUp as Way } from "@/lib/domains/tiers/rules/find-improvements";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { formatBps, formatDate, formatScoreBps } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { tierLabel } from "../tier-names";
import { describeImprovement, describePath } from "./describe-improvement";
import { RaceNeeds } from "./race-needs";
import { openWords, type Words } from "./words";

const SHOWN = 3;

/** The cheapest sets of improvements that reach the tier above, or why there is none. */
export async function WayUp({ way, receipt }: { way: Way; receipt: DecisionReceipt }) {
	const words = await openWords();
	const { t, locale } = words;
	const tier = tierLabel(receipt.rules.tiers, way.target, locale);
	const day = way.recordsUntil ? formatDate(way.recordsUntil, locale, { long: true }) : "";
	return (
		<Card>
			<CardHeader title={t("way.title", { tier })} description={t("way.description")} />
			<CardBody className="space-y-4">
				{way.race && <RaceNeeds words={words} race={way.race} receipt={receipt} />}
				{way.obstacle && (
					<p className="flex items-start gap-2.5 text-sm">
						<Route aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-ink-faint" />
						<span>
							<span className="font-medium">{t("way.noSets")}</span>
							<span className="block text-ink-soft">{t(`way.obstacle.${way.obstacle}`, { tier, day })}</span>
						</span>
					</p>
				)}
				{way.sets.length > 0 && (
					<ol className={cn("grid gap-4", way.sets.length > 1 && "md:grid-cols-2 xl:grid-cols-3")}>
						{way.sets.slice(0, SHOWN).map((set, i) => (
							<WaySet key={set.improvements.map(keyOf).join()} {...{ set, receipt, words }} n={i + 1} />
						))}
					</ol>
				)}
			</CardBody>
			<CardFooter className="block space-y-1 text-ink-faint text-xs">
				<p>{t("way.held")}</p>
				{way.sets.length > 1 && <p>{t("way.order")}</p>}
			</CardFooter>
		</Card>
	);
}

type SetProps = { set: ImprovementSet; receipt: DecisionReceipt; words: Words };

function WaySet({ set, receipt, words, n }: SetProps & { n: number }) {
	const { t, locale } = words;
	const tier = tierLabel(receipt.rules.tiers, set.decision.tier, locale);
	return (
		<li className="flex flex-col rounded-lg border">
			<div className="flex flex-wrap items-center justify-between gap-2 border-b bg-sunken/60 px-4 py-2.5">
				<h3 className="flex items-center gap-2 font-semibold text-sm">
					{t("way.set", { n })}
					{n === 1 && <Badge tone="success">{t("way.cheapest")}</Badge>}
				</h3>
				<span className="figure text-ink-faint text-xs">
					{t("way.cost", { share: formatBps(set.costBps) })}
				</span>
			</div>
			<ul className="grow divide-y px-4">
				{set.improvements.map((one) => (
					<WayStep key={keyOf(one)} {...{ one, receipt, words }} />
				))}
			</ul>
			<div className="flex flex-wrap items-center justify-between gap-2 border-t px-4 py-2.5">
				<span className="text-ink-soft text-xs">
					{t("way.reach", { tier, composite: formatScoreBps(set.compositeBps) })}
				</span>
				<Button asChild variant="soft" size="sm">
					<Link href={routes.partner.whatIf(valuesOf(receipt, set.improvements))}>
						<FlaskConical aria-hidden="true" />
						{t("way.try")}
					</Link>
				</Button>
			</div>
		</li>
	);
}

function WayStep({ one, receipt, words }: { one: Improvement; receipt: DecisionReceipt; words: Words }) {
	const { t } = words;
	const { name, from, to, gap } = describeImprovement(one, receipt, words);
	return (
		<li className="py-3">
			<p className="flex flex-wrap items-baseline justify-between gap-x-4">
				<span className="font-medium text-sm">{name}</span>
				<span className="figure text-sm">
					<span className="text-ink-faint">{from} → </span>
					<span className="font-semibold">{to}</span>
				</span>
			</p>
			<p className="text-ink-faint text-xs">{gap}</p>
			{one.kind === "force" && one.paths.length > 0 && (
				<div className="mt-1.5 rounded-md bg-sunken/60 px-3 py-2 text-xs">
					<p className="text-ink-soft">{t("improve.pathsTitle")}</p>
					<ul className="mt-0.5 space-y-0.5">
						{one.paths.map((path) => (
							<li key={path.id} className="figure text-ink-soft">
								{describePath(path, words)}
							</li>
						))}
					</ul>
				</div>
			)}
			{one.kind === "force" && one.paths.length === 0 && receipt.scorecard && (
				<p className="mt-1 text-ink-soft text-xs">{t("improve.together")}</p>
			)}
		</li>
	);
}

function keyOf(one: Improvement): string {
	if (one.kind === "force") return `${one.force}${one.toBps}`;
	return one.kind === "experts" ? one.level : one.kind;
}
