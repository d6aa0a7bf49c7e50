import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAuditsRaw } from "@/lib/platform/audit/record";
import type { ClockKind, ClockMoves } from "@/lib/platform/calendar/types";
import type { Day } from "@/lib/platform/time";
import { addWorkingDays, type WorkCalendar } from "@/lib/platform/time/working-days";

type Running = { id: string; organisationId: string; due: Day; start: Day; days: number };
type Moved = Running & { to: Day };

type Clock = {
	kind: ClockKind;
	table:
		| "applications"
		| "appeals"
		| "exit_cases"
		| "tier_appeals"
		| "trust_claims"
		| "trust_claim_appeals"
		| "trust_suspensions";
	column: "due_on" | "decide_by" | "appeal_due_on";
	/** What the column is called in the audit row. */
	name: "dueOn" | "decideBy" | "appealDueOn";
	/** The column that names a row, where it is not its id. */
	key?: "claim_id";
	/** Every change of a row raises its version. */
	isVersioned?: true;
	/** The running clocks: since which business day, and how many working days they give. */
	sql: string;
};

/** The policy kind of a trust card's guarantee. */
const policyKindOf = (guarantee: string) =>
	`CASE ${guarantee} WHEN 'SEVEN_DAY_RETURN' THEN 'trust_seven_day' WHEN 'RETURN_FREIGHT' THEN 'trust_freight'
	   WHEN 'TENFOLD_COMPENSATION' THEN 'trust_tenfold' ELSE 'trust_refund_only' END`;

const dayOf = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;

/**
 * Every clock that counts working days. An application runs from its submission, or from the appeal that reopened it, by
 * the version it agreed to; so does its appeal. An exit runs from the reply, or from the
 * last day of the window (which is the day itself for a partner that asks to leave), by the standards in force then; an
 * appeal of a tier from its filing, by the standards in force that day. A claim runs from its opening for evidence, from the
 * first answer for the decision and from the decision for the payment, and its appeal from its lodging, all by the version it is
 * judged by; the appeal of a suspension from its filing, by the guarantee's policy in force that day.
 */
const clocks: readonly Clock[] = [
	{
		kind: "application",
		table: "applications",
		column: "due_on",
		name: "dueOn",
		sql: `SELECT a.id, a.organisation_id AS "organisationId", a.due_on AS due,
		        ${dayOf(`coalesce((SELECT e.at FROM application_events e
		           WHERE e.application_id = a.id AND e.event = 'reopen' AND e.at > a.submitted_at
		           ORDER BY e.id DESC LIMIT 1), a.submitted_at)`)} AS start,
		        (p.document->>'reviewWorkingDays')::int AS days
		   FROM applications a JOIN policies p ON p.kind = 'admission' AND p.version = a.policy_version
		  WHERE a.state IN ('SUBMITTED', 'IN_REVIEW') AND a.due_on IS NOT NULL AND a.submitted_at IS NOT NULL`,
	},
	{
		kind: "appeal",
		table: "appeals",
		column: "due_on",
		name: "dueOn",
		sql: `SELECT c.id, c.organisation_id AS "organisationId", c.due_on AS due, ${dayOf("c.filed_at")} AS start,
		        (p.document->>'appealAnswerWorkingDays')::int AS days
		   FROM appeals c JOIN applications a ON a.id = c.application_id
		   JOIN policies p ON p.kind = 'admission' AND p.version = a.policy_version
		  WHERE c.state = 'OPEN'`,
	},
	{
		kind: "exit",
		table: "exit_cases",
		column: "decide_by",
		name: "decideBy",
		sql: `SELECT c.id, c.organisation_id AS "organisationId", c.decide_by AS due, since.day AS start, p.days
		   FROM exit_cases c
		   CROSS JOIN LATERAL (SELECT coalesce(${dayOf("c.replied_at")}, c.reply_by) AS day) since
		   CROSS JOIN LATERAL (
		     SELECT (document->>'appealAnswerWorkingDays')::int AS days FROM policies
		      WHERE kind = 'admission' AND effective_from <= since.day
		      ORDER BY effective_from DESC, version DESC LIMIT 1) p
		  WHERE c.state = 'REPLIED' AND c.decide_by IS NOT NULL`,
	},
	{
		kind: "tier_appeal",
		table: "tier_appeals",
		column: "due_on",
		name: "dueOn",
		sql: `SELECT c.id, c.organisation_id AS "organisationId", c.due_on AS due, ${dayOf("c.filed_at")} AS start, p.days
		   FROM tier_appeals c
		   CROSS JOIN LATERAL (
		     SELECT (document->>'appealAnswerWorkingDays')::int AS days FROM policies
		      WHERE kind = 'admission' AND effective_from <= ${dayOf("c.filed_at")}
		      ORDER BY effective_from DESC, version DESC LIMIT 1) p
		  WHERE c.state = 'OPEN'`,
	},
	{
		kind: "trust_claim",
		table: "trust_claims",
		column: "due_on",
		isVersioned: true,
		name: "dueOn",
		sql: `SELECT c.id, c.organisation_id AS "organisationId", c.due_on AS due, ${dayOf("run.since")} AS start,
		        (p.document->>run.days)::int AS days
		   FROM trust_claims c
		   JOIN policies p ON p.kind::text = ${policyKindOf("c.guarantee")} AND p.version = c.policy_version
		   JOIN LATERAL (VALUES ('OPENED', c.opened_at, 'evidenceWorkdays'), ('EVIDENCE', c.responded_at, 'decisionWorkdays'),
		                        ('DECIDED', c.decided_at, 'paymentWorkdays')) run (state, since, days)
		     ON run.state = c.state::text
		  WHERE c.due_on IS NOT NULL AND run.since IS NOT NULL`,
	},
	{
		kind: "trust_claim_appeal",
		table: "trust_claim_appeals",
		column: "due_on",
		name: "dueOn",
		key: "claim_id",
		sql: `SELECT c.id, c.organisation_id AS "organisationId", a.due_on AS due, ${dayOf("a.lodged_at")} AS start,
		        (p.document->>'appealWorkdays')::int AS days
		   FROM trust_claim_appeals a JOIN trust_claims c ON c.id = a.claim_id
		   JOIN policies p ON p.kind::text = ${policyKindOf("c.guarantee")} AND p.version = c.policy_version
		  WHERE a.state = 'OPEN'`,
	},
	{
		kind: "trust_suspension",
		table: "trust_suspensions",
		column: "appeal_due_on",
		name: "appealDueOn",
		sql: `SELECT c.id, c.organisation_id AS "organisationId", c.appeal_due_on AS due, ${dayOf("c.appealed_at")} AS start, p.days
		   FROM trust_suspensions c
		   CROSS JOIN LATERAL (
		     SELECT (document->>'appealWorkdays')::int AS days FROM policies
		      WHERE kind::text = ${policyKindOf("c.guarantee")} AND effective_from <= ${dayOf("c.appealed_at")}
		      ORDER BY effective_from DESC, version DESC LIMIT 1) p
		  WHERE c.appeal_state = 'OPEN' AND c.appeal_due_on IS NOT NULL`,
	},
];

export async function readCalendar(client: PoolClient): Promise<WorkCalendar> {
	const { rows } = await client.query<{ day: Day; isWorkday: boolean }>(
		`SELECT day, is_workday AS "isWorkday" FROM calendar_days`,
	);
	return Object.fromEntries(rows.map(({ day, isWorkday }) => [day, isWorkday]));
}

/** What the running clocks would read under a calendar, without writing anything. */
export async function previewClocks(client: PoolClient, calendar: WorkCalendar): Promise<ClockMoves[]> {
	const answers: ClockMoves[] = [];
	for (const clock of clocks) answers.push((await plan(client, clock, calendar)).summary);
	return answers;
}

/** Restates every running clock by the calendar as it stands in this transaction, each with its audit row. */
export async function restateClocks(client: PoolClient, actor: Actor): Promise<ClockMoves[]> {
	const calendar = await readCalendar(client);
	const answers: ClockMoves[] = [];
	for (const clock of clocks) {
		const { moved, summary } = await plan(client, clock, calendar);
		await write(client, clock, moved, actor);
		answers.push(summary);
	}
	return answers;
}

async function plan(
	client: PoolClient,
	{ kind, sql }: Clock,
	calendar: WorkCalendar,
): Promise<{ moved: Moved[]; summary: ClockMoves }> {
	const { rows } = await client.query<Running>(sql);
	const known = new Map<string, Day>();
	const dueOf = ({ start, days }: Running): Day => {
		const key = `${start} ${days}`;
		const due = known.get(key) ?? addWorkingDays(calendar, start, days);
		known.set(key, due);
		return due;
	};
	const moved = rows.map((row) => ({ ...row, to: dueOf(row) })).filter(({ due, to }) => due !== to);
	return { moved, summary: { kind, running: rows.length, moved: moved.length, moves: groupMoves(moved) } };
}

function groupMoves(moved: readonly Moved[]): ClockMoves["moves"] {
	const counts = new Map<string, { from: Day; to: Day; count: number }>();
	for (const { due, to } of moved) {
		const key = `${due} ${to}`;
		const group = counts.get(key) ?? { from: due, to, count: 0 };
		counts.set(key, { ...group, count: group.count + 1 });
	}
	return [...counts.values()].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
}

async function write(client: PoolClient, clock: Clock, moved: readonly Moved[], actor: Actor): Promise<void> {
	if (moved.length === 0) return;
	await client.query(
		`UPDATE ${clock.table} c SET ${clock.column} = r.to_day${clock.isVersioned ? ", version = c.version + 1" : ""}
		   FROM json_to_recordset($1) AS r(id text, to_day date) WHERE c.${clock.key ?? "id"} = r.id`,
		[JSON.stringify(moved.map(({ id, to }) => ({ id, to_day: to })))],
	);
	await recordAuditsRaw(
		client,
		moved.map(({ id, organisationId, due, to }) => ({
			actor,
			action: `${clock.kind}.restate-due`,
			subjectType: clock.kind,
			subjectId: id,
			organisationId,
			before: { [clock.name]: due },
			after: { [clock.name]: to },
		})),
	);
}
