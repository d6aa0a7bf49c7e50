import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { Decision, DecisionReceipt, ReceiptOverride } from "@/lib/domains/tiers/types";

/** The engine's decision with the tier two leads gave in its place; ranks, places and probation stay the engine's. */
export function applyOverride(decision: Decision, override: ReceiptOverride | null): Decision {
	return override ? { ...decision, tier: override.tier, movement: "OVERRIDDEN" } : decision;
}

/**
 * An override as it goes with what the engine says now: it stays with the tier the engine gives by itself, and falls
 * away for a partner over a red line, whom nothing lifts from the lowest tier.
 */
export function keepOverride(override: ReceiptOverride | null, decision: Decision): ReceiptOverride | null {
	if (!override || decision.redLines.length > 0) return null;
	return { ...override, engineTier: decision.tier };
}

export type OverrideObjection = "OVERRIDE_RED_LINE" | "OVERRIDE_SAME_TIER";

/** Why a partner's tier may not be set to another by hand; null where it may. */
export function objectionToOverride(
	{ decision }: Pick<DecisionReceipt, "decision">,
	tier: TierLevel,
): OverrideObjection | null {
	if (decision.redLines.length > 0) return "OVERRIDE_RED_LINE";
	return decision.tier === tier ? "OVERRIDE_SAME_TIER" : null;
}
