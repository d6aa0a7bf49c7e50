import { beforeEach, describe, expect, test } from "vitest";
import { listBrandProposals, listBrandShops, listOwnProposals } from "@/lib/domains/gmv/data/proposals";
import { bindShop, correctBinding, endBinding } from "@/lib/domains/gmv/mutations/bindings";
import {
	confirmProposal,
	rejectProposal,
	withdrawProposal,
} from "@/lib/domains/gmv/mutations/decide-proposal";
import { proposeAsBrand, proposeAsPartner, proposeAsPlatform } from "@/lib/domains/gmv/mutations/proposals";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import { addDays, businessDayOf } from "@/lib/platform/time";
import { importText, orderFile, orderLine, readPartnerNet } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";

const today = businessDayOf(new Date());
const tomorrow = addDays(today, 1);
const yesterday = addDays(today, -1);
const track = "brand_operation";

beforeEach(async () => {
	await emptyGmv();
	await importText(
		orderFile([
			orderLine({ event: "A", at: `${addDays(today, -40)} 12:00:00`, amount: "100.00" }),
			orderLine({ event: "B", at: `${yesterday} 12:00:00`, amount: "20.00" }),
			orderLine({ event: "C", at: `${today} 00:30:00`, amount: "3.00" }),
			orderLine({ event: "D", at: `${today} 00:30:00`, amount: "0.50", shop: "S-2" }),
		]),
	);
});

async function createPartnerWithOwner(name: string, trackCode = track) {
	const member = await createMember({ role: "partner_owner" });
	const partner = await createPartner({ name, track: trackCode, organisationId: member.organisation.id });
	return { partner, scope: member.scope, user: member.user };
}

/** A brand with an owner; the shops named are its own. */
async function createBrandWithManager(...codes: string[]) {
	const member = await createMember({ role: "brand_manager" });
	const brand = await db().brand.create({
		data: {
			id: newId("brd"),
			organisationId: member.organisation.id,
			name: "松衡",
			kind: "NEW_CONSUMPTION",
			category: "食品",
		},
	});
	await pool().query("UPDATE shops SET brand_id = $1 WHERE code = ANY($2)", [brand.id, codes]);
	return { brand, scope: member.scope, user: member.user };
}

const ask = (change: object = {}) => ({
	shopCode: "S-1",
	trackCode: track,
	fromDay: today,
	toDay: "",
	note: "合同 2026-17",
	...change,
});

async function proposed(outcome: Promise<{ ok: boolean } & Record<string, unknown>>): Promise<string> {
	const answer = await outcome;
	if (!answer.ok) throw new Error(String(answer.reason));
	return String(answer.bindingId);
}

const auditOf = (subjectId: string) =>
	db().auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" }, select: { action: true } });
const noticesOf = (userId: string) =>
	db().notification.findMany({ where: { userId }, orderBy: { createdAt: "asc" }, select: { kind: true } });

describe("a partner's proposal", () => {
	test("counts nothing until the shop's brand confirms it, and then from its first day on", async () => {
		const { partner, scope, user } = await createPartnerWithOwner("清风");
		const brand = await createBrandWithManager("S-1");
		const id = await proposed(proposeAsPartner(scope, ask()));
		expect(await readPartnerNet(partner.id)).toBe(0n);
		expect(await listBrandProposals(brand.scope)).toMatchObject([
			{ id, status: "PROPOSED", proposedBy: "PARTNER" },
		]);
		expect(await noticesOf(brand.user.id)).toEqual([{ kind: "bindingProposed" }]);
		expect(await confirmProposal(brand.scope, { bindingId: id })).toEqual({ ok: true, fromDay: today });
		expect(await readPartnerNet(partner.id)).toBe(300n);
		expect((await auditOf(id)).map(({ action }) => action)).toEqual(["binding.propose", "binding.confirm"]);
		expect(await noticesOf(user.id)).toEqual([{ kind: "bindingConfirmed" }]);
		expect((await listBrandShops(brand.scope, today))[0]?.holders).toMatchObject([{ partner: "清风" }]);
	});

	test("is confirmed by operations too, and by nobody of its own side", async () => {
		const { scope } = await createPartnerWithOwner("清风");
		const { scope: reviewer } = await createMember({ role: "ops_reviewer" });
		const id = await proposed(proposeAsPartner(scope, ask()));
		expect(await confirmProposal(scope, { bindingId: id })).toMatchObject({ reason: "OTHER_SIDE_DECIDES" });
		expect(await rejectProposal(scope, { bindingId: id, reason: "x" })).toMatchObject({
			reason: "OTHER_SIDE_DECIDES",
		});
		expect(await confirmProposal(reviewer, { bindingId: id })).toMatchObject({ ok: true });
		expect(await confirmProposal(reviewer, { bindingId: id })).toMatchObject({ reason: "PROPOSAL_DECIDED" });
	});

	test("confirmed after its first day begins on the day of the confirmation", async () => {
		const { partner, scope } = await createPartnerWithOwner("清风");
		const { scope: ops } = await createMember({ role: "ops_reviewer" });
		const late = await proposed(proposeAsPartner(scope, ask()));
		await pool().query("UPDATE shop_bindings SET from_day = $2 WHERE id = $1", [late, addDays(today, -60)]);
		expect(await confirmProposal(ops, { bindingId: late })).toEqual({ ok: true, fromDay: today });
		expect(await readPartnerNet(partner.id)).toBe(300n);
		const over = await proposed(proposeAsPartner(scope, ask({ shopCode: "S-2" })));
		await pool().query("UPDATE shop_bindings SET from_day = $2, to_day = $3 WHERE id = $1", [
			over,
			addDays(today, -60),
			today,
		]);
		expect(await confirmProposal(ops, { bindingId: over })).toMatchObject({ reason: "PROPOSAL_OVER" });
	});

	test("is rejected with a reason its proposer reads, or withdrawn by it", async () => {
		const { scope, user } = await createPartnerWithOwner("清风");
		const { scope: ops } = await createMember({ role: "ops_lead" });
		const first = await proposed(proposeAsPartner(scope, ask()));
		expect(await rejectProposal(ops, { bindingId: first, reason: "合同不符" })).toEqual({ ok: true });
		expect(await listOwnProposals(scope)).toMatchObject([
			{ status: "DECLINED", decisionReason: "合同不符", decidedBy: null },
		]);
		expect(await noticesOf(user.id)).toEqual([{ kind: "bindingRejected" }]);
		const second = await proposed(proposeAsPartner(scope, ask()));
		expect(await withdrawProposal(ops, { bindingId: second })).toMatchObject({
			reason: "OTHER_SIDE_PROPOSED",
		});
		expect(await withdrawProposal(scope, { bindingId: second })).toEqual({ ok: true });
		expect(await confirmProposal(ops, { bindingId: second })).toMatchObject({ reason: "PROPOSAL_DECIDED" });
		expect((await auditOf(second)).map(({ action }) => action)).toEqual([
			"binding.propose",
			"binding.withdraw",
		]);
	});

	test.each([
		["for a past day", { fromDay: yesterday }, "DAY_IN_PAST"],
		["that ends before it begins", { fromDay: tomorrow, toDay: tomorrow }, "END_BEFORE_START"],
		["for a shop no feed has named", { shopCode: "S-404" }, "SHOP_UNKNOWN"],
		["in a track the partner is not in", { trackCode: "training" }, "TRACK_NOT_OF_PARTNER"],
	])("%s is refused", async (_name, change, reason) => {
		const { scope } = await createPartnerWithOwner("清风");
		expect(await proposeAsPartner(scope, ask(change))).toMatchObject({ ok: false, reason });
		expect(await listOwnProposals(scope)).toEqual([]);
	});

	test("waits once, also when sent five times at the same moment", async () => {
		const { scope } = await createPartnerWithOwner("清风");
		const outcomes = await Promise.all(Array.from({ length: 5 }, () => proposeAsPartner(scope, ask())));
		expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
		for (const outcome of outcomes) if (!outcome.ok) expect(outcome.reason).toBe("PROPOSAL_OPEN");
	});

	test("for a shop somebody has is refused without a name; operations are told whose it is", async () => {
		const holder = await createPartnerWithOwner("先到");
		const later = await createPartnerWithOwner("后到");
		const { scope: ops } = await createMember({ role: "ops_lead" });
		await bindShop(ops, {
			partnerId: holder.partner.id,
			shopCode: "S-1",
			trackCode: track,
			fromDay: today,
			reason: "",
		});
		expect(await proposeAsPartner(later.scope, ask())).toEqual({ ok: false, reason: "SHOP_TAKEN" });
		expect(await proposeAsPartner(holder.scope, ask())).toEqual({ ok: false, reason: "SHOP_ALREADY_YOURS" });
		expect(await proposeAsPlatform(ops, { ...ask(), partnerId: later.partner.id })).toMatchObject({
			reason: "SHOP_ALREADY_BOUND",
			params: { partner: "先到", since: today },
		});
	});
});

describe("a company admitted again after its exit", () => {
	const exited = { status: "EXITED", exitedOn: new Date(`${yesterday}T00:00:00Z`) } as const;
	const leave = (id: string) => db().partner.update({ where: { id }, data: exited });

	test("proposes as the partner it is now, in whichever order the two were entered, and not in its old track", async () => {
		const { partner: former, scope } = await createPartnerWithOwner("旧约");
		await leave(former.id);
		const current = await createPartner({
			name: "新约",
			track: "industry_belt",
			organisationId: scope.organisationId,
		});
		// Its exit may be recorded anew after the second admission: the day a row was written says nothing.
		await db().partner.update({ where: { id: former.id }, data: { createdAt: new Date() } });
		expect(await proposeAsPartner(scope, ask())).toMatchObject({ reason: "TRACK_NOT_OF_PARTNER" });
		const id = await proposed(proposeAsPartner(scope, ask({ trackCode: "industry_belt" })));
		const { scope: ops } = await createMember({ role: "ops_reviewer" });
		expect(await confirmProposal(ops, { bindingId: id })).toEqual({ ok: true, fromDay: today });
		expect([await readPartnerNet(former.id), await readPartnerNet(current.id)]).toEqual([0n, 300n]);
	});

	test("is refused while it is only the partner that left, and so is another company's luck", async () => {
		const { partner: former, scope } = await createPartnerWithOwner("旧约");
		await leave(former.id);
		expect(await proposeAsPartner(scope, ask())).toEqual({ ok: false, reason: "PARTNER_EXITED" });
		const { partner: stranger, scope: strangerScope } = await createPartnerWithOwner("别家");
		const id = await proposed(proposeAsPartner(strangerScope, ask()));
		expect(await listOwnProposals(scope)).toEqual([]);
		await expect(withdrawProposal(scope, { bindingId: id })).rejects.toThrow("NOT_FOUND");
		await createPartner({ name: "新约", track, organisationId: scope.organisationId });
		const own = await proposed(proposeAsPartner(scope, ask()));
		expect(await listOwnProposals(scope)).toMatchObject([{ id: own }]);
		await expect(withdrawProposal(strangerScope, { bindingId: own })).rejects.toThrow("NOT_FOUND");
		await expect(confirmProposal(scope, { bindingId: id })).rejects.toThrow("NOT_FOUND");
		const { rows } = await pool().query("SELECT partner_id FROM shop_bindings WHERE id = $1", [id]);
		expect(rows).toEqual([{ partner_id: stranger.id }]);
	});
});

test("a brand offers its own shop and no other's; the partner confirms", async () => {
	const brand = await createBrandWithManager("S-1");
	const { partner, scope, user } = await createPartnerWithOwner("清风");
	const offer = { ...ask(), partnerUscc: partner.uscc };
	expect(await proposeAsBrand(brand.scope, { ...offer, shopCode: "S-2" })).toMatchObject({
		reason: "SHOP_UNKNOWN",
	});
	expect(await proposeAsBrand(brand.scope, { ...offer, partnerUscc: "NOBODY" })).toMatchObject({
		reason: "PARTNER_UNKNOWN",
	});
	const id = await proposed(proposeAsBrand(brand.scope, offer));
	expect(await noticesOf(user.id)).toEqual([{ kind: "bindingProposed" }]);
	expect(await confirmProposal(brand.scope, { bindingId: id })).toMatchObject({
		reason: "OTHER_SIDE_DECIDES",
	});
	expect(await confirmProposal(scope, { bindingId: id })).toMatchObject({ ok: true });
	expect(await noticesOf(brand.user.id)).toEqual([{ kind: "bindingConfirmed" }]);
});

test("operations propose and the partner confirms; a second platform voice does not", async () => {
	const { scope: ops } = await createMember({ role: "ops_lead" });
	const { partner, scope } = await createPartnerWithOwner("清风");
	const id = await proposed(proposeAsPlatform(ops, { ...ask(), partnerId: partner.id }));
	expect(await confirmProposal(ops, { bindingId: id })).toMatchObject({ reason: "OTHER_SIDE_DECIDES" });
	expect(await confirmProposal(scope, { bindingId: id })).toMatchObject({ ok: true });
});

describe("strangers", () => {
	test("another partner and another brand do not find a proposal, and auditors may not decide it", async () => {
		const { scope } = await createPartnerWithOwner("清风");
		await createBrandWithManager("S-1");
		const id = await proposed(proposeAsPartner(scope, ask()));
		const stranger = await createPartnerWithOwner("别家");
		const otherBrand = await createBrandWithManager("S-2");
		const { scope: auditor } = await createMember({ role: "auditor" });
		for (const other of [stranger.scope, otherBrand.scope]) {
			await expect(confirmProposal(other, { bindingId: id })).rejects.toThrow("NOT_FOUND");
			await expect(rejectProposal(other, { bindingId: id, reason: "x" })).rejects.toThrow("NOT_FOUND");
			await expect(withdrawProposal(other, { bindingId: id })).rejects.toThrow("NOT_FOUND");
		}
		await expect(confirmProposal(auditor, { bindingId: id })).rejects.toThrow("FORBIDDEN");
		expect(await listOwnProposals(stranger.scope)).toEqual([]);
		expect(await listBrandProposals(otherBrand.scope)).toEqual([]);
		expect(await listOwnProposals(scope)).toHaveLength(1);
	});

	test("an applicant proposes nothing", async () => {
		const { scope } = await createMember({ role: "partner_owner" });
		expect(await proposeAsPartner(scope, ask())).toMatchObject({ reason: "NOT_A_PARTNER" });
	});
});

test("of overlapping proposals confirmed at the same moment one wins, and the books follow it alone", async () => {
	const { scope: ops } = await createMember({ role: "ops_lead" });
	const rivals = await Promise.all(Array.from({ length: 4 }, (_, i) => createPartnerWithOwner(`对手${i}`)));
	const ids: string[] = [];
	for (const { scope } of rivals) ids.push(await proposed(proposeAsPartner(scope, ask())));
	const outcomes = await Promise.all(ids.map((bindingId) => confirmProposal(ops, { bindingId })));
	const winner = outcomes.findIndex((outcome) => outcome.ok);
	expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
	for (const outcome of outcomes)
		if (!outcome.ok)
			expect(outcome).toMatchObject({ reason: "SHOP_ALREADY_BOUND", params: { partner: `对手${winner}` } });
	const nets = await Promise.all(rivals.map(({ partner }) => readPartnerNet(partner.id)));
	expect(nets).toEqual(rivals.map((_, i) => (i === winner ? 300n : 0n)));
	const { rows } = await pool().query(
		"SELECT status, count(*)::int AS n FROM shop_bindings GROUP BY 1 ORDER BY 1",
	);
	expect(rows).toEqual([
		{ status: "PROPOSED", n: 3 },
		{ status: "CONFIRMED", n: 1 },
	]);
});

test("one proposal confirmed and withdrawn at the same moment ends one way", async () => {
	const { scope: ops } = await createMember({ role: "ops_lead" });
	const { scope } = await createPartnerWithOwner("清风");
	const bindingId = await proposed(proposeAsPartner(scope, ask()));
	const outcomes = await Promise.all([
		confirmProposal(ops, { bindingId }),
		withdrawProposal(scope, { bindingId }),
		rejectProposal(ops, { bindingId, reason: "晚了" }),
	]);
	expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
	expect(await auditOf(bindingId)).toHaveLength(2);
});

describe("a correction of the past", () => {
	async function bound() {
		const { scope: lead } = await createMember({ role: "ops_lead" });
		const { partner, user } = await createPartnerWithOwner("清风");
		const input = { partnerId: partner.id, shopCode: "S-1", trackCode: track, fromDay: today, reason: "" };
		const outcome = await bindShop(lead, input);
		if (!outcome.ok) throw new Error(outcome.reason);
		return { lead, partner, user, bindingId: outcome.bindingId };
	}

	test("shows its effect first and leaves nothing behind, then does exactly that", async () => {
		const { lead, partner, user, bindingId } = await bound();
		const input = { bindingId, fromDay: addDays(today, -40), toDay: today, reason: "合同追溯" };
		const rehearsed = await correctBinding(lead, { ...input, reason: "" }, { dryRun: true });
		expect(rehearsed).toMatchObject({
			ok: true,
			effect: {
				days: 3,
				firstDay: addDays(today, -40),
				lastDay: today,
				partnerBeforeFen: 300n,
				partnerAfterFen: 12_000n,
				unattributedBeforeFen: 12_050n,
				unattributedAfterFen: 350n,
			},
		});
		expect(await readPartnerNet(partner.id)).toBe(300n);
		expect(await auditOf(bindingId)).toHaveLength(1);
		const done = await correctBinding(lead, input);
		expect(done.ok && done.effect).toEqual(rehearsed.ok && rehearsed.effect);
		expect(await readPartnerNet(partner.id)).toBe(12_000n);
		expect(await db().auditEntry.findFirst({ where: { action: "binding.correct" } })).toMatchObject({
			subjectId: bindingId,
			actorUserId: lead.userId,
			reason: "合同追溯",
			before: { fromDay: today, toDay: null },
			after: { fromDay: input.fromDay, toDay: today },
		});
		expect((await noticesOf(user.id)).map(({ kind }) => kind)).toEqual(["shopBound", "bindingCorrected"]);
		expect(await correctBinding(lead, input)).toMatchObject({ reason: "BINDING_UNCHANGED" });
	});

	test("is the lead's alone, in binding, ending and correcting", async () => {
		const { partner, bindingId } = await bound();
		const { scope: reviewer } = await createMember({ role: "ops_reviewer" });
		const past = { fromDay: yesterday, reason: "补登" };
		expect(
			await bindShop(reviewer, { partnerId: partner.id, shopCode: "S-2", trackCode: track, ...past }),
		).toMatchObject({ reason: "CORRECTION_NEEDS_LEAD" });
		expect(await endBinding(reviewer, { bindingId, toDay: yesterday, reason: "x" })).toMatchObject({
			reason: "CORRECTION_NEEDS_LEAD",
		});
		await expect(
			correctBinding(reviewer, { bindingId, fromDay: yesterday, toDay: "", reason: "x" }),
		).rejects.toThrow("FORBIDDEN");
		expect(await endBinding(reviewer, { bindingId, toDay: tomorrow, reason: "" })).toMatchObject({
			ok: true,
		});
	});

	test("into another partner's days is refused by the database, naming whose they are", async () => {
		const { lead, bindingId } = await bound();
		const other = await createPartnerWithOwner("前任");
		const held = { partnerId: other.partner.id, shopCode: "S-1", trackCode: track, reason: "补登" };
		await pool().query("UPDATE shop_bindings SET from_day = $2 WHERE id = $1", [bindingId, tomorrow]);
		await pool().query("UPDATE shop_bindings SET from_day = $2 WHERE id = $1", [bindingId, today]);
		expect(await bindShop(lead, { ...held, fromDay: addDays(today, -40) })).toMatchObject({
			reason: "SHOP_ALREADY_BOUND",
			params: { partner: "清风" },
		});
		await endBinding(lead, { bindingId, toDay: tomorrow, reason: "" });
		const next = await bindShop(lead, { ...held, fromDay: tomorrow });
		expect(next).toMatchObject({ ok: true });
		expect(
			await correctBinding(lead, { bindingId, fromDay: today, toDay: "", reason: "延长" }),
		).toMatchObject({
			reason: "SHOP_ALREADY_BOUND",
			params: { partner: "前任", since: tomorrow },
		});
	});

	test("two at the same moment are done one after the other, each against what the first left", async () => {
		const { lead, partner, bindingId } = await bound();
		const to = (fromDay: string) => correctBinding(lead, { bindingId, fromDay, toDay: "", reason: "并发" });
		const outcomes = await Promise.all([to(addDays(today, -40)), to(yesterday)]);
		expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
		expect([12_300n, 2_300n]).toContain(await readPartnerNet(partner.id));
	});
});
