import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { StatCard } from "@/components/ui/stat-card";
import { journeyPhases } from "@/lib/domains/trust/constants/scorecard";
import type { ShopScorecard } from "@/lib/domains/trust/types/scorecard-views";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { IndicatorRow } from "./indicator-row";
import { PullsCard } from "./pulls-card";
import { WeeksTable } from "./weeks-table";
import { sayScore, saySigned } from "./words";

type Props = { scorecard: ShopScorecard; claimHref: (id: string) => string };

/** A shop's week on the journey, stage by stage before, during and after the sale. */
export async function ScorecardView({ scorecard, claimHref }: Props) {
	const [t, rules, locale] = await Promise.all([
		getTranslations("scorecard"),
		getTranslations("trustrules"),
		getLocale(),
	]);
	const { card, weeks, week } = scorecard;
	const scoreOf = (stage: (typeof card.stages)[number]["stage"]) =>
		card.stages.find((one) => one.stage === stage)?.score ?? null;
	return (
		<div className="space-y-6">
			<div className="grid grid-cols-2 gap-4 lg:max-w-2xl">
				<StatCard
					label={t("score")}
					value={card.score === null ? t("unknown") : sayScore(card.score)}
					note={t("week", { from: formatDate(week, locale) })}
					emphasis
				/>
				<StatCard label={t("change")} value={card.change === null ? t("unknown") : saySigned(card.change)} />
			</div>
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
				<div className="min-w-0 space-y-6">
					{(["PRE", "MID", "AFTER"] as const).map((phase) => (
						<Card key={phase}>
							<CardHeader title={rules(`phase.${phase}`)} />
							<CardBody className="space-y-5">
								{journeyPhases[phase].map((stage) => {
									const score = scoreOf(stage);
									return (
										<section key={stage} aria-label={rules(`stage.${stage}`)}>
											<h3 className="flex items-baseline gap-3 font-semibold text-ink">
												{rules(`stage.${stage}`)}
												<span className="figure font-normal text-ink-faint text-sm">
													{score === null ? t("unknown") : t("points", { score: sayScore(score) })}
												</span>
											</h3>
											<ul className="divide-y">
												{card.readings
													.filter((reading) => reading.stage === stage)
													.map((reading) => (
														<IndicatorRow
															key={reading.code}
															reading={reading}
															weeks={weeks}
															t={t}
															rules={rules}
														/>
													))}
											</ul>
										</section>
									);
								})}
							</CardBody>
						</Card>
					))}
				</div>
				<PullsCard scorecard={scorecard} claimHref={claimHref} />
			</div>
			<WeeksTable weeks={weeks} />
		</div>
	);
}
