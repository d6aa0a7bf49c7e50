import { beforeAll, expect, test } from "vitest";
import { findAccount, listAccounts, listEntries } from "@/lib/domains/trust/data/claims/accounts";
import { findRecall } from "@/lib/domains/trust/data/claims/recalls";
import { grantRecall } from "@/lib/domains/trust/mutations/claims/grant-recall";
import { moveDeposit } from "@/lib/domains/trust/mutations/claims/move-deposit";
import { openClaim } from "@/lib/domains/trust/mutations/claims/open-claim";
import { dropRecall, previewRecall, startRecall } from "@/lib/domains/trust/mutations/claims/recall-batch";
import { actorOf } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { createMember } from "@/tests/factories/identity";
import { must } from "@/tests/factories/pools";
import { claimOn, createTrustShop, hold, sell, type TrustShop } from "@/tests/factories/trust-claims";

const now = new Date();
let lead: PlatformScope;
let shop: TrustShop;
let foreign: TrustShop;

const batch = () => ({
	...{ shopId: shop.shopId, productId: "BATCH", fromDay: "2026-10-01", toDay: "2026-10-31" },
	...{ guarantee: "TENFOLD_COMPENSATION" as const, note: "检测为假冒", isFood: false },
});
const by = () => ({ userId: lead.userId, organisationId: lead.organisationId });

beforeAll(async () => {
	lead = (await createMember({ role: "ops_lead" })).scope;
	shop = await createTrustShop();
	foreign = await createTrustShop();
	await hold(shop, "TENFOLD_COMPENSATION", new Date("2026-10-05T00:00:00+08:00"));
	const sold = { product: "BATCH", amount: "100.00" };
	await sell(shop, [
		{ ...sold, event: "R1", buyer: "b1", at: "2026-10-04 23:59:59" },
		{ ...sold, event: "R2", buyer: "b2", at: "2026-10-06 10:00:00" },
		{ ...sold, event: "R3", buyer: "b3", at: "2026-10-07 10:00:00", amount: "20.00" },
		{ ...sold, event: "R4", buyer: "b4", at: "2026-10-08 10:00:00" },
		{ ...sold, event: "R5", buyer: "b5", at: "2026-11-01 00:00:00" },
	]);
	const claim = claimOn("R4", { guarantee: "TENFOLD_COMPENSATION", reason: "COUNTERFEIT" });
	must(await openClaim({ actor: actorOf(lead), channel: "OPERATIONS" }, claim, now));
});

test("a dry run says what each line would get and why others are left out; nothing is written", async () => {
	const before = await db().trustClaim.count();
	const { recallId } = must(await previewRecall(lead, batch(), now));
	expect(await db().trustClaim.count()).toBe(before);
	const { recall, lines } = await findRecall(lead, recallId, now);
	// 100.00 by the promise, 20.00 by the law's least: 20 + 500.
	expect(recall).toMatchObject({ lines: 2, leftOut: 2, amountFen: 152_000n, state: "PREVIEWED" });
	expect(lines.map(({ eventId, amountFen, reason }) => [eventId, amountFen, reason])).toEqual([
		["R1", null, "NOT_HELD_WHEN_PAID"],
		["R2", 100_000n, null],
		["R3", 52_000n, null],
		["R4", null, "CLAIMED_ALREADY"],
	]);
	must(await dropRecall(lead, recallId));
	expect(await startRecall(lead, recallId, now)).toMatchObject({ reason: "RECALL_STARTED" });
	const reviewer = (await createMember({ role: "ops_reviewer" })).scope;
	expect(() => previewRecall(reviewer, batch(), now)).toThrow();
	const none = { ...batch(), productId: "NONE" };
	expect(await previewRecall(lead, none, now)).toMatchObject({ fieldErrors: { productId: "RECALL_EMPTY" } });
});

test("granted only as it was shown; each line once, what the deposit does not reach waits", async () => {
	const { recallId } = must(await previewRecall(lead, batch(), now));
	await sell(shop, [
		{ event: "R6", buyer: "b6", at: "2026-10-09 10:00:00", product: "BATCH", amount: "60.00" },
	]);
	expect(await startRecall(lead, recallId, now)).toMatchObject({
		reason: "RECALL_CHANGED",
		params: { lines: 3 },
	});
	const again = must(await previewRecall(lead, batch(), now)).recallId;
	const account = { shopId: shop.shopId, kind: "TOP_UP" as const, reason: "保证金", key: newId("key") };
	must(await moveDeposit(lead, { ...account, amount: 110_000n }, now));
	must(await startRecall(lead, again, now));
	await grantRecall({ recallId: again, by: by() });
	await grantRecall({ recallId: again, by: by() });
	expect((await findRecall(lead, again, now)).recall).toMatchObject({ state: "DONE", granted: 3, lines: 3 });
	const claims = await db().trustClaim.findMany({
		where: { recallId: again },
		orderBy: { decidedAt: "asc" },
	});
	expect(claims.map(({ eventId, amountFen, paymentState }) => [eventId, amountFen, paymentState])).toEqual([
		["R2", 100_000n, "PAID"],
		["R3", 52_000n, "QUEUED"],
		["R6", 60_000n, "QUEUED"],
	]);
	expect(claims[1]).toMatchObject({ reasonCodes: ["LAW_APPLIES"], decidedById: lead.userId });
});

test("a statement ends where the balance stands, and is nobody else's", async () => {
	const entries = await listEntries(shop.shopId);
	expect(entries.map(({ changeFen, balanceFen }) => [changeFen, balanceFen])).toEqual([
		[-100_000n, 10_000n],
		[110_000n, 110_000n],
	]);
	expect(await findAccount(shop.scope, shop.shopId)).toMatchObject({
		balanceFen: 10_000n,
		queuedFen: 112_000n,
	});
	expect(await findAccount(foreign.scope, shop.shopId)).toBeNull();
	expect(await findAccount(shop.scope, null)).toBeNull();
	expect((await listAccounts(shop.scope, "")).map(({ shopId }) => shopId)).toEqual([shop.shopId]);
});
