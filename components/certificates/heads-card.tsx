import { Check, Minus } from "lucide-react";
import Link from "next/link";
import { tierLabel } from "@/components/tiers/tier-names";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { type CertificateLevel, certificateLevels } from "@/lib/domains/certification/constants/certificates";
import type { HeadCounts } from "@/lib/domains/certification/types/certificates";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = {
	/** As the tiers count them: each person once, at the highest level. */
	heads: HeadCounts;
	tier: { partner: { tier: TierLevel | number }; policy: TierPolicy } | null;
};

/** A head of a higher level counts for the lower ones too. */
function countFor(
	metric: string,
	{ junior, intermediate, senior }: Record<CertificateLevel, number>,
): number {
	if (metric === "experts_senior") return senior;
	return metric === "experts_intermediate" ? senior + intermediate : senior + intermediate + junior;
}

/** Who is certified today, and what the next tier asks for in heads. */
export async function HeadsCard({ heads: counts, tier }: Props) {
	const [t, locale] = await Promise.all([getTranslations("certificates"), getLocale()]);
	const next = tier?.policy.tiers
		.filter((one) => one.level > tier.partner.tier)
		.sort((a, b) => a.level - b.level)
		.find((one) => one.criteria.some(({ metric }) => metric.startsWith("experts_")));
	const needs = next?.criteria.filter(({ metric }) => metric.startsWith("experts_")) ?? [];
	return (
		<Card>
			<CardHeader title={t("heads.title")} description={t("heads.hint")} />
			<CardBody>
				<dl className="grid grid-cols-3 gap-3 text-center">
					{[...certificateLevels].reverse().map((level) => (
						<div key={level} className="rounded-md bg-sunken px-2 py-3">
							<dt className="text-ink-faint text-xs">{t(`levels.${level}`)}</dt>
							<dd className="figure font-semibold text-xl">{counts[level]}</dd>
						</div>
					))}
				</dl>
				{next && needs.length > 0 && (
					<div className="mt-4">
						<h3 className="font-medium text-sm">
							{t("heads.next", { tier: tierLabel(tier?.policy.tiers ?? [], next.level, locale) })}
						</h3>
						<ul className="mt-2 space-y-1.5 text-sm">
							{needs.map(({ metric, threshold }) => {
								const held = countFor(metric, counts);
								const isMet = held >= Number(threshold);
								const Icon = isMet ? Check : Minus;
								return (
									<li key={metric} className="flex items-start gap-2">
										<Icon
											aria-label={isMet ? t("heads.met") : t("heads.open")}
											className={`mt-0.5 size-4 shrink-0 ${isMet ? "text-success-ink" : "text-warning-ink"}`}
										/>
										{t("heads.need", {
											metric: metric as "experts_senior" | "experts_intermediate" | "experts_any",
											count: Number(threshold),
											held,
										})}
									</li>
								);
							})}
						</ul>
						<Link
							href={routes.partner.tier()}
							className="mt-2 inline-block text-brand-ink text-xs underline underline-offset-4"
						>
							{t("heads.toTier")}
						</Link>
					</div>
				)}
			</CardBody>
		</Card>
	);
}
