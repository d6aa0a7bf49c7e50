import { ArrowRight, Users } from "lucide-react";
import { TierBadge } from "@/components/ui/tier-badge";
import type { DecisionReceipt, ReceiptOverride } from "@/lib/domains/tiers/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { tierLabel, tierName } from "../tier-names";

/** The receipt's last step where two leads set the tier: what the engine gave, who set what, and why. */
export async function OverrideSection({
	rules,
	override,
}: {
	rules: DecisionReceipt["rules"];
	override: ReceiptOverride;
}) {
	const [t, locale] = await Promise.all([getTranslations("overrides"), getLocale()]);
	const { tier, engineTier, reason, proposedBy, confirmedBy, at } = override;
	const words = {
		engine: tierLabel(rules.tiers, engineTier, locale),
		tier: tierLabel(rules.tiers, tier, locale),
	};
	const stations = [
		{ label: t("receipt.engine"), tier: engineTier },
		{ label: t("receipt.held"), tier },
	];
	return (
		<div className="space-y-4">
			<ol className="flex flex-wrap items-end gap-3">
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
				{t(tier === engineTier ? "receipt.same" : "receipt.text", words)} {t("receipt.next", words)}
			</p>
			<figure className="rounded-lg border-brand border-l-4 bg-sunken/60 px-4 py-3">
				<blockquote className="wrap-anywhere whitespace-pre-line text-ink">{reason}</blockquote>
				<figcaption className="mt-2 flex items-start gap-2 text-ink-soft text-xs">
					<Users aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
					{t("receipt.who", {
						proposer: proposedBy,
						confirmer: confirmedBy,
						at: formatDateTime(new Date(at), locale),
					})}
				</figcaption>
			</figure>
		</div>
	);
}
