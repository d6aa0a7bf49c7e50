import { beforeAll, expect, test } from "vitest";
import {
	appealAsShop,
	appealForBuyer,
	decideClaimAppeal,
} from "@/lib/domains/trust/mutations/claims/appeal-claim";
import { decideClaim } from "@/lib/domains/trust/mutations/claims/decide-claim";
import { moveDeposit } from "@/lib/domains/trust/mutations/claims/move-deposit";
import { openClaim } from "@/lib/domains/trust/mutations/claims/open-claim";
import {
	addEvidence,
	assignClaims,
	reviseFacts,
	settleClaims,
} from "@/lib/domains/trust/mutations/claims/work-claim";
import { claimFactsSchema } from "@/lib/domains/trust/schema/claims";
import { actorOf } from "@/lib/platform/audit/actor";
import { db, inTransaction } from "@/lib/platform/db/client";
import type { Outcome } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { createMember } from "@/tests/factories/identity";
import { must } from "@/tests/factories/pools";
import { claimOn, createTrustShop, hold, sell, type TrustShop } from "@/tests/factories/trust-claims";

const at = (text: string) => new Date(`${text}+08:00`);
const now = at("2026-11-16T10:00:00");
let reviewer: PlatformScope;
let lead: PlatformScope;
let shop: TrustShop;
let foreign: TrustShop;

const byOps = () => ({ actor: actorOf(reviewer), channel: "OPERATIONS" as const });
const read = (id: string) => db().trustClaim.findUniqueOrThrow({ where: { id } });
const topUp = (yuan: bigint, of: TrustShop | null = shop, key = newId("key")) =>
	moveDeposit(
		lead,
		{ shopId: of?.shopId ?? null, kind: "TOP_UP", amount: yuan * 100n, reason: "保证金到账", key },
		now,
	);
const open = async (...args: Parameters<typeof claimOn>) =>
	read(must(await openClaim(byOps(), claimOn(...args), now)).claimId);
const ordinary = { signedOn: "2026-11-12", goodsClass: "ORDINARY" };
const tally = (outcomes: readonly Outcome[]) => outcomes.map((one) => one.ok || one.reason).sort();
const grantOf = (claim: { id: string; version: number }, amountFen: string, more: object = {}) => ({
	...{ claimId: claim.id, version: claim.version, outcome: "GRANTED" as const, amountFen, note: "" },
	...{ reason: "PROMISE_APPLIES" as const, payer: "SHOP" as const },
	...more,
});
async function balance(of: TrustShop) {
	return (await db().trustAccount.findUnique({ where: { shopId: of.shopId } }))?.balanceFen ?? 0n;
}

beforeAll(async () => {
	[reviewer, lead] = [
		(await createMember({ role: "ops_reviewer" })).scope,
		(await createMember({ role: "ops_lead" })).scope,
	];
	shop = await createTrustShop();
	foreign = await createTrustShop();
	for (const guarantee of [
		"SEVEN_DAY_RETURN",
		"TENFOLD_COMPENSATION",
		"REFUND_WITHOUT_RETURN",
		"RETURN_FREIGHT",
	] as const)
		await hold(shop, guarantee);
	const sold = { at: "2026-11-10 10:00:00", product: "P1" };
	await sell(
		shop,
		Array.from({ length: 12 }, (_, index) => ({
			...sold,
			event: `O${index}`,
			buyer: `B${index}`,
			amount: "100.00",
		})),
	);
});

test("what passes every screen is granted and paid at once, from the deposit, once", async () => {
	must(await topUp(500n));
	const before = await balance(shop);
	const input = claimOn("O0", { facts: ordinary });
	const outcomes = await Promise.all([1, 2, 3].map(() => openClaim(byOps(), input, now)));
	const ids = new Set(outcomes.map((one) => must(one).claimId));
	expect(ids.size).toBe(1);
	const claim = await read([...ids][0] ?? "");
	expect(claim).toMatchObject({ state: "PAID", outcome: "GRANTED", amountFen: 10_000n, decidedById: null });
	expect(claim.number).toMatch(/^TC-2026-\d{6}$/);
	expect(before - (await balance(shop))).toBe(10_000n);
	expect(await openClaim(byOps(), { ...input, eventId: "O1" }, now)).toMatchObject({ reason: "KEY_REUSED" });
});

test("two doors at once open one claim on a line; once refused there is room for another", async () => {
	const doors = await Promise.all(
		["API", "OPERATIONS"].map((channel) =>
			openClaim({ actor: actorOf(reviewer), channel: channel as "API" }, claimOn("O1"), now),
		),
	);
	expect(tally(doors)).toEqual(["CLAIMED_ALREADY", true]);
	const claim = await db().trustClaim.findFirstOrThrow({ where: { eventId: "O1", shopId: shop.shopId } });
	expect(claim).toMatchObject({ state: "OPENED", verdict: "PERSON", outcome: null });
	must(
		await decideClaim(
			reviewer,
			{
				claimId: claim.id,
				version: claim.version,
				outcome: "REFUSED",
				reasons: ["EVIDENCE_MISSING"],
				note: "没有签收记录",
			},
			now,
		),
	);
	expect((await open("O1", { facts: ordinary })).state).toBe("PAID");
});

test("a machine never refuses; against a failed screen only the platform pays, out of goodwill", async () => {
	const late = await open("O2", { facts: { ...ordinary, signedOn: "2026-11-02" } });
	expect(late).toMatchObject({ state: "OPENED", verdict: "FAIL", outcome: null });
	expect(await decideClaim(reviewer, grantOf(late, "10000"), now)).toMatchObject({ reason: "SCREEN_FAILED" });
	const goodwill = grantOf(late, "10000", { reason: "GOODWILL", payer: "PLATFORM" });
	expect(await decideClaim(reviewer, goodwill, now)).toMatchObject({ fieldErrors: { note: "REQUIRED" } });
	expect(must(await decideClaim(reviewer, { ...goodwill, note: "物流异常" }, now)).isQueued).toBe(true);
	must(await topUp(100n, null));
	expect(await read(late.id)).toMatchObject({ state: "PAID", payer: "PLATFORM" });
});

test("the buyer's habits refuse nothing the law gives", async () => {
	const claim = await open("O3", { reason: "QUALITY" });
	const refusal = { claimId: claim.id, version: claim.version, outcome: "REFUSED" as const, note: "频繁" };
	expect(await decideClaim(reviewer, { ...refusal, reasons: ["CLAIMS_OFTEN"] }, now)).toMatchObject({
		reason: "REASON_OF_ANOTHER_CASE",
	});
});

test("an amount that changed meanwhile is asked for again: the order was refunded in part", async () => {
	const claim = await open("O4", {
		guarantee: "TENFOLD_COMPENSATION",
		reason: "COUNTERFEIT",
		facts: { isFood: false },
	});
	const revised = { claimId: claim.id, version: claim.version, note: "鉴定机构报告" };
	must(
		await reviseFacts(
			reviewer,
			{ ...revised, facts: claimFactsSchema.parse({ isFood: false, isCounterfeitEstablished: true }) },
			now,
		),
	);
	expect(await reviseFacts(reviewer, { ...revised, facts: claimFactsSchema.parse({}) }, now)).toMatchObject({
		reason: "STALE_VERSION",
	});
	const ready = await read(claim.id);
	expect(ready).toMatchObject({ verdict: "PASS", state: "OPENED" });
	await sell(shop, [
		{
			event: "O4",
			line: 2,
			type: "refund",
			at: "2026-11-15 09:00:00",
			product: "P1",
			buyer: "B4",
			amount: "40.00",
		},
	]);
	const decided = await decideClaim(reviewer, grantOf(ready, "100000"), now);
	// The feed's refund names no sale: what was refunded is not known any more.
	expect(decided).toMatchObject({ reason: "FACT_MISSING" });
});

test("evidence of the shop brings the decision up; a foreign shop finds nothing", async () => {
	const claim = await open("O5");
	const evidence = { claimId: claim.id, party: "BUYER" as const, text: "已发货" };
	await expect(addEvidence(foreign.scope, evidence, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
	must(await addEvidence(shop.scope, evidence, now));
	expect(await read(claim.id)).toMatchObject({
		state: "EVIDENCE",
		dueOn: new Date("2026-11-19"),
		respondedAt: now,
	});
	const [said] = await db().trustClaimEvidence.findMany({ where: { claimId: claim.id } });
	expect(said?.party).toBe("SHOP");
	expect(
		must(await assignClaims(reviewer, { claimIds: [claim.id, "none"], assigneeId: lead.userId }, now)).count,
	).toBe(1);
	expect(
		must(await assignClaims(reviewer, { claimIds: [claim.id], assigneeId: lead.userId }, now)).count,
	).toBe(0);
	await expect(
		assignClaims(reviewer, { claimIds: [claim.id], assigneeId: shop.scope.userId }, now),
	).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an exhausted deposit queues and never goes below zero; what comes in pays the oldest first", async () => {
	const poor = await createTrustShop();
	await hold(poor, "SEVEN_DAY_RETURN");
	const sold = { at: "2026-11-10 10:00:00", product: "P1" };
	await sell(
		poor,
		[1, 2, 3].map((n) => ({ ...sold, event: `Q${n}`, buyer: `Q${n}`, amount: `${n}0.00` })),
	);
	must(await topUp(15n, poor));
	const [first, second, third] = [
		await open("Q1", { facts: ordinary }),
		await open("Q2", { facts: ordinary }),
		await open("Q3", { facts: ordinary }),
	];
	expect([first, second, third].map((one) => one.paymentState)).toEqual(["PAID", "QUEUED", "QUEUED"]);
	expect(await balance(poor)).toBe(500n);
	const out = { shopId: poor.shopId, kind: "WITHDRAWAL" as const, reason: "退还", key: newId("key") };
	expect(await moveDeposit(lead, { ...out, amount: 500n }, now)).toMatchObject({ reason: "DEPOSIT_OWED" });
	const key = newId("key");
	const twice = await Promise.all([topUp(20n, poor, key), topUp(20n, poor, key)]);
	expect(twice.map((one) => must(one).isReplay).sort()).toEqual([false, true]);
	expect([await read(second.id), await read(third.id)].map((one) => one.paymentState)).toEqual([
		"PAID",
		"QUEUED",
	]);
	must(await topUp(30n, poor));
	expect((await read(third.id)).state).toBe("PAID");
	expect(await moveDeposit(lead, { ...out, amount: 501n }, now)).toMatchObject({
		reason: "DEPOSIT_NOT_ENOUGH",
	});
	expect(must(await moveDeposit(lead, { ...out, amount: 500n }, now)).balanceFen).toBe("0");
});

test("a refusal is appealed once, answered by someone else, granted and paid", async () => {
	const claim = await open("O6");
	const refusal = { claimId: claim.id, version: claim.version, outcome: "REFUSED" as const };
	must(await decideClaim(reviewer, { ...refusal, reasons: ["EVIDENCE_MISSING"], note: "缺签收" }, now));
	const statement = { claimId: claim.id, statement: "签收记录已补" };
	expect(await appealAsShop(shop.scope, statement, now)).toMatchObject({ reason: "APPEAL_OF_OTHER_SIDE" });
	expect(await appealForBuyer(reviewer, statement, at("2026-12-02T10:00:00"))).toMatchObject({
		reason: "APPEAL_TOO_LATE",
	});
	must(await appealForBuyer(reviewer, statement, at("2026-12-01T10:00:00")));
	expect(await appealForBuyer(reviewer, statement, now)).toMatchObject({ reason: "APPEALED_ALREADY" });
	const answer = async () => ({
		...{
			claimId: claim.id,
			version: (await read(claim.id)).version,
			decision: "UPHELD" as const,
			note: "补证有效",
		},
	});
	expect(await decideClaimAppeal(reviewer, await answer(), now)).toMatchObject({
		reason: "APPEAL_OWN_DECISION",
	});
	must(await decideClaimAppeal(lead, await answer(), now));
	expect(await read(claim.id)).toMatchObject({ state: "PAID", outcome: "GRANTED", amountFen: 10_000n });
	expect(await decideClaimAppeal(lead, await answer(), now)).toMatchObject({ reason: "APPEAL_ANSWERED" });
});

test("upheld for the shop, the buyer keeps what was paid and the platform makes it good", async () => {
	const claim = await open("O7", { facts: ordinary });
	await expect(
		appealAsShop(foreign.scope, { claimId: claim.id, statement: "非本店商品" }, now),
	).rejects.toMatchObject({ code: "NOT_FOUND" });
	must(await appealAsShop(shop.scope, { claimId: claim.id, statement: "商品已使用" }, now));
	const before = await balance(shop);
	const answer = async () => ({
		...{
			claimId: claim.id,
			version: (await read(claim.id)).version,
			decision: "UPHELD" as const,
			note: "证据充分",
		},
	});
	expect(await decideClaimAppeal(lead, await answer(), now)).toMatchObject({
		reason: "PLATFORM_ACCOUNT_EMPTY",
	});
	must(await topUp(100n, null));
	must(await decideClaimAppeal(lead, await answer(), now));
	expect((await balance(shop)) - before).toBe(10_000n);
	expect(await read(claim.id)).toMatchObject({ outcome: "GRANTED", paymentState: "PAID" });
});

test("time alone: no answer brings the decision up, the end of the appeal closes", async () => {
	const claim = await open("O8");
	const settle = (day: string) => inTransaction((tx) => settleClaims(tx, at(`${day}T09:00:00`)));
	await settle("2026-11-19");
	expect((await read(claim.id)).state).toBe("OPENED");
	await settle("2026-11-20");
	expect(await read(claim.id)).toMatchObject({ state: "EVIDENCE", wasOverdue: true });
	const paid = await open("O9", { facts: ordinary });
	await settle("2026-12-01");
	expect((await read(paid.id)).state).toBe("PAID");
	await settle("2026-12-02");
	expect(await read(paid.id)).toMatchObject({ state: "CLOSED", closedAt: at("2026-12-02T09:00:00") });
});

test("what is not there is told at its field: no such line, a notice before the payment, a shop without a brand", async () => {
	const ask = (input: ReturnType<typeof claimOn>) => openClaim(byOps(), input, now);
	expect(await ask(claimOn("NONE"))).toMatchObject({ fieldErrors: { eventId: "LINE_UNKNOWN" } });
	expect(await ask(claimOn("O10", { noticeSentAt: "2026-11-10T09:59:59+08:00" }))).toMatchObject({
		fieldErrors: { noticeSentAt: "NOTICE_IMPOSSIBLE" },
	});
	await sell({ ...shop, code: newId("shop") }, [{ event: "X1", at: "2026-11-10 10:00:00" }]);
	expect(await ask(claimOn("X1"))).toMatchObject({ reason: "SHOP_WITHOUT_BRAND" });
});
