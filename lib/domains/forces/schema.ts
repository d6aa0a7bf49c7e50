import { z } from "zod";
import { forceCodes, type IndicatorId, indicatorIds } from "@/lib/domains/forces/constants";
import { metricParts } from "@/lib/domains/forces/rules/month-metrics";
import type { IndicatorUnit } from "@/lib/domains/forces/types";
import { BPS } from "@/lib/platform/money/bps";
import { compareRatio, ratioFromDecimal } from "@/lib/platform/money/ratio";
import { isMonth } from "@/lib/platform/time";

const weightBps = z
	.int({ error: "NOT_A_NUMBER" })
	.min(0, { error: "OUT_OF_RANGE" })
	.max(BPS, { error: "OUT_OF_RANGE" });
const decimal = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/, { error: "NOT_A_NUMBER" });

/** The unit an indicator is measured in; a policy may not choose another. */
export const indicatorUnits = {
	return_on_spend: "times",
	gmv_per_thousand_views: "fen",
	live_hours_per_shop: "hours",
	gmv_per_live_hour: "fen",
	qualified_streamers: "count",
	qualified_share: "bps",
	shipped_on_time: "bps",
	after_sales_in_sla: "bps",
	dispute_rate: "bps",
	exclusive_sku_share: "bps",
	stockout_share: "bps",
	c2m_orders: "count",
} as const satisfies Record<IndicatorId, IndicatorUnit>;

const indicator = z
	.strictObject({
		id: z.enum(indicatorIds, { error: "UNKNOWN_INDICATOR" }),
		unit: z.enum(["times", "fen", "hours", "count", "bps"], { error: "UNKNOWN_UNIT" }),
		/** Value worth 0 and value worth 100, in `unit`; a target below the floor means smaller is better. */
		floor: decimal,
		target: decimal,
		/** Share of its force. */
		weightBps,
	})
	.refine((row) => indicatorUnits[row.id] === row.unit, { error: "WRONG_UNIT", path: ["unit"] })
	.refine((row) => compareRatio(ratioFromDecimal(row.floor), ratioFromDecimal(row.target)) !== 0, {
		error: "FLOOR_IS_TARGET",
		path: ["target"],
	});

const force = z
	.strictObject({
		force: z.enum(forceCodes, { error: "UNKNOWN_FORCE" }),
		/** Share of the composite. */
		weightBps,
		indicators: z.array(indicator).min(1, { error: "NO_INDICATOR" }),
	})
	.refine((row) => sumWeights(row.indicators) === BPS, { error: "WEIGHTS_NOT_WHOLE", path: ["indicators"] });

/** A version of the five-force policy (domain.md §3.2), as stored in the policy table. */
export const forcePolicySchema = z
	.strictObject({
		schemaVersion: z.literal(1),
		/** Whole months the scores look back over. */
		months: z.int().min(1, { error: "OUT_OF_RANGE" }).max(12, { error: "OUT_OF_RANGE" }),
		forces: z.array(force),
	})
	.refine(
		(policy) =>
			namesEachOnce(
				policy.forces.map((f) => f.force),
				forceCodes.length,
			),
		{
			error: "FORCES_INCOMPLETE",
			path: ["forces"],
		},
	)
	.refine((policy) => sumWeights(policy.forces) === BPS, { error: "WEIGHTS_NOT_WHOLE", path: ["forces"] })
	.refine((policy) => hasNoTwin(policy.forces.flatMap((f) => f.indicators.map((i) => i.id))), {
		error: "INDICATOR_TWICE",
		path: ["forces"],
	});
export type ForcePolicy = z.infer<typeof forcePolicySchema>;
export type IndicatorPolicy = z.infer<typeof indicator>;

function sumWeights(rows: readonly { weightBps: number }[]): number {
	return rows.reduce((sum, row) => sum + row.weightBps, 0);
}

function hasNoTwin(names: readonly string[]): boolean {
	return new Set(names).size === names.length;
}

function namesEachOnce(names: readonly string[], expected: number): boolean {
	return names.length === expected && hasNoTwin(names);
}

const count = z
	.int({ error: "NOT_A_NUMBER" })
	.min(0, { error: "NEGATIVE" })
	.max(2_147_483_647, { error: "TOO_LARGE" });
const amount = z
	.bigint({ error: "NOT_A_NUMBER" })
	.min(0n, { error: "NEGATIVE" })
	.max(2n ** 63n - 1n, { error: "TOO_LARGE" });

/** One row of the monthly metrics feed; a part is never more than its whole. */
export const monthlyForceFactsSchema = z
	.strictObject({
		month: z.string().refine(isMonth, { error: "BAD_MONTH" }),
		trafficSpendFen: amount,
		trafficGmvFen: amount,
		contentViews: amount,
		contentGmvFen: amount,
		liveMinutes: count,
		activeShops: count,
		liveGmvFen: amount,
		signedStreamers: count,
		qualifiedStreamers: count,
		ordersDue: count,
		ordersShippedOnTime: count,
		afterSalesCasesDue: count,
		afterSalesCasesInSla: count,
		paidOrders: count,
		disputes: count,
		activeSkus: count,
		exclusiveSkus: count,
		skuDays: count,
		stockoutSkuDays: count,
		c2mOrders: count,
	})
	.superRefine((row, context) => {
		for (const { part, whole } of metricParts)
			if (row[part] > row[whole])
				context.addIssue({ code: "custom", message: "PART_EXCEEDS_WHOLE", path: [part] });
	});
