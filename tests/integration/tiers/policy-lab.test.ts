import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findNotice, findNoticeIdOf } from "@/lib/domains/partnership/data/notices";
import { tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { listFinalRuns } from "@/lib/domains/tiers/data/past-runs";
import { findTierDraft } from "@/lib/domains/tiers/data/policy-drafts";
import { replayPeriod } from "@/lib/domains/tiers/data/replay-policy";
import { backfillRun } from "@/lib/domains/tiers/mutations/backfill-run";
import { beginTierDraft, discardTierDraft, saveTierDraft } from "@/lib/domains/tiers/mutations/policy-drafts";
import {
	confirmTierPolicy,
	proposeTierPolicy,
	withdrawTierProposal,
} from "@/lib/domains/tiers/mutations/publish-policy";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { TierPolicyForm } from "@/lib/domains/tiers/schema/policy-form";
import { systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { trailingMonths } from "@/lib/platform/time";
import { createReviewer } from "@/tests/factories/admission";
import { createMember } from "@/tests/factories/identity";
import {
	createPartner,
	issueCertificates,
	rebuildRollups,
	recordForces,
	recordGmv,
	recordRedLine,
} from "@/tests/factories/tiers";

const YI = 10_000_000_000n;
const ran = new Date("2026-07-20T02:00:00Z");
const now = new Date("2026-06-22T02:00:00Z");
const today = "2026-06-22";

let lead: PlatformScope;
let other: PlatformScope;

/** Two of T4, one of them with a record too old to count; one whose sales are too old, and one without any: T1. */
beforeAll(async () => {
	const strong = await createPartner({ id: "prt_strong" });
	const earlier = await createPartner({ id: "prt_earlier" });
	const redLined = await createPartner({ id: "prt_red" });
	for (const { id } of [strong, earlier, redLined]) {
		await recordForces(id, trailingMonths("2026-05", 3));
		await issueCertificates(id, { senior: 3, intermediate: 3 });
	}
	await recordGmv(strong.id, [{ day: "2026-05-10", paidFen: 4n * YI }]);
	await recordGmv(earlier.id, [{ day: "2025-01-10", paidFen: 4n * YI }]);
	await recordGmv(redLined.id, [{ day: "2026-05-10", paidFen: 4n * YI }]);
	await recordRedLine(redLined.id, "2025-04-01");
	await createPartner({ id: "prt_weak", track: "supply_chain" });
	await rebuildRollups();
	const outcome = await backfillRun({ asOf: "2026-05-31", actor: systemActor("test"), now: ran });
	if (!outcome.ok) throw new Error(outcome.reason);
	lead = await createReviewer("ops_lead");
	other = await createReviewer("ops_lead");
});

beforeEach(async () => {
	const open = await findTierDraft();
	if (open) await discardTierDraft(lead, { draftId: open.id, version: open.version });
});

async function lastRun() {
	const [run] = await listFinalRuns(lead, 1);
	if (!run) throw new Error("no run");
	return run;
}

async function replay(policy: TierPolicy) {
	return replayPeriod(lead, policy, await lastRun());
}

describe("replay", () => {
	it("of the policy in force over a final run changes nothing", async () => {
		const same = await replay(tierPolicyV1);
		expect(same).toMatchObject({ partners: 4, changed: 0, moves: [], readsAgain: false, leftOut: 0 });
		expect(same.before).toEqual(same.after);
		expect(same.before).toEqual([2, 0, 0, 2, 0]);
	});

	it("of a stricter line names who falls, and why", async () => {
		const tiers = tierPolicyV1.tiers.map((tier) => ({
			...tier,
			criteria: tier.criteria.map((one) =>
				tier.level === 4 && one.metric === "gmv" ? { ...one, threshold: (4n * YI + 1n).toString() } : one,
			),
		}));
		expect(await replay({ ...tierPolicyV1, tiers })).toMatchObject({
			changed: 2,
			up: 0,
			down: 2,
			after: [2, 0, 2, 0, 0],
			moves: [
				{ partnerId: "prt_red", from: 4, to: 3 },
				{ partnerId: "prt_strong", from: 4, to: 3, reason: { kind: "CRITERIA", ruleIds: ["T4.gmv"] } },
			],
		});
	});

	it("of other windows reads the facts again and says so; scores and the verdict before stay", async () => {
		const longer = await replay({ ...tierPolicyV1, gmvMonths: 24 });
		expect(longer).toMatchObject({ readsAgain: true, changed: 1, up: 1 });
		expect(longer.moves).toMatchObject([{ partnerId: "prt_earlier", from: 1, to: 4 }]);
		const records = { ...tierPolicyV1.redLines, recordMonths: 36 };
		expect(await replay({ ...tierPolicyV1, redLines: records })).toMatchObject({
			readsAgain: true,
			changed: 1,
			moves: [{ partnerId: "prt_red", from: 4, to: 1, reason: { kind: "RED_LINE" } }],
		});
	});
});

/** A draft of T4's GMV line, saved. */
async function draftOf(value: string, change: (form: TierPolicyForm) => void = () => {}) {
	const begun = await beginTierDraft(lead, { baseVersion: 1, today });
	const draft = await findTierDraft();
	if (!begun.ok || !draft) throw new Error("no draft");
	const form = structuredClone(draft.form);
	form.tiers["4"].criteria.gmv.value = value;
	change(form);
	const saved = await saveTierDraft(lead, { draftId: draft.id, version: draft.version, form });
	if (!saved.ok) throw new Error(saved.reason);
	return { draftId: draft.id, version: saved.version, form };
}

async function proposalOf(value: string) {
	const { draftId, version, form } = await draftOf(value);
	const values = { draftId, version, effectiveOn: "2026-06-29", reason: "门槛跟上市场", now };
	const proposed = await proposeTierPolicy(lead, values);
	if (!proposed.ok) throw new Error(proposed.reason);
	return { draftId, version: proposed.version, form };
}

describe("a draft", () => {
	it("begun twice is one; a late writer is told; what the lint calls an error is not proposed", async () => {
		const begun = await Promise.all([1, 2, 3].map(() => beginTierDraft(lead, { baseVersion: 1, today })));
		expect(new Set(begun.map((one) => one.ok && one.draftId)).size).toBe(1);
		const { draftId, version, form } = await draftOf("1千万");
		const late = structuredClone(form);
		late.gmvMonths = "24";
		expect(await saveTierDraft(other, { draftId, version: version - 1, form: late })).toMatchObject({
			reason: "STALE_VERSION",
		});
		expect(await saveTierDraft(other, { draftId, version, form: {} })).toMatchObject({
			reason: "INPUT_INVALID",
		});
		const values = { draftId, effectiveOn: "2026-07-30", reason: "x", now };
		expect(await proposeTierPolicy(lead, { ...values, version })).toMatchObject({
			reason: "DRAFT_INCOMPLETE",
		});
		expect(await proposeTierPolicy(lead, { ...values, version: version - 1 })).toMatchObject({
			reason: "STALE_VERSION",
		});
		expect(await beginTierDraft(lead, { baseVersion: 99, today })).toMatchObject({ reason: "NOT_FOUND" });
	});

	it("that changes nothing is not proposed", async () => {
		const { draftId, version } = await draftOf("3亿");
		expect(
			await proposeTierPolicy(lead, { draftId, version, effectiveOn: "2026-07-30", reason: "x", now }),
		).toMatchObject({ reason: "NOTHING_CHANGED" });
	});
});

describe("a proposal", () => {
	it("for a day before the notice is refused with the earliest day", async () => {
		const { draftId, version } = await draftOf("5亿");
		expect(
			await proposeTierPolicy(lead, { draftId, version, effectiveOn: "2026-06-28", reason: "x", now }),
		).toMatchObject({
			reason: "TIER_NOTICE_TOO_SHORT",
			params: { earliest: "2026-06-29", changed: 2, days: 7 },
		});
	});

	it("is taken back by a change of the draft, by withdrawal, and is not its proposer's to confirm", async () => {
		const { draftId, version, form } = await proposalOf("5亿");
		expect(
			await db().notification.count({ where: { userId: other.userId, kind: "tierPolicyProposed" } }),
		).toBe(1);
		expect(
			await db().notification.count({ where: { userId: lead.userId, kind: "tierPolicyProposed" } }),
		).toBe(0);
		expect(await confirmTierPolicy(lead, { draftId, version, now })).toMatchObject({
			reason: "OWN_PROPOSAL",
		});
		const edited = structuredClone(form);
		edited.tiers["4"].criteria.gmv.value = "6亿";
		const saved = await saveTierDraft(lead, { draftId, version, form: edited });
		expect(await confirmTierPolicy(other, { draftId, version, now })).toMatchObject({
			reason: "STALE_VERSION",
		});
		if (!saved.ok) throw new Error(saved.reason);
		expect(await confirmTierPolicy(other, { draftId, version: saved.version, now })).toMatchObject({
			reason: "NOT_PROPOSED",
		});
		const again = await proposeTierPolicy(lead, {
			draftId,
			version: saved.version,
			effectiveOn: "2026-06-29",
			reason: "再议",
			now,
		});
		if (!again.ok) throw new Error(again.reason);
		await expect(
			db().policyDraft.update({ where: { id: draftId }, data: { document: {} } }),
		).rejects.toThrow();
		expect(await withdrawTierProposal(other, { draftId, version: again.version })).toMatchObject({
			ok: true,
		});
		expect((await findTierDraft())?.proposal).toBeNull();
	});

	it("that waited too long for its day is not confirmed", async () => {
		const { draftId, version } = await proposalOf("5亿");
		const late = new Date("2026-06-23T02:00:00Z");
		expect(await confirmTierPolicy(other, { draftId, version, now: late })).toMatchObject({
			reason: "TIER_NOTICE_TOO_SHORT",
			params: { earliest: "2026-06-30" },
		});
	});

	it("confirmed by two at once is one version, announced, logged and told to owners once", async () => {
		const owner = await createMember({ role: "partner_owner" });
		const member = await createMember({ role: "partner_member", organisationId: owner.organisation.id });
		await createPartner({ id: "prt_owned", organisationId: owner.organisation.id });
		const { draftId, version } = await proposalOf("5亿");
		const third = await createReviewer("ops_lead");
		const answers = await Promise.all(
			[other, third].map((scope) => confirmTierPolicy(scope, { draftId, version, now })),
		);
		expect(answers.filter((one) => one.ok)).toEqual([expect.objectContaining({ publishedVersion: 2 })]);
		expect(answers.find((one) => !one.ok)).toMatchObject({ reason: "DRAFT_PUBLISHED" });
		const policy = await db().policy.findUniqueOrThrow({
			where: { kind_version: { kind: "tiers", version: 2 } },
		});
		expect(policy).toMatchObject({ proposedById: lead.userId, reason: "门槛跟上市场" });
		expect([other.userId, third.userId]).toContain(policy.publishedById);
		const notice = await findNotice((await findNoticeIdOf(policy.id)) ?? "");
		expect(notice).toMatchObject({
			effectiveOn: "2026-06-29",
			params: { kind: "tiers", version: 2, changesZh: ["T4 强风 成交额：由 ≥ ¥3亿 调整为 ≥ ¥5亿"] },
		});
		const told = { kind: "tierPolicyPublished" };
		expect(await db().notification.count({ where: { ...told, userId: owner.user.id } })).toBe(1);
		expect(await db().notification.count({ where: { ...told, userId: member.user.id } })).toBe(0);
		expect(await db().auditEntry.count({ where: { action: "policy.publish", subjectId: policy.id } })).toBe(
			1,
		);
		expect(
			await db().decisionEntry.count({ where: { kind: "POLICY_PUBLISHED", subjectId: policy.id } }),
		).toBe(1);
	});
});

describe("the database", () => {
	it("refuses a tier policy published by one person, or by nobody", async () => {
		const row = (values: {
			publishedById: string | null;
			proposedById: string | null;
			reason: string | null;
		}) =>
			db().policy.create({
				data: {
					id: newId("pol"),
					kind: "tiers",
					version: 90,
					document: {},
					documentHash: "x",
					effectiveFrom: new Date("2030-01-01"),
					...values,
				},
			});
		await expect(row({ publishedById: "a", proposedById: "a", reason: "x" })).rejects.toThrow();
		await expect(row({ publishedById: "a", proposedById: null, reason: "x" })).rejects.toThrow();
		await expect(row({ publishedById: null, proposedById: "a", reason: "x" })).rejects.toThrow();
		await expect(row({ publishedById: "a", proposedById: "b", reason: null })).rejects.toThrow();
	});
});
