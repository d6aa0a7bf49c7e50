import { canonicalJson } from "@/lib/domains/decisions/rules/canonical-json";
import { hashCanonical } from "@/lib/domains/decisions/rules/hash";
import type { DecisionDraft, DecisionEntry } from "@/lib/domains/decisions/types";

/** A decision as it is written down, under an id of the caller's. Throws `NOT_CANONICAL` for a payload with fractions. */
export function makeEntry(id: string, { at, payload, ...draft }: DecisionDraft): DecisionEntry {
	const content = { id, ...draft, at: at.toISOString(), payload: canonicalJson(payload) };
	return { ...content, hash: hashEntry(content) };
}

/** SHA-256 over everything an entry says; its place in the log is the seal's. */
export function hashEntry(entry: Omit<DecisionEntry, "hash">): string {
	const { id, kind, subjectType, subjectId, reference, organisationId, at, payload } = entry;
	return hashCanonical({ id, kind, subjectType, subjectId, reference, organisationId, at, payload });
}
