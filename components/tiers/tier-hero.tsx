import { Badge } from "@/components/ui/badge";
import { Figure } from "@/components/ui/figure";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { TierRow } from "@/lib/domains/tiers/schema";
import type { PartnerHead, StoredReceipt } from "@/lib/domains/tiers/types";
import {
	type CompactFigure,
	formatCompactFen,
	formatCount,
	formatMonth,
	formatScoreBps,
} from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { tierLabel, tierName } from "./tier-names";
import { trackName } from "./track-name";
import { WindScale } from "./wind-scale";

export type TierHeroProps = { partner: PartnerHead; stored: StoredReceipt | null; tiers: readonly TierRow[] };

/** The tier held, on its wind scale, with the three figures that made it. */
export async function TierHero({ partner, stored, tiers }: TierHeroProps) {
	const [t, locale] = await Promise.all([getTranslations("tiers"), getLocale()]);
	const steps = [...tiers]
		.sort((a, b) => a.level - b.level)
		.map((tier) => ({
			tier: tier.level,
			name: tierName(tiers, tier.level, locale),
			note: describeLine(tier, t, locale),
		}));
	return (
		<section
			aria-label={t("hero.current")}
			className="sail-lg grid overflow-hidden border bg-surface lg:grid-cols-[22rem_1fr]"
		>
			<HeldTier partner={partner} stored={stored} tiers={tiers} />
			<div className="min-w-0 self-end p-5 sm:p-7">
				<WindScale
					label={t("hero.label")}
					steps={steps}
					current={partner.tier}
					currentLabel={t(stored ? "hero.current" : "hero.provisional")}
				/>
			</div>
		</section>
	);
}

type Translate = Awaited<ReturnType<typeof getTranslations<"tiers">>>;

function describeLine(tier: TierRow, t: Translate, locale: Awaited<ReturnType<typeof getLocale>>): string {
	const gmv = tier.criteria.find((criterion) => criterion.metric === "gmv");
	if (!gmv) return t("hero.tierNoteOpen");
	const amount = formatCompactFen(BigInt(gmv.threshold), locale).text;
	return t("hero.tierNote", { comparison: gmv.comparison === ">" ? "above" : "least", amount });
}

async function HeldTier({ partner, stored, tiers }: TierHeroProps) {
	const [t, locale] = await Promise.all([getTranslations("tiers"), getLocale()]);
	const track = trackName({ nameZh: partner.trackNameZh, nameEn: partner.trackNameEn }, locale);
	const previous = stored?.receipt.inputs.previous?.tier ?? null;
	return (
		<div className="relative overflow-hidden bg-night p-6 text-on-night sm:p-7">
			<div aria-hidden="true" className="isobars absolute inset-0 text-on-night opacity-10" />
			<div className="relative flex h-full flex-col">
				<p className="figure font-semibold text-on-night-soft">T{partner.tier}</p>
				<p className="font-semibold text-[2.75rem] text-spark leading-tight">
					{tierName(tiers, partner.tier, locale)}
				</p>
				<p className="mt-1 text-on-night-soft text-sm">
					{stored
						? t("hero.heldSince", { month: formatMonth(stored.period, locale), track })
						: t("hero.provisional")}
				</p>
				{stored && (
					<p className="mt-2 mb-6">
						<Badge className="bg-night-line text-on-night">
							{describePrevious(previous, tiers, t, locale)}
						</Badge>
					</p>
				)}
				{stored && <HeldFigures stored={stored} />}
			</div>
		</div>
	);
}

function describePrevious(
	previous: TierLevel | null,
	tiers: readonly TierRow[],
	t: Translate,
	locale: Awaited<ReturnType<typeof getLocale>>,
): string {
	if (previous === null) return t("hero.first");
	return t("hero.previous", { tier: tierLabel(tiers, previous, locale) });
}

async function HeldFigures({ stored: { receipt } }: { stored: StoredReceipt }) {
	const [t, locale] = await Promise.all([getTranslations("tiers"), getLocale()]);
	const { standing, field } = receipt.race;
	const rank = standing
		? t("hero.raceValue", { rank: formatCount(standing.rank), eligible: formatCount(field.eligible) })
		: t("hero.noRace");
	const { gmvMonths: months, gmvMeasure: measure } = receipt.rules;
	const gmv = formatCompactFen(BigInt(receipt.inputs.gmvFen), locale);
	return (
		<dl className="mt-auto grid grid-cols-2 gap-x-6 gap-y-4 border-night-line border-t pt-5">
			<HeldFigure term={t("hero.gmv", { months, measure })} value={gmv} wide />
			<HeldFigure term={t("hero.race")} value={rank} />
			<HeldFigure term={t("hero.composite")} value={formatScoreBps(receipt.inputs.compositeBps)} />
		</dl>
	);
}

function HeldFigure({ term, value, wide }: { term: string; value: CompactFigure | string; wide?: boolean }) {
	return (
		<div className={wide ? "col-span-full" : undefined}>
			<dt className="text-on-night-soft text-xs">{term}</dt>
			<dd className={wide ? "figure font-semibold text-2xl" : "figure font-semibold text-lg"}>
				{typeof value === "string" ? value : <Figure value={value} />}
			</dd>
		</div>
	);
}
