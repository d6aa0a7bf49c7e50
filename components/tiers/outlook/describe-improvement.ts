import { formatIndicator, isWordUnit } from "@/components/forces/format-indicator";
import type { IndicatorPath } from "@/lib/domains/forces/rules/raise-force";
import type { Improvement } from "@/lib/domains/tiers/rules/find-improvements";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { formatBps, formatCompactFen, formatCount, formatScoreBps } from "@/lib/platform/format";
import type { Words } from "./words";

export type Described = {
	name: string;
	from: string;
	to: string;
	/** The distance in words. */
	gap: string;
};

/** One improvement in words: what, from where, to where. */
export function describeImprovement(one: Improvement, receipt: DecisionReceipt, words: Words): Described {
	const { t, tForces, locale } = words;
	switch (one.kind) {
		case "gmv": {
			const [from, to] = [BigInt(one.fromFen), BigInt(one.toFen)];
			return {
				name: t("improve.gmv", { months: receipt.rules.gmvMonths }),
				from: formatCompactFen(from, locale).text,
				to: formatCompactFen(to, locale).text,
				gap: t("improve.gmvGap", { gap: formatCompactFen(to - from, locale).text }),
			};
		}
		case "force":
			return { name: tForces(`names.${one.force}`), ...describeScores(one, words) };
		case "composite":
			return { name: t("improve.composite"), ...describeScores(one, words) };
		case "experts": {
			const held = countHeads(one.level, receipt);
			return {
				name: t("improve.experts", { level: one.level }),
				from: t("improve.people", { count: formatCount(held) }),
				to: t("improve.people", { count: formatCount(held + one.add) }),
				gap: t("improve.expertsGap", { add: one.add }),
			};
		}
		case "dispute_rate":
			return {
				name: t("improve.dispute"),
				from: one.fromBps === null ? t("improve.noValue") : formatBps(one.fromBps),
				to: `≤ ${formatBps(one.toBps)}`,
				gap:
					one.fromBps === null
						? t("improve.disputeNone")
						: t("improve.disputeGap", {
								orders: formatCount(one.paidOrders),
								max: formatCount(one.maxDisputes),
							}),
			};
	}
}

function describeScores({ fromBps, toBps }: { fromBps: number; toBps: number }, { t }: Words) {
	return {
		from: formatScoreBps(fromBps),
		to: formatScoreBps(toBps),
		gap: t("improve.points", { gap: formatScoreBps(toBps - fromBps) }),
	};
}

/** Heads that count for "this level or above". */
function countHeads(level: "senior" | "intermediate" | "junior", { inputs }: DecisionReceipt): number {
	const { senior, intermediate, junior } = inputs.experts;
	if (level === "senior") return senior;
	return level === "intermediate" ? senior + intermediate : senior + intermediate + junior;
}

export function describePath(path: IndicatorPath, { t, tForces, locale }: Words): string {
	const show = (decimal: string) => {
		const text = formatIndicator(decimal, path.unit, locale);
		return isWordUnit(path.unit) ? tForces(`values.${path.unit}`, { value: text }) : text;
	};
	return t("improve.paths", {
		indicator: tForces(`indicatorNames.${path.id}`),
		from: path.from === null ? t("improve.noValue") : show(path.from),
		to: show(path.to),
	});
}
