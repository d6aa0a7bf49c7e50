import type { AdmissionPolicy, StandardPolicy } from "@/lib/domains/admission/schema/policy";
import { type PolicyNumber, policyNumbers } from "@/lib/domains/admission/schema/standards-form";
import { type ForceCode, forceCodes } from "@/lib/domains/forces/constants";

/** Whether a change asks more of a company, or less; `other` where it is neither. */
export type Direction = "stricter" | "easier" | "other";

export type PolicyChange = { readonly direction: Direction } & (
	| { readonly type: "added" | "removed"; readonly standard: StandardPolicy }
	| {
			readonly type: "threshold" | "tracks" | "records";
			readonly before: StandardPolicy;
			readonly after: StandardPolicy;
	  }
	| { readonly type: "weight"; readonly force: ForceCode; readonly before: number; readonly after: number }
	| { readonly type: "number"; readonly field: PolicyNumber; readonly before: number; readonly after: number }
	| { readonly type: "deposit"; readonly before: string; readonly after: string }
	| { readonly type: "fourEyesTracks"; readonly before: readonly string[]; readonly after: readonly string[] }
	| { readonly type: "fourEyesMargin"; readonly before: number; readonly after: number }
);

/** What a standard asks for as one number; null where it has none. */
export function thresholdOf(standard: StandardPolicy): bigint | null {
	switch (standard.kind) {
		case "company_age":
			return BigInt(standard.minMonths);
		case "registered_capital":
			return BigInt(standard.minFen);
		case "staff_count":
		case "track_fact":
			return BigInt(standard.min);
		case "no_red_line":
			return BigInt(standard.months);
		case "force_composite":
		case "force_floor":
			return BigInt(standard.minBps);
		default:
			return null;
	}
}

/** Everything that differs between two versions, standard by standard and figure by figure; a mere new order is none. */
export function compareStandards(before: AdmissionPolicy, after: AdmissionPolicy): PolicyChange[] {
	return [
		...compareLists(before, after),
		...forceCodes.flatMap((force): PolicyChange[] => {
			const [a, b] = [before.forceWeightsBps[force], after.forceWeightsBps[force]];
			return a === b ? [] : [{ type: "weight", direction: "other", force, before: a, after: b }];
		}),
		...policyNumbers.flatMap((field): PolicyChange[] => {
			const [a, b] = [before[field], after[field]];
			return a === b ? [] : [{ type: "number", direction: "other", field, before: a, after: b }];
		}),
		...compareFourEyes(before.fourEyes, after.fourEyes),
		...(before.depositFen === after.depositFen
			? []
			: [
					{
						type: "deposit" as const,
						direction: directionOf(BigInt(before.depositFen), BigInt(after.depositFen)),
						before: before.depositFen,
						after: after.depositFen,
					},
				]),
	];
}

function compareLists(before: AdmissionPolicy, after: AdmissionPolicy): PolicyChange[] {
	const [old, now] = [byId(before), byId(after)];
	const kept = after.standards.flatMap((standard): PolicyChange[] => {
		const earlier = old.get(standard.id);
		if (!earlier) return [{ type: "added", direction: "stricter", standard }];
		return isSameQuestion(earlier, standard)
			? compareStandard(earlier, standard)
			: [
					{ type: "removed", direction: "easier", standard: earlier },
					{ type: "added", direction: "stricter", standard },
				];
	});
	const gone = before.standards.filter(({ id }) => !now.has(id));
	return [
		...kept,
		...gone.map((standard): PolicyChange => ({ type: "removed", direction: "easier", standard })),
	];
}

function byId(policy: AdmissionPolicy): Map<string, StandardPolicy> {
	return new Map(policy.standards.map((standard) => [standard.id, standard]));
}

/** Whether two standards ask about the same thing, with whatever threshold and of whatever tracks. */
export function isSameQuestion(a: StandardPolicy, b: StandardPolicy): boolean {
	return a.kind === b.kind && (a.kind !== "track_fact" || b.kind !== "track_fact" || a.fact === b.fact);
}

function compareStandard(before: StandardPolicy, after: StandardPolicy): PolicyChange[] {
	const changes: PolicyChange[] = [];
	const [a, b] = [thresholdOf(before), thresholdOf(after)];
	if (a !== null && b !== null && a !== b) {
		changes.push({ type: "threshold", direction: directionOf(a, b), before, after });
	}
	if (!isSameSet(before.tracks, after.tracks)) {
		changes.push({ type: "tracks", direction: widening(before.tracks, after.tracks), before, after });
	}
	if (
		before.kind === "no_red_line" &&
		after.kind === "no_red_line" &&
		!isSameSet(before.recordKinds, after.recordKinds)
	) {
		changes.push({
			type: "records",
			direction: widening(before.recordKinds, after.recordKinds),
			before,
			after,
		});
	}
	return changes;
}

function compareFourEyes(
	before: AdmissionPolicy["fourEyes"],
	after: AdmissionPolicy["fourEyes"],
): PolicyChange[] {
	const changes: PolicyChange[] = [];
	if (!isSameSet(before.tracks, after.tracks)) {
		const direction = widening(before.tracks, after.tracks);
		changes.push({ type: "fourEyesTracks", direction, before: before.tracks, after: after.tracks });
	}
	if (before.marginBps !== after.marginBps) {
		const direction = directionOf(BigInt(before.marginBps), BigInt(after.marginBps));
		changes.push({ type: "fourEyesMargin", direction, before: before.marginBps, after: after.marginBps });
	}
	return changes;
}

function directionOf(before: bigint, after: bigint): Direction {
	return after > before ? "stricter" : "easier";
}

type Codes = readonly string[] | null;

function isSameSet(a: Codes, b: Codes): boolean {
	if (a === null || b === null) return a === b;
	return covers(a, b) && covers(b, a);
}

/** Whether everything in `b` is in `a`; null stands for everything. */
export function covers(a: Codes, b: Codes): boolean {
	if (a === null) return true;
	return b?.every((code) => a.includes(code)) ?? false;
}

function widening(before: Codes, after: Codes): Direction {
	if (covers(after, before)) return "stricter";
	return covers(before, after) ? "easier" : "other";
}
