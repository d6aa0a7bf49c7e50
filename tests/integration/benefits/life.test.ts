import { beforeAll, expect, test } from "vitest";
import { findOwnApplication } from "@/lib/domains/benefits/data/applications";
import { findBenefit, listVersions } from "@/lib/domains/benefits/data/benefits";
import { applyForBenefit } from "@/lib/domains/benefits/mutations/apply";
import { moveBenefit, saveBenefit } from "@/lib/domains/benefits/mutations/catalogue";
import { clawBackBenefit } from "@/lib/domains/benefits/mutations/claw-back";
import { decideBenefit, withdrawApplication } from "@/lib/domains/benefits/mutations/decide";
import { expireBenefits } from "@/lib/domains/benefits/mutations/expire";
import { markItem, takeItem } from "@/lib/domains/benefits/mutations/items";
import { closeApplication, recordUse, reportEffect } from "@/lib/domains/benefits/mutations/use";
import { saveBenefitSchema } from "@/lib/domains/benefits/schema";
import type { Benefit } from "@/lib/domains/benefits/types";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { benefitForm, publishBenefit } from "@/tests/factories/benefits";
import { createLead, createOwnPartner } from "@/tests/factories/partnership";
import { changePool, fillPool, holdClock, must, releaseClock } from "@/tests/factories/pools";

let leads: [PlatformScope, PlatformScope];
let own: PartnerScope;
let other: PartnerScope;
let partnerId: string;
let next = 0;

beforeAll(async () => {
	leads = [await createLead(), await createLead()];
	const mine = await createOwnPartner();
	own = mine.scope;
	partnerId = mine.partner.id;
	other = (await createOwnPartner()).scope;
});

const ask = (benefitId: string, key = `key-${++next}-test`) => ({
	benefitId,
	streamer: "",
	statement: "开播",
	key,
});
const balance = async (id: string) =>
	(
		await pool().query(
			"SELECT available, reserved, granted, spent, expired, clawed_back FROM pools WHERE id = $1",
			[id],
		)
	).rows[0];
const use = (applicationId: string, amount: bigint, usedOn: string, key = `use-${++next}-test`) => ({
	applicationId,
	unit: "IMPRESSION" as const,
	amount,
	usedOn,
	evidence: "场次 1",
	key,
});
const report = (applicationId: string) => ({
	applicationId,
	done: "直播三场",
	before: 1n,
	after: 2n,
	link: "" as const,
});

async function read(id: string) {
	const { rows } = await pool().query(
		"SELECT state, spent, expires_on AS until FROM benefit_applications WHERE id = $1",
		[id],
	);
	return rows[0];
}

test("two people decide above the amount; it is used in parts, reported and closed; strangers find nothing", async () => {
	const poolId = await fillPool(leads, "1000");
	const benefitId = await publishBenefit(leads[0], {
		poolId,
		approval: "PERSON",
		fourEyesAbove: "99",
		validDays: "10",
	});
	const { applicationId } = must(await applyForBenefit(own, ask(benefitId)));
	expect(await balance(poolId)).toMatchObject({ available: 900n, reserved: 100n, granted: 0n });

	const approve = { applicationId, decision: "APPROVE", reason: "" } as const;
	expect(must(await decideBenefit(leads[0], approve)).state).toBe("SECOND");
	expect(await decideBenefit(leads[0], approve)).toMatchObject({ reason: "BENEFIT_DECIDED_BY_OTHER" });
	expect(must(await decideBenefit(leads[1], approve)).state).toBe("GRANTED");
	expect(await decideBenefit(leads[1], approve)).toMatchObject({ reason: "BENEFIT_STATE" });
	expect(await balance(poolId)).toMatchObject({ reserved: 0n, granted: 100n });

	const today = (await pool().query("SELECT shanghai_day(pool_now()) AS d")).rows[0].d;
	await expect(recordUse(other, use(applicationId, 1n, today))).rejects.toMatchObject({ code: "NOT_FOUND" });
	await expect(reportEffect(other, report(applicationId))).rejects.toMatchObject({ code: "NOT_FOUND" });
	await expect(withdrawApplication(other, applicationId)).rejects.toMatchObject({ code: "NOT_FOUND" });
	expect(await findOwnApplication(other, applicationId)).toBeNull();
	expect(await findOwnApplication(own, applicationId)).not.toBeNull();

	expect(await recordUse(own, use(applicationId, 101n, today))).toMatchObject({ reason: "GRANT_NOT_ENOUGH" });
	const first = use(applicationId, 60n, today);
	expect(await recordUse(own, first)).toEqual({ ok: true, isReplay: false });
	expect(await recordUse(own, first)).toEqual({ ok: true, isReplay: true });
	expect(await recordUse(own, { ...first, amount: 61n })).toMatchObject({ reason: "BENEFIT_KEY_CONFLICT" });
	must(await reportEffect(own, report(applicationId)));
	expect(await closeApplication(leads[0], applicationId)).toMatchObject({ reason: "BENEFIT_NOT_SPENT" });
	must(await recordUse(own, use(applicationId, 40n, today)));
	expect(await read(applicationId)).toMatchObject({ state: "REPORTED", spent: 100n });
	expect(await balance(poolId)).toMatchObject({ granted: 0n, spent: 100n });
	must(await closeApplication(leads[0], applicationId));
	expect(await read(applicationId)).toMatchObject({ state: "CLOSED", spent: 100n });
	const { rows } = await pool().query(
		"SELECT action FROM audit_entries WHERE subject_type = 'benefit_application' AND subject_id = $1 ORDER BY id",
		[applicationId],
	);
	expect(rows.map(({ action }) => action.split(".")[1])).toEqual([
		"apply",
		"approve-first",
		"approve",
		"use",
		"report",
		"use",
		"close",
	]);
});

test("refused and withdrawn give back what was set aside; clawed back takes what was used, with reasons in the log", async () => {
	const poolId = await fillPool(leads, "1000");
	const byPerson = await publishBenefit(leads[0], { poolId, approval: "PERSON" });
	const refused = must(await applyForBenefit(own, ask(byPerson))).applicationId;
	must(await decideBenefit(leads[0], { applicationId: refused, decision: "REFUSE", reason: "材料不足" }));
	const withdrawn = must(await applyForBenefit(own, ask(byPerson))).applicationId;
	must(await withdrawApplication(own, withdrawn));
	expect(await balance(poolId)).toMatchObject({ available: 1000n, reserved: 0n });
	const auto = await publishBenefit(leads[0], { poolId });
	const granted = must(await applyForBenefit(own, ask(auto))).applicationId;
	const today = (await pool().query("SELECT shanghai_day(pool_now()) AS d")).rows[0].d;
	must(await recordUse(own, use(granted, 30n, today)));
	must(await clawBackBenefit(leads[0], { applicationId: granted, reason: "用途不符" }));
	expect(await balance(poolId)).toMatchObject({ granted: 0n, spent: 0n, clawed_back: 100n });
	const { rows } = await pool().query(
		"SELECT reference, payload::json ->> 'verdict' AS verdict FROM decision_entries WHERE kind = 'BENEFIT' AND subject_id = $1 AND reference = ANY($2) ORDER BY at",
		[partnerId, [refused, granted]],
	);
	expect(rows).toEqual([
		{ reference: refused, verdict: "REFUSED" },
		{ reference: granted, verdict: "CLAWED_BACK" },
	]);
	const mails = await pool().query("SELECT text FROM mail_messages WHERE key LIKE $1", [
		`benefitRefused:${refused}%`,
	]);
	expect(mails.rows).toHaveLength(1);
	expect(mails.rows[0].text).toContain("材料不足");
});

test("20 ask at once for the last unit: one is given it; the same key twice is one application", async () => {
	const poolId = await fillPool(leads, "150");
	const last = await publishBenefit(leads[0], { poolId });
	const outcomes = await Promise.all(Array.from({ length: 20 }, () => applyForBenefit(own, ask(last))));
	expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
	for (const outcome of outcomes) if (!outcome.ok) expect(outcome.reason).toBe("POOL_EXHAUSTED");
	expect(await balance(poolId)).toMatchObject({ available: 50n, granted: 100n });

	const roomy = await fillPool(leads, "1000");
	const benefitId = await publishBenefit(leads[0], { poolId: roomy, perPeriod: "1" });
	const once = ask(benefitId);
	const both = await Promise.all([applyForBenefit(own, once), applyForBenefit(own, once)]);
	expect(both.map((one) => one.ok && one.isReplay).sort()).toEqual([false, true]);
	expect(await applyForBenefit(own, ask(benefitId))).toMatchObject({ reason: "NOT_ELIGIBLE" });
	expect(await applyForBenefit(own, { ...ask(last), key: once.key })).toMatchObject({
		reason: "BENEFIT_KEY_CONFLICT",
	});
	expect(must(await changePool(leads, roomy, "CUT", 850n))).toBeTruthy();
	expect(await applyForBenefit(other, ask(benefitId))).toMatchObject({ reason: "POOL_EXHAUSTED" });
});

test("it lasts to the end of its last Shanghai day: a second before midnight it is used, a second after it is gone", async () => {
	const poolId = await fillPool(leads, "1000");
	const benefitId = await publishBenefit(leads[0], { poolId, validDays: "1" });
	await holdClock("2031-03-01T12:00:00+08:00");
	try {
		const used = must(await applyForBenefit(own, ask(benefitId))).applicationId;
		const idle = must(await applyForBenefit(own, ask(benefitId))).applicationId;
		expect((await read(used)).until).toBe("2031-03-02");
		await holdClock("2031-03-02T23:59:59+08:00");
		must(await recordUse(own, use(used, 10n, "2031-03-02")));
		expect(await expireBenefits()).toBe(0);
		await holdClock("2031-03-03T00:00:00+08:00");
		expect(await recordUse(own, use(used, 10n, "2031-03-03"))).toMatchObject({ reason: "GRANT_EXPIRED" });
		expect(await expireBenefits()).toBe(2);
		expect(await expireBenefits()).toBe(0);
		expect(await balance(poolId)).toMatchObject({ granted: 0n, spent: 10n, expired: 190n });
		expect(await reportEffect(own, report(idle))).toMatchObject({ reason: "BENEFIT_UNUSED" });
		must(await reportEffect(own, report(used)));
		expect((await read(used)).state).toBe("CLOSED");
	} finally {
		await releaseClock();
	}
});

test("drafts and other audiences are not there; versions are kept; what is in use keeps its pool", async () => {
	const poolId = await fillPool(leads, "1000");
	const form = benefitForm({ poolId, minTier: "2" });
	const { benefitId } = must(await saveBenefit(leads[0], saveBenefitSchema.parse(form)));
	await expect(applyForBenefit(own, ask(benefitId))).rejects.toMatchObject({ code: "NOT_FOUND" });
	must(await moveBenefit(leads[0], { benefitId, to: "PUBLISHED", reason: "" }));
	expect(await applyForBenefit(own, ask(benefitId))).toMatchObject({ reason: "NOT_ELIGIBLE" });
	const again = { ...form, id: benefitId, version: 1, minTier: "" as const };
	must(await saveBenefit(leads[0], saveBenefitSchema.parse(again)));
	expect(await saveBenefit(leads[0], saveBenefitSchema.parse(again))).toMatchObject({
		reason: "BENEFIT_CHANGED",
	});
	const current = await findBenefit(leads[0], benefitId);
	const versions = await listVersions(leads[0], current as Benefit);
	expect(versions.map(({ version, benefit }) => [version, benefit.terms.minTier, benefit.amount])).toEqual([
		[2, null, current?.amount],
		[1, 2, current?.amount],
	]);
	must(await applyForBenefit(own, ask(benefitId)));
	const moved = { ...again, version: 2, poolId: await fillPool(leads, "1") };
	expect(await saveBenefit(leads[0], saveBenefitSchema.parse(moved))).toMatchObject({
		reason: "BENEFIT_IN_USE",
	});
	expect(await moveBenefit(leads[0], { benefitId, to: "PAUSED", reason: " " })).toMatchObject({
		reason: "REQUIRED",
	});
	const forBrands = await publishBenefit(leads[0], { poolId, audience: "BRAND" });
	await expect(applyForBenefit(own, ask(forBrands))).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("items are taken once by whoever is eligible, and finished by whoever took them", async () => {
	const items = [
		{ id: "", kind: "TRAINING" as const, titleZh: "入门", titleEn: "Start", url: "https://a.example/1" },
	];
	const benefitId = await publishBenefit(leads[0], {
		module: "ENABLEMENT",
		delivery: "ITEMS",
		amount: "",
		items,
	});
	const { rows } = await pool().query("SELECT id FROM benefit_items WHERE benefit_id = $1", [benefitId]);
	const itemId = rows[0].id;
	must(await takeItem(own, itemId));
	must(await takeItem(own, itemId));
	await expect(markItem(other, itemId, true)).rejects.toMatchObject({ code: "NOT_FOUND" });
	must(await markItem(own, itemId, true));
	const taken = await pool().query(
		"SELECT done_at IS NOT NULL AS done FROM benefit_takings WHERE item_id = $1",
		[itemId],
	);
	expect(taken.rows).toEqual([{ done: true }]);
	await expect(applyForBenefit(own, ask(benefitId))).rejects.toMatchObject({ code: "NOT_FOUND" });
});
