import { beforeAll, expect, test } from "vitest";
import { GET as getBadge } from "@/app/(public)/cards/[code]/badge.svg/route";
import { trustPoliciesV1 } from "@/lib/domains/trust/constants/policies";
import { findCard, listCards } from "@/lib/domains/trust/data/card/cards";
import { findPublicCard } from "@/lib/domains/trust/data/card/public-card";
import { findAccount } from "@/lib/domains/trust/data/claims/accounts";
import { changeCeilings, optIn, optOut } from "@/lib/domains/trust/mutations/card/hold-guarantee";
import {
	answerSuspensionAppeal,
	appealSuspension,
	liftSuspension,
	suspendGuarantee,
} from "@/lib/domains/trust/mutations/card/suspend";
import { moveDeposit } from "@/lib/domains/trust/mutations/claims/move-deposit";
import { cardListSchema } from "@/lib/domains/trust/schema/card";
import type { ShopCard } from "@/lib/domains/trust/types/card";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import { db } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { createMember } from "@/tests/factories/identity";
import { must } from "@/tests/factories/pools";
import { createTrustShop, type TrustShop } from "@/tests/factories/trust-claims";

const at = (text: string) => new Date(`2026-11-${text}+08:00`);
let reviewer: PlatformScope;
let lead: PlatformScope;
let shop: TrustShop;
let foreign: TrustShop;

const take = (guarantee: Guarantee, now: Date, more: object = {}, of: TrustShop = shop) =>
	optIn(of.scope, { shopId: shop.shopId, guarantee, termsVersion: 1, consent: true, ...more }, now);
const held = async (guarantee: Guarantee, now: Date) => {
	const [row] = await db().$queryRaw<{ held: boolean }[]>`
		SELECT trust_held(${shop.shopId}, ${guarantee}::trust_guarantee, ${now}) AS held`;
	return row?.held;
};

beforeAll(async () => {
	reviewer = (await createMember({ role: "ops_reviewer" })).scope;
	lead = (await createMember({ role: "ops_lead" })).scope;
	shop = await createTrustShop();
	foreign = await createTrustShop();
});

test("taken on with the terms on the screen, once however often it is sent; a foreign brand finds no such shop", async () => {
	await expect(take("SEVEN_DAY_RETURN", at("01T10:00:00"), {}, foreign)).rejects.toMatchObject({
		code: "NOT_FOUND",
	});
	expect(await take("SEVEN_DAY_RETURN", at("01T10:00:00"), { termsVersion: 2 })).toMatchObject({
		reason: "TERMS_CHANGED",
	});
	const twice = await Promise.all([
		take("SEVEN_DAY_RETURN", at("01T10:00:00")),
		take("SEVEN_DAY_RETURN", at("01T10:00:00")),
	]);
	expect(twice.map((one) => one.ok || one.reason).sort()).toEqual(["ALREADY_HELD", true]);
	expect([
		await held("SEVEN_DAY_RETURN", at("01T09:59:59")),
		await held("SEVEN_DAY_RETURN", at("01T10:00:00")),
	]).toEqual([false, true]);
});

test("a guarantee that pays from the deposit waits for it; ceilings stay within the policy and change without a gap", async () => {
	const ceilings = { orderCeiling: 5_000n, buyerCeiling: 20_000n };
	expect(await take("REFUND_WITHOUT_RETURN", at("02T10:00:00"), ceilings)).toMatchObject({
		reason: "CARD_NOT_ELIGIBLE",
	});
	expect(await findAccount(shop.scope, shop.shopId)).toMatchObject({ balanceFen: 0n, lastAt: null });
	expect(await findAccount(foreign.scope, shop.shopId)).toBeNull();
	const deposit = {
		shopId: shop.shopId,
		kind: "TOP_UP" as const,
		amount: 100_000n,
		reason: "保证金",
		key: newId("key"),
	};
	must(await moveDeposit(lead, deposit, at("02T11:00:00")));
	expect(
		await take("REFUND_WITHOUT_RETURN", at("02T12:00:00"), { ...ceilings, orderCeiling: 999n }),
	).toMatchObject({
		fieldErrors: { orderCeiling: "CEILING_OUT_OF_RANGE" },
	});
	expect(
		await take("REFUND_WITHOUT_RETURN", at("02T12:00:00"), { ...ceilings, buyerCeiling: 4_999n }),
	).toMatchObject({
		fieldErrors: { buyerCeiling: "CEILING_OUT_OF_RANGE" },
	});
	must(await take("REFUND_WITHOUT_RETURN", at("02T12:00:00"), ceilings));
	const change = { shopId: shop.shopId, guarantee: "REFUND_WITHOUT_RETURN" as const };
	must(
		await changeCeilings(
			shop.scope,
			{ ...change, orderCeiling: 8_000n, buyerCeiling: 30_000n },
			at("03T12:00:00"),
		),
	);
	const rows = await db().trustHolding.findMany({
		where: { shopId: shop.shopId, guarantee: "REFUND_WITHOUT_RETURN" },
		orderBy: { heldFrom: "asc" },
	});
	expect(rows.map(({ heldFrom, heldTo, orderCeilingFen }) => [heldFrom, heldTo, orderCeilingFen])).toEqual([
		[at("02T12:00:00"), at("03T12:00:00"), 5_000n],
		[at("03T12:00:00"), null, 8_000n],
	]);
	const card = await findPublicCard(shop.code, at("03T13:00:00"));
	expect(card?.lines.find(({ guarantee }) => guarantee === "REFUND_WITHOUT_RETURN")).toMatchObject({
		since: at("02T12:00:00"),
		orderCeilingFen: 8_000n,
	});
	const own = await findCard(shop.scope, shop.shopId, at("03T13:00:00"));
	expect(own.lines.find(({ guarantee }) => guarantee === "REFUND_WITHOUT_RETURN")).toMatchObject({
		heldFrom: at("02T12:00:00"),
		buyerCeilingFen: 30_000n,
	});
});

test("suspended for new orders, appealed by the shop, answered by somebody else, and held again", async () => {
	const suspend = {
		shopId: shop.shopId,
		guarantee: "SEVEN_DAY_RETURN" as const,
		reasonCode: "FALSE_PROMISE" as const,
		note: "详情页不符",
	};
	must(await suspendGuarantee(reviewer, suspend, at("05T10:00:00")));
	expect(await suspendGuarantee(lead, suspend, at("05T10:00:00"))).toMatchObject({
		reason: "SUSPENDED_ALREADY",
	});
	expect([
		await held("SEVEN_DAY_RETURN", at("05T09:59:59")),
		await held("SEVEN_DAY_RETURN", at("05T10:00:00")),
	]).toEqual([true, false]);
	const line = (await findCard(shop.scope, shop.shopId, at("06T10:00:00"))).lines[0];
	expect(line).toMatchObject({ state: "SUSPENDED", isEligible: false, suspension: { isAppealable: true } });
	const suspensionId = line?.suspension?.id ?? "";
	const appeal = { suspensionId, statement: "已更正" };
	await expect(appealSuspension(foreign.scope, appeal, at("06T10:00:00"))).rejects.toMatchObject({
		code: "NOT_FOUND",
	});
	expect(await appealSuspension(shop.scope, appeal, at("21T00:00:00"))).toMatchObject({
		reason: "APPEAL_TOO_LATE",
	});
	must(await appealSuspension(shop.scope, appeal, at("20T23:59:59")));
	expect(await liftSuspension(lead, { suspensionId, note: "x" }, at("21T10:00:00"))).toMatchObject({
		reason: "APPEAL_WAITS",
	});
	const answer = { suspensionId, decision: "UPHELD" as const, note: "已核实更正" };
	expect(await answerSuspensionAppeal(reviewer, answer, at("21T10:00:00"))).toMatchObject({
		reason: "APPEAL_OWN_DECISION",
	});
	must(await answerSuspensionAppeal(lead, answer, at("21T10:00:00")));
	expect(await held("SEVEN_DAY_RETURN", at("21T10:00:00"))).toBe(true);
	expect(await answerSuspensionAppeal(lead, answer, at("21T11:00:00"))).toMatchObject({
		reason: "APPEAL_ANSWERED",
	});
});

test("given up for new orders alone; the timeline tells all of it, and the public card what holds now", async () => {
	must(await optOut(shop.scope, { shopId: shop.shopId, guarantee: "SEVEN_DAY_RETURN" }, at("22T10:00:00")));
	expect(
		await optOut(shop.scope, { shopId: shop.shopId, guarantee: "SEVEN_DAY_RETURN" }, at("22T10:00:01")),
	).toMatchObject({ reason: "NOT_HELD" });
	expect(await held("SEVEN_DAY_RETURN", at("22T09:59:59"))).toBe(true);
	const card = await findCard(lead, shop.shopId, at("22T11:00:00"));
	expect(card.events.map(({ kind }) => kind).reverse()).toEqual([
		...["OPTED_IN", "OPTED_IN", "CEILINGS_CHANGED", "SUSPENDED", "APPEALED", "APPEAL_UPHELD", "OPTED_OUT"],
	]);
	expect(
		(await findPublicCard(shop.code, at("22T11:00:00")))?.lines.map(({ guarantee }) => guarantee),
	).toEqual(["REFUND_WITHOUT_RETURN"]);
	expect(await findPublicCard("none", at("22T11:00:00"))).toBeNull();
	await expect(findCard(foreign.scope, shop.shopId, at("22T11:00:00"))).rejects.toMatchObject({
		code: "NOT_FOUND",
	});
	const filter = cardListSchema.parse({});
	expect((await listCards(foreign.scope, filter)).rows.map(({ shopId }) => shopId)).toEqual([foreign.shopId]);
});

test("the badge is a picture other sites may keep and ask after; of a shop nobody knows there is none", async () => {
	const ask = (code: string, headers: Record<string, string> = {}) =>
		getBadge(
			new Request(`http://localhost:3000/cards/${code}/badge.svg?lang=en`, {
				headers: { host: "localhost:3000", ...headers },
			}),
			{
				params: Promise.resolve({ code }),
			},
		);
	const first = await ask(shop.code);
	expect([first.status, first.headers.get("content-type")]).toEqual([200, "image/svg+xml; charset=utf-8"]);
	expect(first.headers.get("cache-control")).toContain("public");
	expect(first.headers.get("set-cookie")).toBeNull();
	expect(await first.text()).toContain("Refund without return");
	const etag = first.headers.get("etag") ?? "";
	expect((await ask(shop.code, { "if-none-match": etag })).status).toBe(304);
	expect((await ask("none")).status).toBe(404);
});

test("newer terms wait for the shop's consent; agreed to, they go on from the very moment the old ones end", async () => {
	must(await take("RETURN_FREIGHT", at("24T10:00:00")));
	const { trust_freight } = trustPoliciesV1;
	await db().policy.create({
		data: {
			...{ id: newId("pol"), kind: "trust_freight", version: 2, effectiveFrom: new Date("2026-11-25") },
			...{ document: { ...trust_freight, capNormalFen: 1_500 }, documentHash: "0".repeat(64) },
		},
	});
	expect(await take("RETURN_FREIGHT", at("24T23:59:59"), { termsVersion: 2 })).toMatchObject({
		reason: "TERMS_CHANGED",
	});
	expect(await take("RETURN_FREIGHT", at("25T00:00:00"))).toMatchObject({ reason: "TERMS_CHANGED" });
	const freightOf = (card: ShopCard) => card.lines.find(({ guarantee }) => guarantee === "RETURN_FREIGHT");
	expect(freightOf(await findCard(shop.scope, shop.shopId, at("25T00:00:00")))).toMatchObject({
		...{ state: "HELD", termsAgreed: 1, termsInForce: 2 },
	});
	must(await take("RETURN_FREIGHT", at("25T09:00:00"), { termsVersion: 2 }));
	const where = { shopId: shop.shopId, guarantee: "RETURN_FREIGHT" as const };
	const rows = await db().trustHolding.findMany({ where, orderBy: { heldFrom: "asc" } });
	expect(rows.map(({ termsVersion, heldFrom, heldTo }) => [termsVersion, heldFrom, heldTo])).toEqual([
		[1, at("24T10:00:00"), at("25T09:00:00")],
		[2, at("25T09:00:00"), null],
	]);
	expect(await held("RETURN_FREIGHT", at("25T09:00:00"))).toBe(true);
	expect(freightOf(await findCard(shop.scope, shop.shopId, at("25T10:00:00")))).toMatchObject({
		...{ termsAgreed: 2, heldFrom: at("24T10:00:00") },
	});
});

test("the database keeps a consent as it was given", async () => {
	const where = { shopId: shop.shopId, guarantee: "SEVEN_DAY_RETURN" as const };
	const { id } = await db().trustHolding.findFirstOrThrow({ where });
	await expect(
		db().trustHolding.update({ where: { id }, data: { heldFrom: at("01T00:00:00") } }),
	).rejects.toThrow(/consent/);
	const overlap = { ...where, id: newId("thd"), organisationId: shop.organisationId, termsVersion: 1 };
	await expect(
		db().trustHolding.create({
			data: { ...overlap, heldFrom: at("02T00:00:00"), consentById: "x", consentByName: "x" },
		}),
	).rejects.toThrow(/one_at_a_time/);
});
