import type { DecisionReceipt, RaceStanding } from "@/lib/domains/tiers/types";
import { formatBps, formatCount, formatScoreBps } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { percentRankBps } from "@/lib/platform/money/percentile";

type Part = { id: "composite" | "gmv" | "growth"; weightBps: number; scoreBps: number; hint: string };

const fills = { composite: "bg-chart-1", gmv: "bg-chart-2", growth: "bg-chart-3" } as const;

/** What the race score is made of: three parts, each with its score, weight and what it adds. */
export async function RaceParts({ receipt, standing }: { receipt: DecisionReceipt; standing: RaceStanding }) {
	const t = await getTranslations("tiers");
	const weights = receipt.rules.race.weightsBps;
	const { others, gmvBelow, growthBelow } = standing;
	const among = (below: number) => ({ below: formatCount(below), others: formatCount(others) });
	const parts: Part[] = [
		{
			id: "composite",
			weightBps: weights.composite,
			scoreBps: receipt.inputs.compositeBps,
			hint: t("receipt.racePartHint.composite", { score: formatScoreBps(receipt.inputs.compositeBps) }),
		},
		{
			id: "gmv",
			weightBps: weights.gmv,
			scoreBps: percentRankBps({ below: gmvBelow, others }),
			hint: t("receipt.racePartHint.gmv", among(gmvBelow)),
		},
		{
			id: "growth",
			weightBps: weights.growth,
			scoreBps: percentRankBps({ below: growthBelow, others }),
			hint: `${t("receipt.racePartHint.growth", among(growthBelow))} · ${await describeGrowth(receipt)}`,
		},
	];
	return (
		<div>
			<div className="flex items-baseline justify-between gap-4">
				<h4 className="text-ink-soft text-sm">{t("receipt.raceParts")}</h4>
				<p className="figure font-semibold text-ink text-xl">{formatScoreBps(standing.scoreBps)}</p>
			</div>
			<div
				aria-hidden="true"
				className="mt-2 flex h-3 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
			>
				{parts.map((part) => (
					<span key={part.id} className={fills[part.id]} style={{ width: `${pointsOf(part) / 100}%` }} />
				))}
			</div>
			<dl className="mt-3 space-y-2">
				{parts.map((part) => (
					<div key={part.id} className="flex items-baseline gap-2 text-sm">
						<dt className="flex min-w-0 grow items-baseline gap-2">
							<span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${fills[part.id]}`} />
							<span>
								{t(`receipt.racePart.${part.id}`)}
								<span className="block text-ink-faint text-xs">
									{part.hint} · {t("receipt.weight", { share: formatBps(part.weightBps) })}
								</span>
							</span>
						</dt>
						<dd className="figure whitespace-nowrap text-ink">+{formatScoreBps(pointsOf(part))}</dd>
					</div>
				))}
			</dl>
		</div>
	);
}

/** Score × weight, rounded down: the parts may show a hundredth less than their sum. */
function pointsOf(part: Part): number {
	return Math.floor((part.scoreBps * part.weightBps) / 10_000);
}

async function describeGrowth({ growth }: DecisionReceipt): Promise<string> {
	const t = await getTranslations("tiers");
	if (growth.growthBps === null) return t("receipt.growthNone");
	return t("receipt.growth", { growth: formatBps(BigInt(growth.growthBps), { signed: true }) });
}
