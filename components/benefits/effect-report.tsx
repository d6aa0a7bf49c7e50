import { TrendChart } from "@/components/charts/trend-chart";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { StatCard } from "@/components/ui/stat-card";
import type { EffectResult } from "@/lib/domains/benefits/rules/effect";
import { formatBps, formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

/** What a benefit brought, as far as the figures can say, and what they cannot. */
export async function EffectReport({ effect, isBrand }: { effect: EffectResult; isBrand: boolean }) {
	const t = await getTranslations("benefits");
	return (
		<div className="space-y-6">
			<Banner tone="warning" title={t("effect.warnTitle")}>
				<p className="max-w-prose">{t("effect.warn")}</p>
				{isBrand && <p className="mt-1">{t("effect.brandNote")}</p>}
			</Banner>
			{effect.kind === "NOT_ENOUGH" ? (
				<Card>
					<EmptyState
						title={t("effect.notEnough")}
						description={t("effect.notEnoughHint", { matched: effect.matched, needed: effect.needed })}
					/>
				</Card>
			) : (
				<Measured effect={effect} />
			)}
		</div>
	);
}

async function Measured({ effect }: { effect: Extract<EffectResult, { kind: "MEASURED" }> }) {
	const t = await getTranslations("benefits");
	const show = (bps: number) => formatBps(bps, { signed: true });
	const verdict = effect.lowBps > 0 ? "positive" : effect.highBps < 0 ? "negative" : "inconclusive";
	return (
		<>
			<div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
				<StatCard
					label={t("effect.result")}
					value={show(effect.effectBps)}
					note={t("effect.interval", { low: show(effect.lowBps), high: show(effect.highBps) })}
					explanation={<p>{t("effect.how")}</p>}
					emphasis
				/>
				<StatCard label={t("effect.usersGrowth")} value={show(effect.usersBps)} />
				<StatCard label={t("effect.othersGrowth")} value={show(effect.othersBps)} />
				<StatCard
					label={t("effect.users")}
					value={formatCount(effect.users)}
					note={t("effect.matched", { count: effect.matched })}
				/>
			</div>
			<Banner tone={verdict === "positive" ? "success" : "info"}>{t(`effect.${verdict}`)}</Banner>
			<TrendChart
				title={t("effect.chart")}
				description={t("effect.how")}
				axisLabel={t("effect.axis")}
				format="bps"
				series={[
					{ key: "users", label: t("effect.usersSeries"), tone: 1 },
					{ key: "others", label: t("effect.othersSeries"), tone: 3, look: "dashed" },
				]}
				points={effect.points.map(({ offset, users, others }) => ({
					key: String(offset),
					label:
						offset === 0
							? t("effect.grantMonth")
							: t("effect.month", { offset: offset > 0 ? `+${offset}` : `${offset}` }),
					values: { users, others },
				}))}
			/>
		</>
	);
}
