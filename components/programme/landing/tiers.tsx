import { Check } from "lucide-react";
import { formatMetric, signOf } from "@/components/tiers/format-metric";
import { tierLabel, tierName } from "@/components/tiers/tier-names";
import { TierRequirements } from "@/components/tiers/tier-requirements";
import { WindScale, type WindScaleStep } from "@/components/tiers/wind-scale";
import { windTiers } from "@/components/ui/wind-barb";
import type { PublishedTierPolicy } from "@/lib/domains/tiers/types";
import { formatBps } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { LandingSection } from "./section";

/** The five tiers as the policy in force has them: what is shown here is what a run judges by. */
export async function Tiers({
	published: { version, document: policy },
}: {
	published: PublishedTierPolicy;
}) {
	const [t, locale] = await Promise.all([getTranslations("landing"), getLocale()]);
	const steps: WindScaleStep[] = windTiers.map((level) => {
		const gmv = policy.tiers
			.find((tier) => tier.level === level)
			?.criteria.find((criterion) => criterion.metric === "gmv");
		return {
			tier: level,
			name: tierName(policy.tiers, level, locale),
			note: gmv
				? `${signOf(gmv.comparison)} ${formatMetric(gmv.threshold, "fen", locale).text}`
				: level === 1 && t("tiers.admitted"),
		};
	});
	const places = policy.tiers
		.filter((tier) => tier.raceShareBps !== null)
		.map((tier) =>
			t("tiers.place", {
				tier: tierLabel(policy.tiers, tier.level, locale),
				share: formatBps(tier.raceShareBps ?? 0),
			}),
		);
	const { movement, race } = policy;
	const promises = [
		t("tiers.fair.down", { count: movement.maxTiersDown }),
		t("tiers.fair.newcomer", { days: movement.protectionDays }),
		...(places.length > 0
			? [t("tiers.fair.race", { places: places.join(locale === "en" ? ", " : "、"), min: race.minTrackSize })]
			: []),
		t("tiers.fair.notice"),
		t("tiers.fair.redLine"),
	];
	return (
		<LandingSection
			id="tiers"
			wind={4}
			eyebrow={t("tiers.eyebrow")}
			title={t("tiers.title")}
			lead={t("tiers.lead")}
			className="bg-surface"
		>
			<WindScale label={t("tiers.scale")} steps={steps} />
			<figure className="mt-10">
				<TierRequirements policy={policy} />
				<figcaption className="mt-2 text-ink-faint text-xs">{t("tiers.policy", { version })}</figcaption>
			</figure>
			<ul className="mt-8 grid gap-x-10 gap-y-3 sm:grid-cols-2">
				{promises.map((promise) => (
					<li key={promise} className="flex items-start gap-2.5 text-ink-soft text-sm">
						<Check aria-hidden="true" className="mt-1 size-4 shrink-0 text-brand-ink" />
						{promise}
					</li>
				))}
			</ul>
		</LandingSection>
	);
}
