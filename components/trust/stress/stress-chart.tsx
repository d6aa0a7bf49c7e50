"use client";

import { useTranslations } from "use-intl";
import { TrendChart } from "@/components/charts/trend-chart";
import { stressTest } from "@/lib/domains/trust/rules/stress/stress-test";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import type { StressAssumptions, StressPolicies } from "@/lib/domains/trust/types/stress";
import { formatCount } from "@/lib/platform/format";

const STEPS = 20;

type Props = { held: readonly Guarantee[]; one: StressAssumptions; policies: StressPolicies };

/** The cost as orders come in, with its range, against the deposit. */
export function StressChart({ held, one, policies }: Props) {
	const t = useTranslations("trustrules");
	const points = Array.from({ length: STEPS }, (_, index) => {
		const orders = (one.orders * 2 * (index + 1)) / STEPS;
		const { expectedFen, lowFen, highFen } = stressTest(held, { ...one, orders }, policies);
		const values = { low: Math.round(lowFen), expected: Math.round(expectedFen), high: Math.round(highFen) };
		return { key: String(orders), label: formatCount(orders), values };
	});
	return (
		<TrendChart
			title={t("stress.chart")}
			description={t("stress.chartText")}
			axisLabel={t("stress.ordersAxis")}
			format="fen"
			points={points}
			series={[
				{ key: "high", label: t("stress.high"), tone: 2, look: "dashed" },
				{ key: "expected", label: t("stress.expected"), tone: 1, look: "line" },
				{ key: "low", label: t("stress.low"), tone: 3, look: "dashed" },
			]}
			marks={[{ value: one.depositFen, label: t("stress.depositLine") }]}
		/>
	);
}
