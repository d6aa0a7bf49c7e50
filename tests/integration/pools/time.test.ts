import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { listOwnGrants } from "@/lib/domains/pools/data/grants";
import { readPoolDay } from "@/lib/domains/pools/data/pools";
import { listPoolMonths, readOwnStatement } from "@/lib/domains/pools/data/statements";
import { closeMonths } from "@/lib/domains/pools/mutations/close-months";
import { expireGrants } from "@/lib/domains/pools/mutations/expire-grants";
import { grantFromPool, reserveFromPool, spendGrant } from "@/lib/domains/pools/mutations/ledger";
import { answerObjection, raiseObjection } from "@/lib/domains/pools/mutations/objections";
import { systemActor } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { createLead, createOwnPartner } from "@/tests/factories/partnership";
import { fillPool, holdClock, must } from "@/tests/factories/pools";

let leads: [PlatformScope, PlatformScope];
let own: { partner: { id: string }; scope: PartnerScope };
let other: PartnerScope;
const actor = systemActor("test");
const move = (poolId: string, amount: bigint, key: string) => ({
	poolId,
	amount,
	key,
	actor,
	reason: "测试",
});

beforeAll(async () => {
	leads = [await createLead(), await createLead()];
	own = await createOwnPartner();
	other = (await createOwnPartner()).scope;
});
afterEach(() => vi.useRealTimers());

async function readGrant(id: string) {
	const { rows } = await pool().query(
		"SELECT open, reserved, expired, released FROM pool_grants WHERE id = $1",
		[id],
	);
	return rows[0];
}

test("a grant ends with its last day in Shanghai, whatever the application server believes the time to be", async () => {
	await holdClock("2026-11-10T02:00:00Z");
	const id = await fillPool(leads, "1000");
	const terms = { partnerId: own.partner.id, benefitCode: null, purpose: "到期", expiresOn: "2026-11-30" };
	const granted = must(await grantFromPool(pool(), { ...move(id, 100n, "exp-1"), ...terms })).grantId ?? "";
	const reserved = must(await reserveFromPool(pool(), { ...move(id, 50n, "exp-2"), ...terms })).grantId ?? "";
	expect(
		await grantFromPool(pool(), { ...move(id, 1n, "exp-3"), ...terms, expiresOn: "2026-11-09" }),
	).toMatchObject({ reason: "EXPIRES_IN_PAST" });

	// A second before midnight in Shanghai; the application's clock is a day ahead.
	await holdClock("2026-11-30T15:59:59.999Z");
	vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-12-01T15:59:59Z") });
	expect(await readPoolDay()).toBe("2026-11-30");
	must(await spendGrant(pool(), { ...move(id, 10n, "exp-4"), grantId: granted }));
	expect(await expireGrants()).toEqual({ expired: 0, released: 0 });

	// Midnight; the application's clock is a day behind. It cannot be spent any more before anything has been written down.
	await holdClock("2026-11-30T16:00:00Z");
	vi.setSystemTime(new Date("2026-11-29T16:00:00Z"));
	expect(await spendGrant(pool(), { ...move(id, 10n, "exp-5"), grantId: granted })).toMatchObject({
		reason: "GRANT_EXPIRED",
	});
	const runs = await Promise.all([expireGrants(), expireGrants()]);
	expect(runs.reduce((sum, run) => sum + run.expired + run.released, 0)).toBe(2);
	expect(await readGrant(granted)).toEqual({ open: 0n, reserved: 0n, expired: 90n, released: 0n });
	expect(await readGrant(reserved)).toEqual({ open: 0n, reserved: 0n, expired: 0n, released: 50n });
	const { rows } = await pool().query(
		"SELECT DISTINCT booked_on FROM pool_movements WHERE pool_id = $1 AND kind IN ('EXPIRE', 'RELEASE')",
		[id],
	);
	expect(rows).toEqual([{ booked_on: "2026-12-01" }]);
	const told = await pool().query(
		"SELECT count(*)::int AS n FROM notifications WHERE kind = 'poolExpired' AND user_id = $1",
		[own.scope.userId],
	);
	expect(told.rows[0]?.n).toBe(1);
});

test("a month is reviewed for seven days, waits for its objections, closes, and never changes again", async () => {
	await holdClock("2026-10-20T02:00:00Z");
	const id = await fillPool(leads, "1000");
	const terms = { partnerId: own.partner.id, benefitCode: null, purpose: "对账", expiresOn: null };
	const grantId = must(await grantFromPool(pool(), { ...move(id, 300n, "m-1"), ...terms })).grantId ?? "";
	must(await spendGrant(pool(), { ...move(id, 40n, "m-2"), grantId }));

	// November has begun in Shanghai, and nowhere else.
	await holdClock("2026-10-31T16:00:00Z");
	const objection = { poolId: id, month: "2026-10", statement: "少记了 20" };
	expect(await raiseObjection(own.scope, { ...objection, month: "2026-11" })).toMatchObject({
		reason: "NOT_UNDER_REVIEW",
	});
	await expect(raiseObjection(other, objection)).rejects.toThrow("NOT_FOUND");
	must(await raiseObjection(own.scope, objection));
	expect(await raiseObjection(own.scope, objection)).toMatchObject({ reason: "OBJECTION_OPEN" });
	// What was forgotten is told of the day it happened.
	must(await spendGrant(pool(), { ...move(id, 20n, "m-3"), grantId, bookedOn: "2026-10-30" }));
	expect(await spendGrant(pool(), { ...move(id, 1n, "m-4"), grantId, bookedOn: "2026-10-19" })).toMatchObject(
		{
			reason: "BEFORE_GRANT",
		},
	);
	expect(await spendGrant(pool(), { ...move(id, 1n, "m-5"), grantId, bookedOn: "2026-11-02" })).toMatchObject(
		{
			reason: "BOOKED_IN_FUTURE",
		},
	);

	await holdClock("2026-11-07T15:59:59Z");
	expect(await closeMonths()).toBe(0);
	await holdClock("2026-11-07T16:00:00Z");
	const ofPool = async () =>
		(await listPoolMonths(leads[0], id, await readPoolDay())).find((row) => row.month === "2026-10");
	await closeMonths();
	expect((await ofPool())?.state).toBe("DUE");
	const { rows } = await pool().query<{ id: string }>("SELECT id FROM pool_objections WHERE pool_id = $1", [
		id,
	]);
	const answer = { objectionId: rows[0]?.id ?? "", answer: "已补记 20" };
	must(await answerObjection(leads[0], answer));
	expect(await answerObjection(leads[1], answer)).toMatchObject({ reason: "ALREADY_ANSWERED" });
	await closeMonths();
	expect(await ofPool()).toMatchObject({
		state: "CLOSED",
		grantedOut: 300n,
		spent: 60n,
		closing: { total: 1000n, available: 700n, granted: 240n, spent: 60n },
	});

	expect(await spendGrant(pool(), { ...move(id, 1n, "m-6"), grantId, bookedOn: "2026-10-30" })).toMatchObject(
		{
			reason: "MONTH_CLOSED",
		},
	);
	await expect(
		pool().query(
			`INSERT INTO pool_movements (id, pool_id, kind, from_account, to_account, amount, key, grant_id, partner_id, actor_label, reason, at, booked_on)
			 SELECT 'late', pool_id, kind, from_account, to_account, amount, 'late', grant_id, partner_id, 'x', 'x', at, booked_on
			   FROM pool_movements WHERE key = 'm-2'`,
		),
	).rejects.toThrow(/is closed/);
	await expect(pool().query("UPDATE pool_months SET available = 701, granted = 239")).rejects.toThrow(
		/never change/,
	);

	expect(await readOwnStatement(own.scope, "2026-10")).toMatchObject([
		{ poolId: id, opening: 0n, granted: 300n, spent: 60n, closing: 240n },
	]);
	expect((await readOwnStatement(own.scope, "2026-11")).find((line) => line.poolId === id)).toMatchObject({
		opening: 240n,
		closing: 240n,
	});
	expect(await readOwnStatement(other, "2026-10")).toEqual([]);
	expect(await listOwnGrants(other)).toEqual([]);
	expect((await listOwnGrants(own.scope)).map((grant) => grant.id)).toContain(grantId);
});
