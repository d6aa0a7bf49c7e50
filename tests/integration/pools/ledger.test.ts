import { connect, createServer, type Socket } from "node:net";
import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { checkStoredLog } from "@/lib/domains/decisions/data/log-records";
import { sealDecisions } from "@/lib/domains/decisions/mutations/seal-decisions";
import {
	clawBackGrant,
	grantFromPool,
	grantReserved,
	releaseReserved,
	reserveFromPool,
	returnToAvailable,
	spendGrant,
} from "@/lib/domains/pools/mutations/ledger";
import { systemActor } from "@/lib/platform/audit/actor";
import { inTransaction } from "@/lib/platform/db/client";
import { columnTypes, pool } from "@/lib/platform/db/pool";
import type { Outcome } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { createLead } from "@/tests/factories/partnership";
import { changePool, fillPool, must } from "@/tests/factories/pools";
import { createPartner } from "@/tests/factories/tiers";

let leads: [PlatformScope, PlatformScope];
let partnerId: string;
const actor = systemActor("test");
const terms = () => ({ partnerId, benefitCode: "traffic-boost", purpose: "开播扶持", expiresOn: null });
const move = (poolId: string, amount: bigint, key: string) => ({
	poolId,
	amount,
	key,
	actor,
	reason: "测试",
});

beforeAll(async () => {
	leads = [await createLead(), await createLead()];
	partnerId = (await createPartner()).id;
});

async function readPool(id: string) {
	const { rows } = await pool().query(
		"SELECT total, available, reserved, granted, spent, expired, clawed_back FROM pools WHERE id = $1",
		[id],
	);
	return rows[0];
}

function count(outcomes: readonly Outcome<{ isReplay: boolean }>[]) {
	const tally: Record<string, number> = {};
	for (const outcome of outcomes) {
		const name = outcome.ok ? (outcome.isReplay ? "replayed" : "moved") : outcome.reason;
		tally[name] = (tally[name] ?? 0) + 1;
	}
	return tally;
}

test("movements that go together are answered for themselves: one the database refuses takes none with it", async () => {
	const id = await fillPool(leads, "100");
	const give = (key: string, amount: bigint, expiresOn: string | null = null) =>
		grantFromPool(pool(), { ...move(id, amount, `together-${key}`), ...terms(), expiresOn });
	const answers = await Promise.allSettled([
		give("first", 10n),
		give("second", 20n),
		give("no-such-day", 30n, "2026-13-01"),
		give("second", 20n),
		give("too-much", 71n),
		give("third", 40n),
	]);
	expect(
		answers.map((one) => (one.status === "fulfilled" ? one.value.ok || one.value.reason : "thrown")),
	).toEqual([true, true, "thrown", true, "POOL_EXHAUSTED", true]);
	expect(await readPool(id)).toMatchObject({ available: 30n, granted: 70n });
});

test("every movement of a grant, and where it leaves pool and grant", async () => {
	const id = await fillPool(leads, "1000");
	const reserved = must(await reserveFromPool(pool(), { ...move(id, 300n, "r1"), ...terms() }));
	const grantId = reserved.grantId ?? "";
	must(await grantReserved(pool(), { ...move(id, 200n, "g1"), grantId }));
	must(await releaseReserved(pool(), { ...move(id, 60n, "l1"), grantId }));
	must(await spendGrant(pool(), { ...move(id, 150n, "s1"), grantId }));
	must(await clawBackGrant(pool(), { ...move(id, 50n, "c1"), grantId, from: "GRANTED" }));
	must(await clawBackGrant(pool(), { ...move(id, 30n, "c2"), grantId, from: "SPENT" }));
	must(await returnToAvailable(pool(), { ...move(id, 80n, "t1"), from: "CLAWED_BACK" }));
	expect(await readPool(id)).toEqual({
		total: 1000n,
		available: 840n,
		reserved: 40n,
		granted: 0n,
		spent: 120n,
		expired: 0n,
		clawed_back: 0n,
	});
	expect(await spendGrant(pool(), { ...move(id, 1n, "s2"), grantId })).toMatchObject({
		reason: "GRANT_NOT_ENOUGH",
	});
	expect(await changePool(leads, id, "CUT", 840n)).toEqual({ ok: true });
	expect((await readPool(id)).available).toBe(0n);
	expect(await grantFromPool(pool(), { ...move(id, 1n, "g2"), ...terms() })).toMatchObject({
		reason: "POOL_EXHAUSTED",
	});
	// The hash the database took of each decision is the one the log takes.
	await sealDecisions(new Date());
	expect((await checkStoredLog()).fault).toBeNull();
});

// The whole of it, 1,440 claims by two processes over HTTP, is the storm of the bench (tests/bench/pool-storm).
test("40 clients ask for 7 of 2,000 at once: 285 are given it, 3 are told that it is used up", async () => {
	const id = await fillPool(leads, "2000");
	const own = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 40, types: columnTypes });
	const outcomes: Outcome<{ isReplay: boolean }>[] = [];
	let next = 0;
	await Promise.all(
		Array.from({ length: 40 }, async () => {
			for (let claim = next++; claim < 288; claim = next++)
				outcomes.push(await grantFromPool(own, { ...move(id, 7n, `claim-${claim}`), ...terms() }));
		}),
	);
	await own.end();
	expect(count(outcomes)).toEqual({ moved: 285, POOL_EXHAUSTED: 3 });
	expect(await readPool(id)).toMatchObject({ total: 2_000n, available: 5n, granted: 1_995n });
});

test("one key 20 times at once, two of them with another amount: one effect, 17 replays, 2 conflicts", async () => {
	const id = await fillPool(leads, "1000");
	const own = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20, types: columnTypes });
	const first = await grantFromPool(own, { ...move(id, 7n, "again"), ...terms() });
	const outcomes = [
		first,
		...(await Promise.all(
			Array.from({ length: 19 }, (_, at) =>
				grantFromPool(own, { ...move(id, at === 5 || at === 11 ? 8n : 7n, "again"), ...terms() }),
			),
		)),
	];
	expect(count(outcomes)).toEqual({ moved: 1, replayed: 17, POOL_KEY_CONFLICT: 2 });
	const answers = outcomes.flatMap((outcome) => (outcome.ok ? [{ ...outcome, isReplay: false }] : []));
	expect(
		new Set(answers.map((answer) => JSON.stringify(answer, (_, v) => (typeof v === "bigint" ? `${v}` : v))))
			.size,
	).toBe(1);
	// And where all of them come at the same moment, none before the others.
	const race = await Promise.all(
		Array.from({ length: 20 }, () => grantFromPool(own, { ...move(id, 7n, "race"), ...terms() })),
	);
	await own.end();
	expect(count(race)).toEqual({ moved: 1, replayed: 19 });
	expect((await readPool(id)).granted).toBe(14n);
});

test("inside another transaction it stands and falls with it, by Prisma and raw alike", async () => {
	const id = await fillPool(leads, "100");
	await expect(
		inTransaction(async (tx) => {
			must(await grantFromPool(tx, { ...move(id, 60n, "tx"), ...terms() }));
			throw new Error("the caller changed its mind");
		}),
	).rejects.toThrow("changed its mind");
	expect((await readPool(id)).available).toBe(100n);
	const kept = await inTransaction((tx) => grantFromPool(tx, { ...move(id, 60n, "tx"), ...terms() }));
	expect(kept).toMatchObject({ ok: true, isReplay: false });
	// A "no" leaves the caller's transaction usable.
	const second = await inTransaction(async (tx) => {
		const no = await grantFromPool(tx, { ...move(id, 60n, "tx2"), ...terms() });
		return [no, await grantFromPool(tx, { ...move(id, 40n, "tx3"), ...terms() })];
	});
	expect(second).toMatchObject([{ reason: "POOL_EXHAUSTED" }, { ok: true }]);
});

test("a connection cut after the commit: the retry finds what it did", async () => {
	const id = await fillPool(leads, "100");
	const url = new URL(process.env.DATABASE_URL ?? "");
	const upstream = Number(url.port);
	let cut = false;
	const sockets: Socket[] = [];
	// Whatever is asked reaches the server; once armed, its answer never arrives.
	const proxy = createServer((client) => {
		const server = connect(upstream, url.hostname);
		sockets.push(client, server);
		client.on("error", () => undefined).pipe(server);
		server.on("error", () => undefined).on("data", (data) => (cut ? client.destroy() : client.write(data)));
	});
	await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
	url.port = String((proxy.address() as { port: number }).port);
	const own = new pg.Client({ connectionString: url.href, types: columnTypes });
	own.on("error", () => undefined);
	await own.connect();
	await own.query("SELECT 1");
	cut = true;
	const claim = { ...move(id, 30n, "cut"), ...terms() };
	await expect(grantFromPool(own, claim)).rejects.toThrow();
	for (const socket of sockets) socket.destroy();
	proxy.close();
	const effect = async () =>
		(await pool().query("SELECT id FROM pool_movements WHERE key = 'cut'")).rows.map((row) => row.id);
	await vi.waitFor(async () => expect(await effect()).toHaveLength(1));
	const retried = must(await grantFromPool(pool(), claim));
	expect([retried.isReplay, retried.movementId]).toEqual([true, (await effect())[0]]);
	expect((await readPool(id)).available).toBe(70n);
});

test("the database refuses what no door may do", async () => {
	const id = await fillPool(leads, "100");
	const { grantId } = must(await grantFromPool(pool(), { ...move(id, 40n, "kept"), ...terms() }));
	const refused = (sql: string) => expect(pool().query(sql, [id]), sql).rejects.toThrow();
	await refused("UPDATE pools SET available = available - 61, granted = granted + 61 WHERE id = $1");
	await refused("UPDATE pools SET available = available + 1 WHERE id = $1");
	await refused("UPDATE pool_movements SET amount = 41 WHERE pool_id = $1");
	await refused("DELETE FROM pool_movements WHERE pool_id = $1");
	await refused("UPDATE pool_changes SET decided_by_id = proposed_by_id WHERE pool_id = $1");
	await expect(
		pool().query("UPDATE pool_grants SET open = open - 41, spent = spent + 41 WHERE id = $1", [grantId]),
	).rejects.toThrow(/never_overdrawn/);
	expect(await grantFromPool(pool(), { ...move(id, 0n, "zero"), ...terms() })).toMatchObject({
		reason: "AMOUNT_INVALID",
	});
	const gone = await createPartner({ status: "EXITED" });
	expect(
		await grantFromPool(pool(), { ...move(id, 1n, "gone"), ...terms(), partnerId: gone.id }),
	).toMatchObject({ reason: "PARTNER_FROZEN" });
	await expect(
		grantFromPool(pool(), { ...move(id, 1n, "none"), ...terms(), partnerId: "prt_none" }),
	).rejects.toThrow("NOT_FOUND");
	const other = await fillPool(leads, "100");
	const write = (poolId: string, kind: string, from: string, to: string, named: string) =>
		pool().query(
			`INSERT INTO pool_movements (id, pool_id, kind, from_account, to_account, amount, key, grant_id, partner_id, actor_label, reason, at, booked_on)
			 SELECT 'm-x', $1, $2::pool_movement_kind, $3::pool_account, $4::pool_account, 1, 'k-x', ${named}, 'x', 'x', at, booked_on
			   FROM pool_movements WHERE key = 'kept'`,
			[poolId, kind, from, to],
		);
	await expect(write(other, "SPEND", "GRANTED", "SPENT", "grant_id, partner_id")).rejects.toThrow(
		/grant_id_pool_id_fkey/,
	);
	await expect(write("pol_none", "RETURN", "EXPIRED", "AVAILABLE", "NULL, NULL")).rejects.toThrow(
		/there is no pool/,
	);
	await expect(spendGrant(pool(), { ...move(other, 1n, "x"), grantId: grantId ?? "" })).rejects.toThrow(
		"NOT_FOUND",
	);
});
