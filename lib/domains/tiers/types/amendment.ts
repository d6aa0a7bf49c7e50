import type { AppealDifference } from "@/lib/domains/tiers/types/appeals";

/** What executing a verdict again changes, and how that would be written. */
export type AmendmentPreview = {
	readonly difference: AppealDifference;
	/** The run is final: the change is a run of its own that corrects it. */
	readonly makesCorrection: boolean;
	/** Another partner's tier falls by it: seven days to object begin (again). */
	readonly opensNotice: boolean;
};

/** Why a run's verdicts are executed again: an accepted appeal, or a tier set by two leads; by its id. */
export type AmendmentCause = { readonly kind: "APPEAL" | "OVERRIDE"; readonly id: string };
