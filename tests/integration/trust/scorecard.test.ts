import { beforeAll, expect, test } from "vitest";
import { findScorecard, listScores } from "@/lib/domains/trust/data/scorecard/scorecards";
import { openClaim } from "@/lib/domains/trust/mutations/claims/open-claim";
import { addEvidence } from "@/lib/domains/trust/mutations/claims/work-claim";
import { mondayOf, rollWeeks } from "@/lib/domains/trust/mutations/scorecard/roll-weeks";
import { scoreListSchema } from "@/lib/domains/trust/schema/scorecard";
import { actorOf } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { createMember } from "@/tests/factories/identity";
import { must } from "@/tests/factories/pools";
import { claimOn, createTrustShop, hold, sell, type TrustShop } from "@/tests/factories/trust-claims";

const week = "2026-11-09";
let lead: PlatformScope;
let shop: TrustShop;
let foreign: TrustShop;

const counts = async () => {
	const { rows } = await pool().query<{ indicator: string; events: number; over: number }>(
		"SELECT indicator, events, over FROM trust_score_counts WHERE shop_id = $1 AND week = $2",
		[shop.shopId, week],
	);
	return Object.fromEntries(rows.map(({ indicator, events, over }) => [indicator, [events, over]]));
};

beforeAll(async () => {
	lead = (await createMember({ role: "ops_lead" })).scope;
	[shop, foreign] = [await createTrustShop(), await createTrustShop()];
	await hold(shop, "REFUND_WITHOUT_RETURN");
	// Sunday 23:59 and Monday 00:00 stand on either side of the week.
	const sale = (event: string, at: string) => ({ event, at, buyer: event, product: "P1", amount: "50.00" });
	await sell(shop, [
		sale("S0", "2026-11-08 23:59:59"),
		...Array.from({ length: 120 }, (_, at) => sale(`S${at + 1}`, "2026-11-09 00:00:00")),
		sale("S121", "2026-11-15 23:59:59"),
		sale("S122", "2026-11-16 00:00:00"),
	]);
	const opener = { actor: actorOf(lead), channel: "API" as const };
	for (const [event, reason, at] of [
		["S1", "QUALITY", "2026-11-15T23:59:59+08:00"],
		["S2", "WRONG_ITEM", "2026-11-15T20:00:00+08:00"],
		["S3", "DAMAGED", "2026-11-16T00:00:00+08:00"],
	] as const) {
		const claim = claimOn(event, { guarantee: "REFUND_WITHOUT_RETURN", reason });
		const opened = must(await openClaim(opener, claim, new Date(at)));
		if (event === "S2")
			must(
				await addEvidence(
					shop.scope,
					{ claimId: opened.claimId, party: "SHOP", text: "已补发" },
					new Date("2026-11-15T23:00:00+08:00"),
				),
			);
	}
});

test("a week counts what happened from its Monday to its Sunday, and again what changed since", async () => {
	expect([mondayOf("2026-11-09"), mondayOf("2026-11-15"), mondayOf("2026-11-16")]).toEqual([
		week,
		week,
		"2026-11-16",
	]);
	await rollWeeks("2026-11-20");
	expect(await counts()).toEqual({
		...{ MISDESCRIBED: [0, 121], COUNTERFEITS: [0, 121], EARLY_REFUNDS: [0, 121], REFUND_SHARE: [0, 121] },
		...{ QUALITY_RETURNS: [1, 121], WRONG_OR_MISSING: [1, 121], RESPONSE_TIME: [3, 1] },
	});
	await rollWeeks("2026-11-20");
	expect((await counts()).QUALITY_RETURNS).toEqual([1, 121]);
});

test("a card reads its week, lists the claims behind it, and is nobody else's", async () => {
	const { card, cases } = await findScorecard(shop.scope, shop.shopId, week);
	const quality = card.readings.find(({ code }) => code === "QUALITY_RETURNS");
	expect(quality?.value).toBeCloseTo((1 / 121) * 10_000);
	expect(card.readings.find(({ code }) => code === "CONTENT_COMPLAINTS")?.why).toBe("NO_SOURCE");
	expect(card.readings.find(({ code }) => code === "RESPONSE_TIME")?.why).toBe("NOT_ENOUGH");
	expect(cases.map(({ indicator }) => indicator).sort()).toEqual(["QUALITY_RETURNS", "WRONG_OR_MISSING"]);
	await expect(findScorecard(foreign.scope, shop.shopId, week)).rejects.toMatchObject({ code: "NOT_FOUND" });
	const { rows } = await listScores(lead, week, scoreListSchema.parse({}));
	expect(rows.map(({ shopId }) => shopId)).toEqual([shop.shopId]);
});
