import type { AuditChange, AuditState } from "../types";

function show(value: unknown): string | null {
	if (value === undefined || value === null) return null;
	return typeof value === "string" ? value : JSON.stringify(value);
}

/** What an entry changed, field by field, in the order the fields were written; equal values are left out. */
export function listChanges(before: AuditState, after: AuditState): AuditChange[] {
	const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
	return [...fields]
		.map((field) => ({ field, before: show(before?.[field]), after: show(after?.[field]) }))
		.filter((change) => change.before !== change.after);
}
