import { TierBadge } from "@/components/ui/tier-badge";
import type { DecisionReceipt, TierPlaces } from "@/lib/domains/tiers/types";
import { formatBps, formatCount, formatScoreBps } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { RaceParts } from "./race-parts";
import { RaceTrack } from "./race-track";
import { tierName } from "./tier-names";

/** Step 3 of the receipt: rank, score, places and cut-offs; or why there was no race. */
export async function RaceSection({ receipt }: { receipt: DecisionReceipt }) {
	const t = await getTranslations("tiers");
	const { field, standing } = receipt.race;
	if (!standing) return <p className="text-danger-ink">{t("receipt.raceOut")}</p>;
	const min = receipt.rules.race.minTrackSize;
	return (
		<div className="space-y-5">
			{field.held ? (
				<RaceTrack field={field} standing={standing} />
			) : (
				<p className="text-ink-soft">
					{t("receipt.raceNotHeld", { eligible: formatCount(field.eligible), min })}
				</p>
			)}
			<div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
				<RaceParts receipt={receipt} standing={standing} />
				{field.held && <Places receipt={receipt} />}
			</div>
		</div>
	);
}

async function Places({ receipt }: { receipt: DecisionReceipt }) {
	const [t, locale] = await Promise.all([getTranslations("tiers"), getLocale()]);
	const { field } = receipt.race;
	const shared = field.tiers.filter((line) => line.places !== null);
	const lines = await Promise.all(shared.map(describe));
	return (
		<div>
			<h4 className="text-ink-soft text-sm">{t("receipt.placesTitle")}</h4>
			<ul className="mt-2 space-y-3">
				{shared.map((line, i) => (
					<li key={line.tier} className="flex items-start gap-3 text-sm">
						<TierBadge size="sm" tier={line.tier} name={tierName(receipt.rules.tiers, line.tier, locale)} />
						<span className="min-w-0">
							{lines[i]?.places}
							<span className="block text-ink-faint text-xs">{lines[i]?.cutOff}</span>
						</span>
					</li>
				))}
				<li className="flex items-start gap-3 text-sm">
					<span aria-hidden="true" className="mt-1.5 size-2.5 shrink-0 rounded-full bg-danger/50" />
					<span className="min-w-0">
						{await describeBottom(receipt)}
						<span className="block text-ink-faint text-xs">{await describeOwnBottom(receipt)}</span>
					</span>
				</li>
			</ul>
		</div>
	);
}

async function describe(line: TierPlaces): Promise<{ places: string; cutOff: string }> {
	const t = await getTranslations("tiers");
	const places = t("receipt.places", {
		places: formatCount(line.places ?? 0),
		share: formatBps(line.shareBps ?? 0),
		candidates: formatCount(line.candidates),
	});
	if (line.cutOffRank === null) return { places, cutOff: t("receipt.placesOpen") };
	const score = formatScoreBps(line.cutOffScoreBps ?? 0);
	return { places, cutOff: t("receipt.cutOff", { rank: formatCount(line.cutOffRank), score }) };
}

async function describeBottom({ race: { field } }: DecisionReceipt): Promise<string> {
	const t = await getTranslations("tiers");
	if (field.bottomAfterRank >= field.eligible) return t("receipt.bottomNone");
	return t("receipt.bottom", {
		from: formatCount(field.bottomAfterRank + 1),
		to: formatCount(field.eligible),
	});
}

async function describeOwnBottom({ decision, rules }: DecisionReceipt): Promise<string> {
	const t = await getTranslations("tiers");
	if (decision.inBottom) {
		return t("receipt.bottomIn", { runs: decision.bottomRuns, limit: rules.movement.bottomRunsToProbation });
	}
	return t(decision.isProtected ? "receipt.bottomProtected" : "receipt.bottomOut");
}
