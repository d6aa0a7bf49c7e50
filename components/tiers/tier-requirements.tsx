import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { TierBadge } from "@/components/ui/tier-badge";
import { metricUnits, tierMetrics } from "@/lib/domains/tiers/constants";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { formatMetric, signOf } from "./format-metric";
import { tierName } from "./tier-names";

/** What every tier asks for under the policy in force: the table a partner without a receipt compares itself with. */
export async function TierRequirements({
	policy,
}: {
	policy: Pick<TierPolicy, "tiers" | "gmvMonths" | "gmvMeasure">;
}) {
	const [t, locale] = await Promise.all([getTranslations("tiers"), getLocale()]);
	const asking = policy.tiers.filter((tier) => tier.criteria.length > 0).sort((a, b) => a.level - b.level);
	const metrics = tierMetrics.filter((metric) =>
		asking.some((tier) => tier.criteria.some((criterion) => criterion.metric === metric)),
	);
	return (
		<section className="overflow-hidden rounded-lg border bg-surface">
			<Table label={t("receipt.matrix")}>
				<TableHeader>
					<TableRow>
						<TableHead>{t("receipt.criteriaMetric")}</TableHead>
						{asking.map((tier) => (
							<TableHead key={tier.level} className="py-2">
								<TierBadge size="sm" tier={tier.level} name={tierName(policy.tiers, tier.level, locale)} />
							</TableHead>
						))}
					</TableRow>
				</TableHeader>
				<TableBody>
					{metrics.map((metric) => (
						<TableRow key={metric}>
							<TableRowHead>
								{t(`metrics.${metric}`, { months: policy.gmvMonths, measure: policy.gmvMeasure })}
							</TableRowHead>
							{asking.map((tier) => {
								const criterion = tier.criteria.find((one) => one.metric === metric);
								return (
									<TableCell key={tier.level} className="figure whitespace-nowrap">
										{criterion ? (
											`${signOf(criterion.comparison)} ${formatMetric(criterion.threshold, metricUnits[metric], locale).text}`
										) : (
											<span className="text-ink-faint text-xs">{t("receipt.noRequirement")}</span>
										)}
									</TableCell>
								);
							})}
						</TableRow>
					))}
				</TableBody>
			</Table>
		</section>
	);
}
