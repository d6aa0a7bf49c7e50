/** One table per state of this domain. */
export const batchTones = { RUNNING: "info", DONE: "success", FAILED: "danger" } as const;
export const partnerTones = {
	ACTIVE: "success",
	PROBATION: "warning",
	EXIT_NOTICE: "danger",
	EXITED: "neutral",
} as const;
export const bindingTones = { upcoming: "info", current: "success", ended: "neutral" } as const;

export type BindingState = keyof typeof bindingTones;

/** Where `[fromDay, toDay)` lies, seen from a day. */
export function bindingState(
	binding: { fromDay: string; toDay: string | null },
	today: string,
): BindingState {
	if (binding.fromDay > today) return "upcoming";
	return binding.toDay !== null && binding.toDay <= today ? "ended" : "current";
}
