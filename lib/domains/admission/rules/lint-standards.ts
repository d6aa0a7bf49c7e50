import {
	compareStandards,
	covers,
	isSameQuestion,
	thresholdOf,
} from "@/lib/domains/admission/rules/compare-standards";
import type { AdmissionPolicy, StandardPolicy } from "@/lib/domains/admission/schema/policy";
import { type ForceCode, forceCodes } from "@/lib/domains/forces/constants";

type WholeCode =
	| "FLOOR_ABOVE_COMPOSITE"
	| "NO_USCC_STANDARD"
	| "NO_FORCE_LINE"
	| "MANY_NOTICE_SHORTER"
	| "FALSE_REAPPLY_SHORTER"
	| "CLOCK_ZERO"
	| "FOUR_EYES_OFF";

export type LintFinding =
	/** Publishing waits until it is mended. */
	| { readonly level: "error"; readonly code: "TRACK_UNKNOWN"; readonly track: string }
	| { readonly level: "error"; readonly code: "STANDARD_TWICE"; readonly standard: StandardPolicy }
	| {
			readonly level: "warning";
			readonly code: "NO_EFFECT" | "EASIER";
			readonly standard: StandardPolicy;
			readonly other: StandardPolicy;
	  }
	| { readonly level: "warning"; readonly code: "DROPPED"; readonly standard: StandardPolicy }
	| { readonly level: "warning"; readonly code: "WEIGHT_ZERO"; readonly force: ForceCode }
	| { readonly level: "warning"; readonly code: WholeCode };

/** Contradictions and surprises of a policy, held against the one in force: errors first. */
export function lintStandards(
	policy: AdmissionPolicy,
	inForce: AdmissionPolicy,
	trackCodes: readonly string[],
): LintFinding[] {
	const findings = [
		...lintTracks(policy, trackCodes),
		...lintPairs(policy.standards),
		...lintWhole(policy),
		...lintAgainst(policy, inForce),
	];
	return findings.sort((a, b) => rank(a) - rank(b));
}

function rank(finding: LintFinding): number {
	return finding.level === "error" ? 0 : 1;
}

function lintTracks(policy: AdmissionPolicy, trackCodes: readonly string[]): LintFinding[] {
	const named = [...policy.standards.flatMap(({ tracks }) => tracks ?? []), ...policy.fourEyes.tracks];
	return [...new Set(named)]
		.filter((track) => !trackCodes.includes(track))
		.map((track) => ({ level: "error", code: "TRACK_UNKNOWN", track }));
}

function lintPairs(standards: readonly StandardPolicy[]): LintFinding[] {
	return standards.flatMap((standard, index): LintFinding[] => {
		const earlier = standards.slice(0, index).filter((one) => isSameQuestion(one, standard));
		const twin = earlier.find(
			(one) => covers(one.tracks, standard.tracks) && covers(standard.tracks, one.tracks),
		);
		if (twin) return [{ level: "error", code: "STANDARD_TWICE", standard }];
		const others = standards.filter((one) => one !== standard && isSameQuestion(one, standard));
		const stronger = others.find(
			(one) =>
				covers(one.tracks, standard.tracks) && (thresholdOf(one) ?? 0n) >= (thresholdOf(standard) ?? 0n),
		);
		return stronger ? [{ level: "warning", code: "NO_EFFECT", standard, other: stronger }] : [];
	});
}

function lintWhole(policy: AdmissionPolicy): LintFinding[] {
	const { standards } = policy;
	const found: LintFinding[] = [];
	const warn = (code: WholeCode, holds: boolean) => {
		if (holds) found.push({ level: "warning", code });
	};
	const lines = standards.filter((one) => one.kind === "force_composite");
	const floors = standards.filter((one) => one.kind === "force_floor");
	warn(
		"FLOOR_ABOVE_COMPOSITE",
		floors.some((floor) =>
			lines.some(
				(line) =>
					line.minBps < floor.minBps &&
					(covers(line.tracks, floor.tracks) || covers(floor.tracks, line.tracks)),
			),
		),
	);
	warn("NO_USCC_STANDARD", !standards.some((one) => one.kind === "uscc_valid" && one.tracks === null));
	warn("NO_FORCE_LINE", lines.length === 0);
	warn("MANY_NOTICE_SHORTER", policy.changeNoticeDaysWhenMany < policy.changeNoticeDays);
	warn("FALSE_REAPPLY_SHORTER", policy.reapplyAfterDaysWhenFalse < policy.reapplyAfterDays);
	warn("CLOCK_ZERO", policy.reviewWorkingDays === 0 || policy.appealAnswerWorkingDays === 0);
	warn("FOUR_EYES_OFF", policy.fourEyes.tracks.length === 0 && policy.fourEyes.marginBps === 0);
	return [
		...found,
		...forceCodes
			.filter((force) => policy.forceWeightsBps[force] === 0)
			.map((force): LintFinding => ({ level: "warning", code: "WEIGHT_ZERO", force })),
	];
}

/** What becomes easier than it is: allowed, and to be seen before it is published. */
function lintAgainst(policy: AdmissionPolicy, inForce: AdmissionPolicy): LintFinding[] {
	return compareStandards(inForce, policy).flatMap((change): LintFinding[] => {
		if (change.type === "removed") return [{ level: "warning", code: "DROPPED", standard: change.standard }];
		return change.type === "threshold" && change.direction === "easier"
			? [{ level: "warning", code: "EASIER", standard: change.after, other: change.before }]
			: [];
	});
}
