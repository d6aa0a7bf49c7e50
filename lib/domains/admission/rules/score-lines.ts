import { RUBRIC_MAX } from "@/lib/domains/admission/constants";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import { BPS } from "@/lib/platform/money/bps";

/** The lines a reviewer's scores have to hold, in basis points of 0–100; 0 where a policy has none. */
export function scoreLines(policy: AdmissionPolicy): { compositeBps: number; floorBps: number } {
	const highest = (kind: "force_composite" | "force_floor") =>
		Math.max(0, ...policy.standards.map((standard) => (standard.kind === kind ? standard.minBps : 0)));
	return { compositeBps: highest("force_composite"), floorBps: highest("force_floor") };
}

/** The lowest rubric score that holds the line of every force. */
export function lowestPassingScore(policy: AdmissionPolicy): number {
	return Math.ceil((scoreLines(policy).floorBps * RUBRIC_MAX) / BPS);
}
