import type { TrackTierPolicy } from "@/lib/domains/tiers/schema";
import { formatBps } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { tierLabel } from "./tier-names";

/** The policy version a receipt was made under, said in sentences instead of numbers in a table. */
export async function PolicyWords({ rules }: { rules: TrackTierPolicy }) {
	const [t, locale] = await Promise.all([getTranslations("outlook"), getLocale()]);
	const { weightsBps, minTrackSize } = rules.race;
	const { maxTiersDown, protectionDays, bottomShareBps, bottomRunsToProbation } = rules.movement;
	const shared = rules.tiers.filter((tier) => tier.raceShareBps !== null);
	const sentences = [
		t("policyWords.windows", {
			months: rules.gmvMonths,
			measure: rules.gmvMeasure,
			quality: rules.qualityMonths,
			days: rules.minClosedDays,
		}),
		t("policyWords.redLines", {
			months: rules.redLines.recordMonths,
			rate: formatBps(rules.redLines.disputeRateAboveBps),
		}),
		t("policyWords.criteria"),
		t("policyWords.race", {
			min: minTrackSize,
			composite: formatBps(weightsBps.composite),
			gmv: formatBps(weightsBps.gmv),
			growth: formatBps(weightsBps.growth),
		}),
		...shared.map((tier) =>
			t("policyWords.share", {
				tier: tierLabel(rules.tiers, tier.level, locale),
				share: formatBps(tier.raceShareBps ?? 0),
			}),
		),
		t("policyWords.movement", {
			down: maxTiersDown,
			days: protectionDays,
			share: formatBps(bottomShareBps),
			runs: bottomRunsToProbation,
		}),
	];
	return (
		<details className="mt-2">
			<summary className="w-fit rounded-sm text-brand-ink">{t("policyWords.title")}</summary>
			<ul className="mt-1.5 list-disc space-y-1 pl-4">
				{sentences.map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
			</ul>
		</details>
	);
}
