import "server-only";
import type { PoolClient } from "pg";
import { movePool } from "@/lib/domains/pools/mutations/move";
import { tellLeads } from "@/lib/domains/pools/mutations/tell";
import type { CreatePool, DecideChange, ProposeChange } from "@/lib/domains/pools/schema";
import type { PoolUnit } from "@/lib/domains/pools/types";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { bothNames } from "@/lib/platform/notifications/both-names";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

type Proposal = { poolId: string; kind: "RAISE" | "CUT"; amount: bigint; reason: string };

/** Sets up an empty pool and proposes what it is to hold: another lead decides on that. */
export function createPool(scope: PlatformScope, input: CreatePool): Promise<Outcome<{ poolId: string }>> {
	grant(scope, "pool.manage");
	return inRawOutcomeTransaction(async (client) => {
		const poolId = newId("pol");
		const { code, nameZh, nameEn, purposeZh, purposeEn, unit, amount, reason } = input;
		const { rowCount } = await client.query(
			`INSERT INTO pools (id, code, name_zh, name_en, purpose_zh, purpose_en, unit, created_by_id, created_at)
			 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, pool_now()) ON CONFLICT (code) DO NOTHING`,
			[poolId, code, nameZh, nameEn, purposeZh, purposeEn, unit, scope.userId],
		);
		if (rowCount === 0) return refuse("POOL_CODE_TAKEN", { fieldErrors: { code: "POOL_CODE_TAKEN" } });
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "pool.create",
			subjectType: "pool",
			subjectId: poolId,
			organisationId: null,
			after: { code, unit },
			reason,
		});
		const proposed = await propose(client, scope, { poolId, kind: "RAISE", amount, reason });
		return proposed.ok ? { ok: true, poolId } : proposed;
	});
}

/** A lead proposes a raise or a cut. A cut below what is used is refused now, and again when it is decided. */
export function proposeChange(
	scope: PlatformScope,
	input: ProposeChange,
): Promise<Outcome<{ changeId: string }>> {
	grant(scope, "pool.manage");
	return inRawOutcomeTransaction(async (client) => {
		const { rows } = await client.query<{ available: bigint; unit: PoolUnit }>(
			"SELECT available, unit FROM pools WHERE id = $1",
			[input.poolId],
		);
		const pool = rows[0];
		if (pool?.unit !== input.unit) throw new AppError("NOT_FOUND");
		if (input.kind === "CUT" && input.amount > pool.available)
			return refuse("CUT_BELOW_USE", { fieldErrors: { amount: "CUT_BELOW_USE" } });
		return propose(client, scope, input);
	});
}

async function propose(
	client: PoolClient,
	scope: PlatformScope,
	{ poolId, kind, amount, reason }: Proposal,
): Promise<Outcome<{ changeId: string }>> {
	const changeId = newId("pch");
	const { rowCount } = await client.query(
		`INSERT INTO pool_changes (id, pool_id, kind, amount, reason, proposed_by_id, proposed_at)
		 VALUES ($1, $2, $3, $4, $5, $6, pool_now()) ON CONFLICT (pool_id) WHERE state = 'PROPOSED' DO NOTHING`,
		[changeId, poolId, kind, amount, reason, scope.userId],
	);
	if (rowCount === 0) return refuse("POOL_CHANGE_OPEN");
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: "pool-change.propose",
		subjectType: "pool",
		subjectId: poolId,
		organisationId: null,
		after: { change: changeId, kind, amount: amount.toString() },
		reason,
	});
	const { rows } = await client.query<{ zh: string; en: string }>(
		"SELECT name_zh AS zh, name_en AS en FROM pools WHERE id = $1",
		[poolId],
	);
	await tellLeads(client, scope.userId, {
		key: `pool-change:${changeId}`,
		kind: kind === "RAISE" ? "poolRaiseProposed" : "poolCutProposed",
		params: { pool: rows[0] ? bothNames(rows[0]) : "", by: scope.userName },
		href: routes.ops.poolView(poolId, { view: "changes" }),
	});
	return { ok: true, changeId };
}

type OpenChange = Proposal & { proposedById: string; zh: string; en: string };

/** The proposal, locked; undefined where there is none or it is decided. */
async function lockChange(client: PoolClient, id: string): Promise<OpenChange & { state: string }> {
	const { rows } = await client.query<OpenChange & { state: string }>(
		`SELECT c.pool_id AS "poolId", c.kind, c.amount, c.reason, c.state, c.proposed_by_id AS "proposedById",
		        p.name_zh AS zh, p.name_en AS en
		   FROM pool_changes c JOIN pools p ON p.id = c.pool_id WHERE c.id = $1 FOR UPDATE OF c`,
		[id],
	);
	if (!rows[0]) throw new AppError("NOT_FOUND");
	return rows[0];
}

async function close(
	client: PoolClient,
	scope: PlatformScope,
	id: string,
	change: OpenChange,
	state: "CONFIRMED" | "DECLINED" | "WITHDRAWN",
	note: string | null,
): Promise<void> {
	await client.query(
		`UPDATE pool_changes SET state = $2, decided_by_id = $3, decided_at = pool_now(), note = $4
		  WHERE id = $1 AND state = 'PROPOSED'`,
		[id, state, scope.userId, note],
	);
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: `pool-change.${state === "CONFIRMED" ? "confirm" : state === "DECLINED" ? "decline" : "withdraw"}`,
		subjectType: "pool",
		subjectId: change.poolId,
		organisationId: null,
		before: { state: "PROPOSED" },
		after: { change: id, state, kind: change.kind, amount: change.amount.toString() },
		reason: note ?? undefined,
	});
}

/** Another lead confirms or declines a proposal; what is confirmed moves in the same transaction. */
export function decideChange(scope: PlatformScope, input: DecideChange): Promise<Outcome<object>> {
	grant(scope, "pool.manage");
	return inRawOutcomeTransaction<object>(async (client) => {
		const change = await lockChange(client, input.changeId);
		if (change.state !== "PROPOSED") return refuse("POOL_CHANGE_DECIDED");
		if (change.proposedById === scope.userId) return refuse("POOL_DECIDED_BY_OTHER");
		const note = input.note.trim() || null;
		if (input.decision === "DECLINED" && !note)
			return refuse("REQUIRED", { fieldErrors: { note: "REQUIRED" } });
		await close(client, scope, input.changeId, change, input.decision, note);
		if (input.decision === "CONFIRMED") {
			const raise = change.kind === "RAISE";
			const moved = await movePool(client, {
				poolId: change.poolId,
				kind: change.kind,
				from: raise ? "FUNDING" : "AVAILABLE",
				to: raise ? "AVAILABLE" : "FUNDING",
				amount: change.amount,
				key: `change:${input.changeId}`,
				actor: actorOf(scope),
				reason: change.reason,
				changeId: input.changeId,
			});
			// A cut that fitted when it was proposed may not fit any more; it is not the fault of a field here.
			if (!moved.ok) return refuse(moved.reason);
		}
		await notifyUsersRaw(client, [change.proposedById], {
			key: `pool-change-decided:${input.changeId}`,
			kind: input.decision === "CONFIRMED" ? "poolChangeConfirmed" : "poolChangeDeclined",
			params: { pool: bothNames(change), by: scope.userName },
			href: routes.ops.poolView(change.poolId, { view: "changes" }),
		});
		return { ok: true };
	});
}

/** Whoever proposed a change takes it back before it is decided. */
export function withdrawChange(
	scope: PlatformScope,
	{ changeId }: { changeId: string },
): Promise<Outcome<object>> {
	grant(scope, "pool.manage");
	return inRawOutcomeTransaction<object>(async (client) => {
		const change = await lockChange(client, changeId);
		if (change.state !== "PROPOSED") return refuse("POOL_CHANGE_DECIDED");
		if (change.proposedById !== scope.userId) return refuse("FORBIDDEN");
		await close(client, scope, changeId, change, "WITHDRAWN", null);
		return { ok: true };
	});
}
