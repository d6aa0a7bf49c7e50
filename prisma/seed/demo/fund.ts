import type { PoolClient } from "pg";
import { appendDecisionsRaw } from "@/lib/domains/decisions/mutations/append-decisions";
import { sha256Hex } from "@/lib/domains/decisions/rules/hash";
import { fundPolicyV1 } from "@/lib/domains/fund/constants";
import { tallyVotes } from "@/lib/domains/fund/rules/tally";
import { recordAuditsRaw } from "@/lib/platform/audit/record";
import { FUND_POOL, type FundPerson, type FundPlan, type FundStep, planFund } from "./fund-plan";
import { demoId } from "./identifiers";
import type { DemoPlan } from "./plan";
import { createRandom } from "./random";

type People = {
	readonly committee: readonly FundPerson[];
	readonly lead: FundPerson;
	readonly reviewers: readonly FundPerson[];
	readonly owners: ReadonlyMap<string, FundPerson>;
};

const committee = [
	"lead@windmaker.example",
	"lead2@windmaker.example",
	"reviewer@windmaker.example",
	"reviewer2@windmaker.example",
	"reviewer3@windmaker.example",
];
const isDecided = ({ stage }: FundPlan) => stage === "INVESTED" || stage === "DECLINED";

/** The fund's committee and applications, after its pool; all in the load's own transaction. */
export async function writeFund(
	client: PoolClient,
	plan: DemoPlan,
	applications: readonly FundPlan[] = planFund(plan),
): Promise<void> {
	const people = await findPeople(client, plan);
	await client.query(
		`INSERT INTO fund_members (user_id, added_by_id, added_at)
		 SELECT id, $2, $3::timestamptz + ordinality * interval '1 second' FROM unnest($1::text[]) WITH ORDINALITY AS m(id, ordinality)
		 ON CONFLICT DO NOTHING`,
		[people.committee.map((one) => one.id), people.lead.id, applications[0]?.steps[0]?.at ?? new Date(0)],
	);
	await writeVoted(client, applications, people);
	await writeEvents(client, applications, people);
	await client.query(TRANCHES, [plan.timeline.today, people.lead.id, JSON.stringify(plansOf(applications))]);
	await writeDecisions(client, applications, people);
}

/** What has been paid stands in the plan as it was paid; the rest of a commitment is planned in two halves. */
const TRANCHES = `
	WITH r AS (SELECT * FROM json_to_recordset($3) AS r(id text, day int)),
	paid AS (
	  INSERT INTO fund_tranches (id, application_id, amount_fen, due_on, condition, planned_by_id, planned_at, paid_on, paid_by_id, movement_id)
	  SELECT 'ftr_' || substr(m.id, 5), a.id, m.amount, m.booked_on, m.reason, $2, a.decided_at + interval '1 day', m.booked_on, $2, m.id
	    FROM r JOIN fund_applications a ON a.id = r.id JOIN pool_movements m ON m.grant_id = a.pool_grant_id AND m.kind = 'SPEND')
	INSERT INTO fund_tranches (id, application_id, amount_fen, due_on, condition, planned_by_id, planned_at)
	SELECT 'ftr_' || substr(a.id, 5, 24) || half, a.id, (g.open + g.reserved) / 2, $1::date + r.day + (half - 1) * 75,
	       (ARRAY['中期里程碑验收通过', '项目完成并提交审计报告'])[half], $2, a.decided_at + interval '1 day'
	  FROM r JOIN fund_applications a ON a.id = r.id JOIN pool_grants g ON g.id = a.pool_grant_id CROSS JOIN generate_series(1, 2) AS half
	 WHERE g.open + g.reserved > 1`;

/** Days from today on which the next payment falls due: one is late, one is near, one is far. */
function plansOf(applications: readonly FundPlan[]): { id: string; day: number }[] {
	const days = [3, 40, -2];
	return applications
		.filter(({ grant }) => grant !== null)
		.map(({ id }, index) => ({ id, day: days[index % days.length] ?? 30 }));
}

async function findPeople(client: PoolClient, plan: DemoPlan): Promise<People> {
	const find = (email: string): FundPerson => {
		const user = plan.users.find((candidate) => candidate.email === email);
		if (!user) throw new Error("DEMO_INCOMPLETE");
		return user;
	};
	const members = committee.map(find);
	const { rows } = await client.query<{ organisationId: string; id: string; name: string }>(
		`SELECT DISTINCT ON (m.organisation_id) m.organisation_id AS "organisationId", u.id, u.name
		   FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.role = 'partner_owner' ORDER BY m.organisation_id, u.id`,
	);
	return {
		committee: members,
		lead: find("lead@windmaker.example"),
		reviewers: members.slice(2),
		owners: new Map(rows.map((row) => [row.organisationId, row])),
	};
}

function actorOf(people: People, one: FundPlan, index: number, by: FundStep["by"]): FundPerson {
	if (by === "lead") return people.lead;
	if (by === "reviewer") return people.reviewers[index % people.reviewers.length] ?? people.lead;
	return (
		people.owners.get(one.partner.organisationId) ?? { id: "usr_unknown", name: one.partner.contactName }
	);
}

/** Applications stand before the committee while their votes are written, and where they ended afterwards: as it happened. */
async function writeVoted(
	client: PoolClient,
	applications: readonly FundPlan[],
	people: People,
): Promise<void> {
	const { rows: taken } = await client.query<{ last: number }>(
		"SELECT CASE WHEN is_called THEN last_value::int ELSE 0 END AS last FROM fund_numbers",
	);
	const offset = taken[0]?.last ?? 0;
	const rows = applications.map((one, index) => {
		const last = one.steps.at(-1) as FundStep;
		const hadVote = one.steps.some((step) => step.to === "COMMITTEE");
		const filedAt = (one.steps[0] as FundStep).at;
		return {
			id: one.id,
			number: `FD-${filedAt.getUTCFullYear()}-${String(offset + index + 1).padStart(6, "0")}`,
			partner_id: one.partner.id,
			organisation_id: one.partner.organisationId,
			title: one.title,
			story: one.story,
			use_of_funds: one.use,
			asked_fen: String(one.askedFen),
			stage: one.stage,
			version: one.steps.length,
			round: hadVote ? 1 : 0,
			policy_version: hadVote ? 1 : null,
			stage_since: last.at,
			assignee_id: one.steps.length > 1 ? actorOf(people, one, index, "reviewer").id : null,
			applied_by_id: actorOf(people, one, index, "company").id,
			applied_at: filedAt,
			decided_by_id: isDecided(one) ? people.lead.id : null,
			decided_at: isDecided(one) ? last.at : null,
			decision_reason: isDecided(one) ? one.reason : null,
			committed_fen: one.committedFen === null ? null : String(one.committedFen),
			pool_grant_id: one.grant?.id ?? null,
		};
	});
	await client.query(
		`INSERT INTO fund_applications (id, number, partner_id, organisation_id, pool_id, title, story, use_of_funds, asked_fen, stage,
		        version, round, policy_version, stage_since, assignee_id, applied_by_id, applied_at)
		 SELECT id, number, partner_id, organisation_id, (SELECT id FROM pools WHERE code = $2), title, story, use_of_funds, asked_fen,
		        CASE WHEN round > 0 THEN 'COMMITTEE'::fund_stage ELSE 'APPLIED' END, version, round, policy_version, stage_since,
		        assignee_id, applied_by_id, applied_at
		   FROM json_to_recordset($1) AS r(id text, number text, partner_id text, organisation_id text, title text, story text,
		        use_of_funds text, asked_fen int8, version int, round int, policy_version int, stage_since timestamptz, assignee_id text,
		        applied_by_id text, applied_at timestamptz)`,
		[JSON.stringify(rows), FUND_POOL],
	);
	await writeVotes(client, applications, people);
	await client.query(
		`UPDATE fund_applications a SET stage = r.stage, decided_by_id = r.decided_by_id, decided_at = r.decided_at,
		        decision_reason = r.decision_reason, committed_fen = r.committed_fen, pool_grant_id = r.pool_grant_id
		   FROM json_to_recordset($1) AS r(id text, stage fund_stage, decided_by_id text, decided_at timestamptz, decision_reason text,
		        committed_fen int8, pool_grant_id text) WHERE a.id = r.id`,
		[JSON.stringify(rows)],
	);
	await client.query("SELECT setval('fund_numbers', $1)", [offset + Math.max(1, applications.length)]);
}

const opinions = {
	FOR: ["团队扎实，回款路径清楚。", "与平台方向一致，风险可控。", "里程碑明确，支持分期拨付。"],
	AGAINST: ["现金流假设偏乐观，建议缩小规模。", "回收周期过长，暂不支持。", "依赖单一客户，风险集中。"],
	ABSTAIN: ["缺少最近一期审计数据，先弃权。", "对该行业了解不足，弃权。", "等待补充材料。"],
} as const;

async function writeVotes(
	client: PoolClient,
	applications: readonly FundPlan[],
	people: People,
): Promise<void> {
	const votes = applications.flatMap((one) =>
		one.ballots.map(({ choice, at }, index) => ({
			application_id: one.id,
			user_id: people.committee[index]?.id,
			user_name: people.committee[index]?.name,
			choice,
			reason: opinions[choice][index % 3],
			at,
		})),
	);
	await client.query(
		`INSERT INTO fund_votes (application_id, round, user_id, user_name, choice, reason, at)
		 SELECT application_id, 1, user_id, user_name, choice, reason, at
		   FROM json_to_recordset($1) AS r(application_id text, user_id text, user_name text, choice fund_choice, reason text, at timestamptz)`,
		[JSON.stringify(votes)],
	);
}

async function writeEvents(
	client: PoolClient,
	applications: readonly FundPlan[],
	people: People,
): Promise<void> {
	const events = applications.flatMap((one, index) =>
		one.steps.map((step) => ({
			application_id: one.id,
			from_stage: step.from,
			to_stage: step.to,
			actor: actorOf(people, one, index, step.by),
			at: step.at,
			reason: step.reason,
			is_shared: step.isShared,
			organisationId: one.partner.organisationId,
		})),
	);
	await client.query(
		`INSERT INTO fund_events (application_id, from_stage, to_stage, actor_user_id, actor_label, at, reason, is_shared)
		 SELECT application_id, from_stage, to_stage, actor ->> 'id', actor ->> 'name', at, reason, is_shared
		   FROM json_to_recordset($1) AS r(application_id text, from_stage fund_stage, to_stage fund_stage, actor json,
		        at timestamptz, reason text, is_shared boolean)`,
		[JSON.stringify(events)],
	);
	const notes = applications.flatMap((one, index) => {
		const at = one.steps.at(-1)?.at ?? new Date(0);
		const author = actorOf(people, one, index, "reviewer");
		return one.note
			? [
					{
						id: demoId("fnt", at, createRandom(`fund-note-${one.id}`)),
						application_id: one.id,
						author,
						body: one.note,
						at,
					},
				]
			: [];
	});
	await client.query(
		`INSERT INTO fund_notes (id, application_id, author_id, author_name, body, at)
		 SELECT id, application_id, author ->> 'id', author ->> 'name', body, at
		   FROM json_to_recordset($1) AS r(id text, application_id text, author json, body text, at timestamptz)`,
		[JSON.stringify(notes)],
	);
	await recordAuditsRaw(
		client,
		events.map((event) => ({
			actor: {
				userId: event.actor.id,
				label: event.actor.name,
				organisationId: event.organisationId,
				address: null,
			},
			action: event.from_stage ? `fund.${event.to_stage.toLowerCase().replace("_", "-")}` : "fund.apply",
			subjectType: "fund_application",
			subjectId: event.application_id,
			organisationId: event.organisationId,
			...(event.from_stage && { before: { stage: event.from_stage } }),
			after: { stage: event.to_stage },
			...(event.reason && { reason: event.reason }),
		})),
	);
}

function writeDecisions(
	client: PoolClient,
	applications: readonly FundPlan[],
	people: People,
): Promise<void> {
	return appendDecisionsRaw(
		client,
		applications.filter(isDecided).map((one) => {
			const tally = tallyVotes(one.ballots, fundPolicyV1);
			const last = one.steps.at(-1) as FundStep;
			return {
				kind: "FUND_DECISION" as const,
				subjectType: "fund_application" as const,
				subjectId: one.id,
				reference: one.id,
				organisationId: one.partner.organisationId,
				at: last.at,
				payload: {
					decision: one.stage,
					from: last.from,
					partner: one.partner.id,
					decidedBy: people.lead.id,
					reasonHash: sha256Hex(one.reason ?? ""),
					...(one.grant && { committedFen: String(one.committedFen), grant: one.grant.id }),
					...(last.from === "COMMITTEE" && {
						policyVersion: 1,
						round: 1,
						for: tally.for,
						against: tally.against,
						abstain: tally.abstain,
					}),
				},
			};
		}),
	);
}
