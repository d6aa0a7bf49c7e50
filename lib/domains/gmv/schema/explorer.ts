import { z } from "zod";
import { saleChannels } from "@/lib/domains/gmv/constants";
import { isMinute } from "@/lib/domains/gmv/rules/known-on";
import { isDay, isMonth } from "@/lib/platform/time";

export const grains = ["day", "week", "month"] as const;
export type Grain = (typeof grains)[number];
export const groupings = ["partner", "shop", "track", "channel", "region"] as const;
export type Grouping = (typeof groupings)[number];
export const measures = ["net", "paid", "refunded"] as const;
export type Measure = (typeof measures)[number];
export const comparisons = ["before", "yearBefore"] as const;
export type Comparison = (typeof comparisons)[number];
export const datePresets = ["today", "yesterday", "last7", "last30", "month", "lastMonth", "custom"] as const;
export type DatePreset = (typeof datePresets)[number];

/** Region of a shop that has none. */
export const noRegion = "none";

const textField = z.string().trim().max(100).catch("").default("");
const codeField = z.string().trim().max(64).catch("").default("");
const dayField = z.string().refine(isDay).catch("").default("");

/** Everything the explorer is asked, as it stands in the address; what cannot be read counts as not asked. */
export const explorerFilterSchema = z.object({
	preset: z.enum(datePresets).catch("last30").default("last30"),
	from: dayField,
	to: dayField,
	by: z.enum(grains).optional().catch(undefined),
	group: z.enum(groupings).optional().catch(undefined),
	measure: z.enum(measures).catch("net").default("net"),
	/** Id, name or credit code of partners. */
	partner: textField,
	/** Id, code or name of shops. */
	shop: textField,
	track: codeField,
	channel: z.enum(saleChannels).optional().catch(undefined),
	region: codeField,
	/** The chart draws the whole against another period instead of the groups. */
	compare: z.enum(comparisons).optional().catch(undefined),
	/** A minute in Asia/Shanghai, `YYYY-MM-DDTHH:MM`: the figures as they were known then. */
	knownOn: z
		.string()
		.trim()
		.transform((text) => text.slice(0, 16))
		.refine(isMinute)
		.catch("")
		.default(""),
	page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ExplorerFilter = z.output<typeof explorerFilterSchema>;

export const shopMonthSchema = z.object({
	month: z.string().refine(isMonth).optional().catch(undefined),
	measure: z.enum(measures).catch("net").default("net"),
});

export const cellLinesSchema = z.object({
	channel: z.enum(saleChannels).optional().catch(undefined),
	after: z.string().max(300).catch("").default(""),
});

/** A shop's day, or one channel of it, to be taken along. */
export const cellExportSchema = z.object({
	shop: z.coerce.number().int().positive(),
	day: z.string().refine(isDay),
	channel: z.enum(saleChannels).optional(),
});
export type CellExport = z.output<typeof cellExportSchema>;
