import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { FAIR_TOLERANCE, type Fairness } from "@/lib/domains/certification/rules/fairness";
import { formatBps, formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

const show = (share: number) => formatBps(Math.round(share * 10_000));

/** Whether chance drew papers of equal difficulty, with the tolerance that is kept. */
export async function FairnessCard({ fairness }: { fairness: Fairness | null }) {
	const t = await getTranslations("examdesk");
	return (
		<Card>
			<CardHeader
				title={t("statistics.fairness")}
				description={t("statistics.fairHint", { tolerance: formatBps(FAIR_TOLERANCE * 10_000) })}
			/>
			<CardBody className="space-y-2 text-sm">
				{fairness ? (
					<>
						<Badge tone={fairness.isFair ? "success" : "warning"}>
							{fairness.isFair
								? t("statistics.fair", { papers: formatCount(fairness.papers) })
								: t("statistics.unfair", {
										count: formatCount(fairness.outside.length),
										papers: formatCount(fairness.papers),
									})}
						</Badge>
						<p className="figure text-ink-soft">
							{t("statistics.spread", {
								mean: show(fairness.mean),
								hardest: show(fairness.hardest.expected),
								easiest: show(fairness.easiest.expected),
							})}
						</p>
					</>
				) : (
					<p className="text-ink-faint">{t("statistics.noFairness")}</p>
				)}
			</CardBody>
		</Card>
	);
}
