import { beforeAll, expect, test } from "vitest";
import {
	createPool,
	decideChange,
	proposeChange,
	withdrawChange,
} from "@/lib/domains/pools/mutations/changes";
import { grantToPartner, moveGrant, returnToPool } from "@/lib/domains/pools/mutations/grants";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { createMember } from "@/tests/factories/identity";
import { createLead, createOwnPartner } from "@/tests/factories/partnership";
import { changePool, fillPool, must } from "@/tests/factories/pools";

let leads: [PlatformScope, PlatformScope];
beforeAll(async () => {
	leads = [await createLead(), await createLead()];
});

const unit = "FEN" as const;

test("a raise or a cut takes two leads, and a cut never goes below use", async () => {
	const id = await fillPool(leads, "1000", unit);
	const propose = (kind: "RAISE" | "CUT", amount: bigint) =>
		proposeChange(leads[0], { poolId: id, kind, amount, unit, reason: "预算" });
	const { changeId } = must(await propose("RAISE", 500n));
	expect(await propose("CUT", 1n)).toMatchObject({ reason: "POOL_CHANGE_OPEN" });
	const decision = { changeId, decision: "CONFIRMED", note: "" } as const;
	expect(await decideChange(leads[0], decision)).toMatchObject({ reason: "POOL_DECIDED_BY_OTHER" });
	expect(await decideChange(leads[1], { ...decision, decision: "DECLINED" })).toMatchObject({
		reason: "REQUIRED",
	});
	// Two who confirm at once: one does, and the pool is raised once.
	const third = await createLead();
	const both = await Promise.all([decideChange(leads[1], decision), decideChange(third, decision)]);
	expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
	const read = async () =>
		(await pool().query("SELECT total, available FROM pools WHERE id = $1", [id])).rows[0];
	expect(await read()).toEqual({ total: 1500n, available: 1500n });

	expect(await propose("CUT", 1501n)).toMatchObject({ reason: "CUT_BELOW_USE" });
	// It fitted when it was proposed; what was granted meanwhile no longer lets it.
	const cut = must(await propose("CUT", 1500n));
	const { partner } = await createOwnPartner();
	const gift = {
		poolId: id,
		partnerId: partner.id,
		kind: "GRANT",
		purpose: "奖励",
		expiresOn: "",
		unit,
	} as const;
	must(await grantToPartner(leads[0], { ...gift, amount: 1n, key: "gift-0001" }));
	expect(await decideChange(leads[1], { ...decision, changeId: cut.changeId })).toMatchObject({
		reason: "CUT_BELOW_USE",
	});
	expect(await withdrawChange(leads[1], cut)).toMatchObject({ reason: "FORBIDDEN" });
	must(await withdrawChange(leads[0], cut));
	expect(await withdrawChange(leads[0], cut)).toMatchObject({ reason: "POOL_CHANGE_DECIDED" });
	expect(await changePool(leads, id, "CUT", 1499n, unit)).toEqual({ ok: true });
	expect(await read()).toEqual({ total: 1n, available: 0n });
});

test("a lead's grant tells its partner once, and everything that can be done with it", async () => {
	const id = await fillPool(leads, "1000", unit);
	const { partner, user } = await createOwnPartner();
	const gift = {
		poolId: id,
		partnerId: partner.id,
		kind: "RESERVE",
		purpose: "双 11 奖励",
		expiresOn: "",
		unit,
	} as const;
	const { grantId } = must(await grantToPartner(leads[0], { ...gift, amount: 400n, key: "gift-0002" }));
	expect(await grantToPartner(leads[0], { ...gift, amount: 400n, key: "gift-0002" })).toMatchObject({
		isReplay: true,
	});
	expect(await grantToPartner(leads[0], { ...gift, amount: 401n, key: "gift-0002" })).toMatchObject({
		reason: "POOL_KEY_CONFLICT",
	});
	// Another person's key is another key.
	must(await grantToPartner(leads[1], { ...gift, amount: 1n, key: "gift-0002" }));
	expect(await grantToPartner(leads[0], { ...gift, amount: 600n, key: "gift-0003" })).toMatchObject({
		reason: "POOL_EXHAUSTED",
		fieldErrors: { amount: "POOL_EXHAUSTED" },
	});
	const told = await pool().query("SELECT kind FROM notifications WHERE user_id = $1", [user.id]);
	expect(told.rows).toEqual([{ kind: "poolReserved" }, { kind: "poolReserved" }]);

	const step = (
		kind: "GRANT" | "SPEND" | "RELEASE" | "CLAW_BACK" | "CLAW_BACK_SPENT",
		amount: bigint,
		key: string,
	) =>
		moveGrant(leads[0], {
			poolId: id,
			grantId: grantId ?? "",
			kind,
			amount,
			key,
			unit,
			reason: "核销",
			bookedOn: "",
		});
	must(await step("GRANT", 300n, "step-0001"));
	must(await step("RELEASE", 100n, "step-0002"));
	must(await step("SPEND", 200n, "step-0003"));
	must(await step("CLAW_BACK", 40n, "step-0004"));
	must(await step("CLAW_BACK_SPENT", 50n, "step-0005"));
	expect(await step("SPEND", 61n, "step-0006")).toMatchObject({ reason: "GRANT_NOT_ENOUGH" });
	must(
		await returnToPool(leads[0], {
			poolId: id,
			from: "CLAWED_BACK",
			amount: 90n,
			unit,
			reason: "回池",
			key: "back-0001",
		}),
	);
	const { rows } = await pool().query(
		`SELECT available, reserved, granted, spent, clawed_back,
		        (SELECT count(*)::int FROM audit_entries WHERE subject_id = pools.id AND action LIKE 'pool.%') AS audited
		   FROM pools WHERE id = $1`,
		[id],
	);
	expect(rows[0]).toEqual({
		available: 789n,
		reserved: 1n,
		granted: 60n,
		spent: 150n,
		clawed_back: 0n,
		audited: 10,
	});
});

test("nobody but a lead; an unknown pool, partner or unit is not found", async () => {
	const reviewer = (await createMember({ role: "ops_reviewer" })).scope as PlatformScope;
	const id = await fillPool(leads, "10", unit);
	const change = { poolId: id, kind: "RAISE", amount: 1n, unit, reason: "x" } as const;
	expect(() => proposeChange(reviewer, change)).toThrow("FORBIDDEN");
	await expect(proposeChange(leads[0], { ...change, unit: "IMPRESSION" })).rejects.toThrow("NOT_FOUND");
	await expect(proposeChange(leads[0], { ...change, poolId: "pol_none" })).rejects.toThrow("NOT_FOUND");
	const gift = {
		poolId: id,
		partnerId: "prt_none",
		kind: "GRANT",
		purpose: "x",
		expiresOn: "",
		unit,
		amount: 1n,
	} as const;
	await expect(grantToPartner(leads[0], { ...gift, key: "none-0001" })).rejects.toThrow("NOT_FOUND");
	const { rows } = await pool().query<{ code: string }>("SELECT code FROM pools WHERE id = $1", [id]);
	const draft = {
		nameZh: "池",
		nameEn: "Pool",
		purposeZh: "x",
		purposeEn: "x",
		reason: "x",
		unit,
		amount: 1n,
	};
	expect(await createPool(leads[0], { ...draft, code: rows[0]?.code ?? "" })).toMatchObject({
		reason: "POOL_CODE_TAKEN",
	});
});
