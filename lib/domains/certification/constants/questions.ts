/** How one thing is asked (domain.md §3.9); a case is a story with several of them. */
export const partKinds = ["single", "multiple", "boolean", "ordering"] as const;
export type PartKind = (typeof partKinds)[number];

export const questionKinds = [...partKinds, "case"] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** A version of a question from its writing to its use: only `APPROVED` is drawn, `RETIRED` is drawn no more. */
export const questionStates = ["DRAFT", "IN_REVIEW", "APPROVED", "RETURNED", "RETIRED"] as const;
export type QuestionState = (typeof questionStates)[number];

/** What the writer thinks of it, until sittings tell: easy, middling, hard. */
export const difficulties = [1, 2, 3] as const;
export type Difficulty = (typeof difficulties)[number];

export const OPTIONS = { min: 2, max: 8 } as const;
export const CASE_PARTS = { min: 2, max: 6 } as const;
