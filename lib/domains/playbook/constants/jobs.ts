/** Judges the stored days of one brand anew. */
export const brandJob = "playbook.judge-brand";
