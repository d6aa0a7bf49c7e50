import type { Day } from "@/lib/platform/time";

/** What one check of a proof found: `first` is the first difference in the check's own words. */
export type CheckResult = { check: string; violations: number; first: string | null; ms: number };

export type ProofView = {
	id: string;
	startedAt: Date;
	finishedAt: Date;
	/** Who asked: a person by name, else `nightly`, `cli` or another program. */
	startedBy: string;
	isPerson: boolean;
	/** How many differences were found; none is a proof. */
	violations: number;
	/** Empty for proofs from before checks were told apart. */
	checks: CheckResult[];
	first: { invariant: string; detail: string }[];
	orderLines: bigint;
	shopDayFacts: bigint;
	batches: bigint;
	firstDay: Day | null;
	lastDay: Day | null;
};

export const proofStates = ["QUEUED", "RUNNING", "DONE", "FAILED"] as const;
export type ProofState = (typeof proofStates)[number];

/** A proof asked for and how far it is; safe to send to the browser. */
export type ProofRequestView = {
	id: string;
	state: ProofState;
	startedBy: string;
	isPerson: boolean;
	askedAt: Date;
	startedAt: Date | null;
	checks: number;
	checksDone: number;
	/** The check under way. */
	current: string | null;
	/** False where the process that ran it is gone: the queue takes it up again. */
	isAlive: boolean;
};

export function isOpen({ state }: Pick<ProofRequestView, "state">): boolean {
	return state === "QUEUED" || state === "RUNNING";
}
