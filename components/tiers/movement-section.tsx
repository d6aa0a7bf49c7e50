import { ArrowRight } from "lucide-react";
import { TierBadge } from "@/components/ui/tier-badge";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { tierLabel, tierName } from "./tier-names";

/** Step 4 of the receipt: from the criteria over the race to the tier held, with the reason in words. */
export async function MovementSection({ receipt }: { receipt: DecisionReceipt }) {
	const [t, locale] = await Promise.all([getTranslations("tiers"), getLocale()]);
	const { decision, rules, inputs } = receipt;
	const stations = [
		{ label: t("receipt.afterCriteria"), tier: decision.absoluteTier },
		{ label: t("receipt.afterRace"), tier: decision.raceTier },
		{ label: t("receipt.afterMovement"), tier: receipt.override?.engineTier ?? decision.tier },
	];
	const label = (level: typeof decision.tier) => tierLabel(rules.tiers, level, locale);
	return (
		<div className="space-y-4">
			<ol className="flex flex-wrap items-end gap-x-3 gap-y-3">
				{stations.map((station, i) => (
					<li key={station.label} className="flex items-end gap-3">
						{i > 0 && <ArrowRight aria-hidden="true" className="mb-1 size-4 text-ink-faint" />}
						<span>
							<span className="mb-1 block text-ink-faint text-xs">{station.label}</span>
							<TierBadge size="sm" tier={station.tier} name={tierName(rules.tiers, station.tier, locale)} />
						</span>
					</li>
				))}
			</ol>
			<p>
				{t(`receipt.movementReason.${decision.movement}`, {
					previous: label(inputs.previous?.tier ?? decision.tier),
					tier: label(decision.tier),
					reached: label(decision.raceTier),
					limit: rules.movement.maxTiersDown,
					days: rules.movement.protectionDays,
				})}
			</p>
		</div>
	);
}
