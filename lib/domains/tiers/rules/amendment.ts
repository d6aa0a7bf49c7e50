import { listFallen } from "@/lib/domains/tiers/rules/re-execute";
import type { RunStatus } from "@/lib/domains/tiers/types";
import type { AmendmentCause } from "@/lib/domains/tiers/types/amendment";
import type { AppealDifference } from "@/lib/domains/tiers/types/appeals";

export type AmendmentObjection = "RUN_SUPERSEDED" | "RUN_OPEN" | "RUN_NOT_AMENDABLE";

type RunToAmend = {
	readonly status: RunStatus;
	readonly isSuperseded: boolean;
	readonly hasOpenRun: boolean;
};

/**
 * Why the verdicts of a run may not be executed again; null where they may. A draft and a run in notice are written anew;
 * of the final runs of a month only the last can be corrected, and only while no other run of the month is under way.
 */
export function objectionToAmending({
	status,
	isSuperseded,
	hasOpenRun,
}: RunToAmend): AmendmentObjection | null {
	if (status === "DRAFT" || status === "NOTICE") return null;
	if (status !== "FINAL") return "RUN_NOT_AMENDABLE";
	if (isSuperseded) return "RUN_SUPERSEDED";
	return hasOpenRun ? "RUN_OPEN" : null;
}

/** Whoever loses a tier by another's appeal must have seen it coming: seven days to object begin. Nobody saw a draft yet. */
export function willOpenNotice(
	{ status }: Pick<RunToAmend, "status">,
	difference: AppealDifference,
): boolean {
	return status !== "DRAFT" && listFallen(difference).length > 0;
}

export type WrittenCause = { readonly kind: AmendmentCause["kind"]; readonly reference: string };

/** A correction's cause as the run's reason keeps it: a code and a number, not words of one language. */
export function writeCause({ kind, reference }: WrittenCause): string {
	return `${kind}:${reference}`;
}

/** The cause a run's reason names; null for one that somebody typed. */
export function readCause(reason: string): WrittenCause | null {
	const found = /^(APPEAL|OVERRIDE):(\S+)$/.exec(reason);
	if (!found?.[1] || !found[2]) return null;
	return { kind: found[1] as WrittenCause["kind"], reference: found[2] };
}
