import type { PoolClient } from "pg";
import { appendDecisionsRaw } from "@/lib/domains/decisions/mutations/append-decisions";
import { CLOSE_MONTH } from "@/lib/domains/pools/mutations/close-months";
import { reviewUntil } from "@/lib/domains/pools/rules/months";
import type { PoolAccount } from "@/lib/domains/pools/types";
import { addDays, monthOf, shiftMonth } from "@/lib/platform/time";
import { FUND_POOL, planFund } from "./fund-plan";
import { demoId } from "./identifiers";
import type { DemoPlan } from "./plan";
import { demoPools, type GrantPlan, type MovementPlan, type PoolPlan, planMovements } from "./pool-plan";
import { createRandom } from "./random";
import { instantOn } from "./timeline";

type Person = { id: string; name: string };
type Leads = { proposer: Person; confirmer: Person };

/** Pools with their history since the programme began; all in the load's own transaction. */
export async function writePools(client: PoolClient, plan: DemoPlan): Promise<void> {
	const person = (email: string): Person => {
		const user = plan.users.find((candidate) => candidate.email === email);
		if (!user) throw new Error("DEMO_INCOMPLETE");
		return user;
	};
	const leads = {
		proposer: person("lead@windmaker.example"),
		confirmer: person("lead2@windmaker.example"),
	};
	for (const [index, draft] of demoPools.entries()) {
		const openedAt = instantOn(addDays(plan.timeline.programme.start, -3), 10 + index / 4);
		const pool = { ...draft, id: demoId("pol", openedAt, createRandom(`pool-id-${draft.code}`)) };
		const movements = planMovements(plan, draft);
		if (draft.code === FUND_POOL) {
			movements.push(...planFund(plan).flatMap((one) => one.movements));
			movements.sort((a, b) => a.at.getTime() - b.at.getTime());
		}
		await writePool(client, pool, movements, openedAt, leads.proposer);
		await writeGrants(client, pool, movements);
		await writeChanges(client, pool, movements, leads);
		await writeMovements(client, pool, movements, leads);
		await writeMonths(client, pool, movements, plan.timeline.today);
	}
}

/** What stands in an account once everything has moved. */
function balanceOf(account: PoolAccount, movements: readonly MovementPlan[]): bigint {
	let balance = 0n;
	for (const { from, to, amount } of movements)
		balance += (to === account ? amount : 0n) - (from === account ? amount : 0n);
	return balance;
}

async function writePool(
	client: PoolClient,
	{ id, code, unit, names, purposes }: PoolPlan,
	movements: readonly MovementPlan[],
	openedAt: Date,
	opener: Person,
): Promise<void> {
	await client.query(
		`INSERT INTO pools (id, code, name_zh, name_en, purpose_zh, purpose_en, unit, total, available, reserved, granted, spent,
		                    expired, created_by_id, created_at, is_demo)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, true)`,
		[
			id,
			code,
			...names,
			...purposes,
			unit,
			-balanceOf("FUNDING", movements),
			balanceOf("AVAILABLE", movements),
			balanceOf("RESERVED", movements),
			balanceOf("GRANTED", movements),
			balanceOf("SPENT", movements),
			balanceOf("EXPIRED", movements),
			opener.id,
			openedAt,
		],
	);
}

async function writeGrants(
	client: PoolClient,
	pool: PoolPlan,
	movements: readonly MovementPlan[],
): Promise<void> {
	const ofGrant = new Map<GrantPlan, MovementPlan[]>();
	for (const movement of movements)
		if (movement.grant) ofGrant.set(movement.grant, [...(ofGrant.get(movement.grant) ?? []), movement]);
	const rows = [...ofGrant].map(([grant, own]) => ({
		id: grant.id,
		partner_id: grant.partner.id,
		organisation_id: grant.partner.organisationId,
		benefit_code: grant.benefit,
		purpose: grant.purpose,
		expires_on: grant.expiresOn,
		granted_on: own.some((movement) => movement.kind === "GRANT") ? grant.grantedOn : null,
		reserved: String(balanceOf("RESERVED", own)),
		open: String(balanceOf("GRANTED", own)),
		spent: String(balanceOf("SPENT", own)),
		expired: String(balanceOf("EXPIRED", own)),
		created_at: grant.createdAt,
	}));
	await client.query(
		`INSERT INTO pool_grants (id, pool_id, partner_id, organisation_id, benefit_code, purpose, expires_on, granted_on, reserved,
		                          open, spent, expired, created_at)
		 SELECT id, $2, partner_id, organisation_id, benefit_code, purpose, expires_on, granted_on, reserved, open, spent, expired, created_at
		   FROM json_to_recordset($1) AS r(id text, partner_id text, organisation_id text, benefit_code text, purpose text,
		        expires_on date, granted_on date, reserved int8, open int8, spent int8, expired int8, created_at timestamptz)`,
		[JSON.stringify(rows), pool.id],
	);
}

/** One lead proposed the day before, the other confirmed. */
async function writeChanges(
	client: PoolClient,
	pool: PoolPlan,
	movements: readonly MovementPlan[],
	{ proposer, confirmer }: Leads,
): Promise<void> {
	for (const movement of movements.filter(({ kind }) => kind === "RAISE"))
		await client.query(
			`INSERT INTO pool_changes (id, pool_id, kind, amount, reason, state, proposed_by_id, proposed_at, decided_by_id, decided_at)
			 VALUES ($1, $2, 'RAISE', $3, $4, 'CONFIRMED', $5, $6, $7, $8)`,
			[
				movement.id.replace("pmv_", "pch_"),
				pool.id,
				movement.amount,
				movement.reason,
				proposer.id,
				instantOn(addDays(movement.day, -1), 16),
				confirmer.id,
				movement.at,
			],
		);
}

async function writeMovements(
	client: PoolClient,
	pool: PoolPlan,
	movements: readonly MovementPlan[],
	{ proposer, confirmer }: Leads,
): Promise<void> {
	const rows = movements.map((movement) => {
		const actor = movement.kind === "RAISE" ? confirmer : proposer;
		const isOwn = movement.kind === "EXPIRE";
		return {
			id: movement.id,
			kind: movement.kind,
			from_account: movement.from,
			to_account: movement.to,
			amount: String(movement.amount),
			key: `demo:${movement.id}`,
			grant_id: movement.grant?.id ?? null,
			partner_id: movement.grant?.partner.id ?? null,
			change_id: movement.kind === "RAISE" ? movement.id.replace("pmv_", "pch_") : null,
			actor_user_id: isOwn ? null : actor.id,
			actor_label: isOwn ? "jobs:pools" : actor.name,
			reason: movement.reason,
			at: movement.at,
			booked_on: movement.day,
		};
	});
	await client.query(
		`INSERT INTO pool_movements (id, pool_id, kind, from_account, to_account, amount, key, grant_id, partner_id, change_id,
		                             actor_user_id, actor_label, reason, at, booked_on)
		 SELECT id, $2, kind, from_account, to_account, amount, key, grant_id, partner_id, change_id, actor_user_id, actor_label, reason, at, booked_on
		   FROM json_to_recordset($1) AS r(id text, kind pool_movement_kind, from_account pool_account, to_account pool_account,
		        amount int8, key text, grant_id text, partner_id text, change_id text, actor_user_id text, actor_label text,
		        reason text, at timestamptz, booked_on date)`,
		[JSON.stringify(rows), pool.id],
	);
	await appendDecisionsRaw(
		client,
		movements.map((movement) => ({
			kind: "POOL_MOVEMENT" as const,
			subjectType: "pool" as const,
			subjectId: pool.id,
			reference: movement.id,
			organisationId: movement.grant?.partner.organisationId ?? null,
			at: movement.at,
			payload: {
				amount: String(movement.amount),
				bookedOn: movement.day,
				from: movement.from,
				grant: movement.grant?.id ?? null,
				kind: movement.kind,
				partner: movement.grant?.partner.id ?? null,
				to: movement.to,
				unit: pool.unit,
			},
		})),
	);
}

/** Months whose review is over closed in the night after it. */
async function writeMonths(
	client: PoolClient,
	pool: PoolPlan,
	movements: readonly MovementPlan[],
	today: string,
): Promise<void> {
	const first = movements[0] && monthOf(movements[0].day);
	if (!first) return;
	for (let month = first; reviewUntil(month) < today; month = shiftMonth(month, 1))
		await client.query(CLOSE_MONTH, [pool.id, `${month}-01`, instantOn(addDays(reviewUntil(month), 1), 0.1)]);
}
