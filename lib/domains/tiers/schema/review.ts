import { z } from "zod";
import { anomalyKinds } from "@/lib/domains/tiers/constants/review";

const id = z.string().min(1).max(64);

/** As many as a page shows. */
export const LOOKS_AT_ONCE = 50;

const keySchema = z.strictObject({
	partnerId: id,
	kind: z.enum(anomalyKinds),
	metric: z.string().max(64),
});

export const lookSchema = z.strictObject({
	runId: id,
	anomalies: z.array(keySchema).min(1).max(LOOKS_AT_ONCE),
	note: z.string().trim().min(1, { error: "REQUIRED" }).max(500, { error: "TOO_LONG" }),
});
export type LookInput = z.infer<typeof lookSchema>;

export const takeBackLookSchema = z.strictObject({ runId: id, anomaly: keySchema });
export type TakeBackLookInput = z.infer<typeof takeBackLookSchema>;

export const runIdSchema = z.strictObject({ runId: id });
