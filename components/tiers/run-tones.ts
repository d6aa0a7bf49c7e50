/** What the states of a run look like. */
export const runTones = { DRAFT: "neutral", NOTICE: "warning", FINAL: "success" } as const;
