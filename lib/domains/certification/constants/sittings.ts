export const sittingStates = ["SITTING", "PASSED", "FAILED", "PRACTICAL"] as const;
export type SittingState = (typeof sittingStates)[number];

/** What a sitting records beside answers: hints for whoever looks at it, never a verdict. */
export const sittingEvents = ["LEFT", "BACK", "TAKEN_OVER"] as const;
export type SittingEvent = (typeof sittingEvents)[number];

/** So many hints say all there is to say. */
export const MAX_SITTING_EVENTS = 400;
