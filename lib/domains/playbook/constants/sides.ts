/** The five stations of domain.md §3.7, in the order that is recommended. */
export const steps = [1, 2, 3, 4, 5] as const;

export const playbookSides = ["BRAND", "PARTNER", "PLATFORM"] as const;
export const evidenceKinds = ["NONE", "FILE", "LINK", "METRIC", "STREAMERS"] as const;
export const itemStates = ["OPEN", "PROPOSED", "DONE"] as const;
export const itemMoves = ["COMPLETE", "REOPEN", "PROPOSE", "RETURN"] as const;

/** Characters of a comment or of evidence that is text. */
export const maxTextLength = 2000;
/** Days an open item may be overdue before a brand counts as stuck at its step. */
export const stuckAfterDays = 7;
