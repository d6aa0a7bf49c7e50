import { appendDecisionsRaw } from "@/lib/domains/decisions/mutations/append-decisions";
import { sealDecisions } from "@/lib/domains/decisions/mutations/seal-decisions";
import type { DecisionDraft } from "@/lib/domains/decisions/types";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";

export const draftOf = (n: number, values: Partial<DecisionDraft> = {}): DecisionDraft => ({
	kind: "TIER_VERDICT",
	subjectType: "partner",
	subjectId: `par_${n}`,
	reference: "run_test",
	organisationId: `org_${n}`,
	at: new Date(Date.UTC(2026, 5, 20) + n * 1_000),
	payload: { tier: (n % 5) + 1 },
	...values,
});

/** Blocks of the given sizes; the subject of entry n is `par_n`. */
export async function sealBlocks(sizes: readonly number[]): Promise<void> {
	let next = 1;
	for (const size of sizes) {
		const drafts = Array.from({ length: size }, () => draftOf(next++));
		for (const draft of drafts) await inRawTransaction((client) => appendDecisionsRaw(client, [draft]));
		await sealDecisions(new Date(Date.UTC(2026, 5, 21)));
	}
}

const guarded = [
	"decision_entries",
	"decision_waiting",
	"decision_seals",
	"decision_blocks",
	"audit_entries",
];
const keys = [
	["decision_waiting", "entry_id", "decision_entries (id)"],
	["decision_seals", "entry_id", "decision_entries (id)"],
	["decision_seals", "block_number", "decision_blocks (number)"],
] as const;

/** What only the owner of the database can do: change it with its triggers asleep and its keys taken off. */
export async function tamper(...statements: string[]): Promise<void> {
	await inRawTransaction(async (client) => {
		for (const table of guarded) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
		for (const [table, column] of keys)
			await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_fkey`);
		for (const statement of statements) await client.query(statement);
		for (const [table, column, target] of keys)
			await client.query(
				`ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_fkey
				 FOREIGN KEY (${column}) REFERENCES ${target} ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID`,
			);
		for (const table of guarded) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
	});
}

/** The log as it is before the first decision. */
export async function emptyDecisionLog(): Promise<void> {
	await tamper(
		`TRUNCATE decision_entries, decision_waiting, decision_seals, decision_blocks, decision_checks`,
		"DELETE FROM audit_entries WHERE subject_type IN ('decision_block', 'decision_check')",
	);
}

export async function readSequence(): Promise<{ sequence: number; subjectId: string; block: number }[]> {
	const { rows } = await pool().query<{ sequence: number; subjectId: string; block: number }>(
		`SELECT s.sequence::int, e.subject_id AS "subjectId", s.block_number::int AS block
		   FROM decision_seals s JOIN decision_entries e ON e.id = s.entry_id ORDER BY s.sequence`,
	);
	return rows;
}
