import "server-only";
import type { PoolClient } from "pg";
import { makeEntry } from "@/lib/domains/decisions/rules/entry";
import type { DecisionDraft } from "@/lib/domains/decisions/types";
import type { Tx } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";

/**
 * Writes a decision down inside the transaction that takes it: the one is there when the other is. Nobody is waited for;
 * the entry gets its place in the log when the next block is sealed.
 */
export async function appendDecision(tx: Tx, draft: DecisionDraft): Promise<void> {
	const { at: _text, ...entry } = makeEntry(newId("dec"), draft);
	await tx.decisionEntry.create({ data: { ...entry, at: draft.at } });
}

/** The same for a raw `pg` transaction, many in one statement. */
export async function appendDecisionsRaw(
	client: PoolClient,
	drafts: readonly DecisionDraft[],
): Promise<void> {
	if (drafts.length === 0) return;
	const entries = drafts.map((draft) => makeEntry(newId("dec"), draft));
	await client.query(
		`INSERT INTO decision_entries (id, kind, subject_type, subject_id, reference, organisation_id, at, payload, hash)
		 SELECT id, kind, "subjectType", "subjectId", reference, "organisationId", at, payload, hash
		   FROM json_to_recordset($1) AS r(id text, kind text, "subjectType" text, "subjectId" text, reference text,
		        "organisationId" text, at timestamptz, payload text, hash text)`,
		[JSON.stringify(entries)],
	);
}
