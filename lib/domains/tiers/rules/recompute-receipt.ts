import type { z } from "zod";
import { findDifference } from "@/lib/domains/decisions/rules/find-difference";
import { rebuildScorecard } from "@/lib/domains/forces/rules/score-forces";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import { findMisfit } from "@/lib/domains/tiers/rules/check-race";
import { assess, decide } from "@/lib/domains/tiers/rules/decide";
import { applyOverride, keepOverride } from "@/lib/domains/tiers/rules/override";
import { explain } from "@/lib/domains/tiers/rules/receipt";
import { receiptSchema } from "@/lib/domains/tiers/schema/receipt";
import type { DecisionReceipt, PartnerFacts } from "@/lib/domains/tiers/types";
import { type Day, lastDayOf, shiftMonth, trailingMonths, trailingRange } from "@/lib/platform/time";

export type RecomputeFailure =
	/** Of a kind this code does not know. */
	| "UNKNOWN_VERSION"
	/** The field is missing, superfluous, or holds what it cannot hold. */
	| "UNREADABLE"
	/** The field contradicts the rules or the other fields of the receipt. */
	| "FIELD_INCONSISTENT"
	/** The field of the scorecard is not what its own measures give. */
	| "SCORECARD_DIFFERS"
	/** An override that names another tier of the engine's, or lifts a partner over a red line. */
	| "OVERRIDE_DIFFERS"
	/** The field is not what the inputs and rules give. */
	| "RECEIPT_DIFFERS";

/** `field` is the first place found wrong, such as `tiers[0].criteria[2].value`; what it says and what it should say. */
export type ReceiptFault = {
	readonly ok: false;
	readonly reason: RecomputeFailure;
	readonly field: string;
	readonly stated: unknown;
	readonly computed: unknown;
};
/** `engineTier` is another than `tier` where two leads set the tier by hand. */
export type Recomputed =
	| { ok: true; tier: TierLevel; engineTier: TierLevel; receipt: DecisionReceipt }
	| ReceiptFault;

/**
 * Makes the verdict again from the receipt alone and compares every value of it: criteria, race score, places, cut-offs,
 * movement and tier. A tier set by hand is accepted for what it is: the engine's own is made again and compared with what
 * the override says of it. Rank and cut-offs come from the receipt, as the other partners are not in it; that they fit the
 * number of eligible partners, the shares and one another is checked. Takes anything, also what is no receipt.
 */
export function recomputeFromReceipt(given: unknown): Recomputed {
	const stated = (given as { receiptVersion?: unknown } | null)?.receiptVersion;
	if (stated !== undefined && stated !== 1 && stated !== 2) {
		return fault("UNKNOWN_VERSION", "receiptVersion", stated, 2);
	}
	const read = receiptSchema.safeParse(given);
	if (!read.success) {
		const field = nameIssue(read.error);
		return fault("UNREADABLE", field, undefined, undefined);
	}
	const receipt = given as DecisionReceipt;
	const misfit = findWindowMisfit(receipt) ?? findMisfit(receipt);
	if (misfit) return fault("FIELD_INCONSISTENT", misfit.path, misfit.stated, misfit.found);
	const score = findScorecardMisfit(receipt);
	if (score) return fault("SCORECARD_DIFFERS", score.path, score.stated, score.found);
	const { rules, asOf } = receipt;
	const { field, standing } = receipt.race;
	const facts = readInputs(receipt);
	const decision = decide(rules, assess(rules, facts, asOf), standing, field, asOf);
	if ((standing === null) !== decision.redLines.length > 0) {
		return fault("FIELD_INCONSISTENT", "race.standing", standing, decision.redLines.length > 0 ? null : {});
	}
	const override = receipt.override ?? null;
	const kept = keepOverride(override, decision);
	const misplaced = findDifference(override, kept, "override");
	if (misplaced) return fault("OVERRIDE_DIFFERS", misplaced.path, misplaced.stated, misplaced.found);
	const held = applyOverride(decision, kept);
	const again: DecisionReceipt = { ...receipt, ...explain(rules, facts, standing, field, held) };
	const difference = findDifference(receipt, again);
	if (difference) return fault("RECEIPT_DIFFERS", difference.path, difference.stated, difference.found);
	return { ok: true, tier: held.tier, engineTier: decision.tier, receipt: again };
}

function fault(reason: RecomputeFailure, field: string, stated: unknown, computed: unknown): ReceiptFault {
	return { ok: false, reason, field, stated, computed };
}

/** The path of what a schema refused; a superfluous key is named itself. */
export function nameIssue(error: z.ZodError): string {
	const issue = error.issues[0];
	const keys = issue?.code === "unrecognized_keys" ? [issue.keys[0] ?? ""] : [];
	const path = [...(issue?.path ?? []), ...keys].map((part) =>
		typeof part === "number" ? `[${part}]` : `.${String(part)}`,
	);
	return path.join("").replace(/^\./, "");
}

function readInputs({ partnerId, trackCode, inputs }: DecisionReceipt): PartnerFacts {
	const { gmvFen, gmvBeforeFen, ...rest } = inputs;
	return { partnerId, trackCode, ...rest, gmvFen: BigInt(gmvFen), gmvBeforeFen: BigInt(gmvBeforeFen) };
}

/** The windows follow from the period and the rules, and the period had ended by `asOf`. */
function findWindowMisfit({ windows, rules, asOf }: DecisionReceipt) {
	const { period } = windows;
	const due = {
		period,
		gmv: trailingRange(period, rules.gmvMonths),
		gmvBefore: trailingRange(shiftMonth(period, -rules.gmvMonths), rules.gmvMonths),
		quality: trailingRange(period, rules.qualityMonths),
	};
	const latest: Day = lastDayOf(period);
	if (asOf < latest) return { path: "windows.period", stated: period, found: asOf.slice(0, 7) };
	return findDifference(windows, due, "windows");
}

/** A scorecard follows from its own measures and weights, ends with the period, and gives the scores that were judged. */
function findScorecardMisfit({ scorecard, inputs, windows }: DecisionReceipt) {
	if (!scorecard) return null;
	const window = trailingMonths(windows.period, scorecard.window.length);
	const again = rebuildAgain(scorecard);
	if (!again) return { path: "scorecard.forces", stated: undefined, found: undefined };
	return (
		findDifference(scorecard.window, window, "scorecard.window") ??
		findDifference(
			scorecard.monthsPresent,
			window.filter((month) => scorecard.monthsPresent.includes(month)),
			"scorecard.monthsPresent",
		) ??
		findDifference(scorecard, again, "scorecard") ??
		findDifference(inputs.compositeBps, again.compositeBps, "inputs.compositeBps") ??
		findDifference(
			inputs.forcesBps,
			Object.fromEntries(again.forces.map((force) => [force.force, force.scoreBps])),
			"inputs.forcesBps",
		)
	);
}

function rebuildAgain(card: NonNullable<DecisionReceipt["scorecard"]>) {
	try {
		return rebuildScorecard(card);
	} catch {
		return null;
	}
}
