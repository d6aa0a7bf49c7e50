import { beforeAll, expect, test } from "vitest";
import { listFundTranches } from "@/lib/domains/fund/data/tranches";
import { moveCommitment } from "@/lib/domains/fund/mutations/commitment";
import { setCommittee } from "@/lib/domains/fund/mutations/committee";
import { investInApplication } from "@/lib/domains/fund/mutations/decide";
import { declareFundConflict } from "@/lib/domains/fund/mutations/desk";
import { tellDueTranches } from "@/lib/domains/fund/mutations/tell-due";
import { payTranche, planTranches } from "@/lib/domains/fund/mutations/tranches";
import { voteOnApplication } from "@/lib/domains/fund/mutations/vote";
import { moveGrant } from "@/lib/domains/pools/mutations/grants";
import type { MoveGrant } from "@/lib/domains/pools/schema";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { ensureReferenceData } from "@/prisma/seed/reference";
import { applyOnce, bringToCommittee, openFund, readFund } from "@/tests/factories/fund";
import { createMember } from "@/tests/factories/identity";
import { createLead, createOwnPartner } from "@/tests/factories/partnership";
import { holdClock, must, releaseClock } from "@/tests/factories/pools";

let leads: [PlatformScope, PlatformScope];
let reviewer: PlatformScope;
let own: PartnerScope;
let other: PartnerScope;
let poolId: string;
let applicationId: string;
let grantId: string;

beforeAll(async () => {
	await ensureReferenceData();
	leads = [await createLead(), await createLead()];
	reviewer = (await createMember({ role: "ops_reviewer" })).scope;
	poolId = await openFund(leads, "1000");
	must(await setCommittee(leads[0], { userIds: [...leads, reviewer].map(({ userId }) => userId) }));
	own = (await createOwnPartner()).scope;
	other = (await createOwnPartner()).scope;
	applicationId = await applyOnce(own, 100n);
	await bringToCommittee(leads[0], applicationId);
	for (const scope of [...leads, reviewer])
		must(await voteOnApplication(scope, { applicationId, round: 1, choice: "FOR", reason: "好" }));
	const { version } = await readFund(applicationId);
	const decision = { applicationId, version, committed: 100n, reason: "投资" };
	grantId = must(await investInApplication(leads[0], decision)).grantId;
});

const tranche = (amount: bigint, dueOn: string) => ({ amount, dueOn, condition: "里程碑" });
const seen = async () =>
	(await listFundTranches(applicationId))
		.filter(({ paidOn }) => paidOn === null)
		.map(({ id }) => id)
		.join();
const plan = async (...tranches: ReturnType<typeof tranche>[]) =>
	planTranches(leads[0], { applicationId, seen: await seen(), tranches });
const move = (kind: MoveGrant["kind"], amount: bigint, key = `${kind}-${amount}-key`): MoveGrant => ({
	...{ poolId, grantId, unit: "FEN", kind, amount, reason: "事由", bookedOn: "", key },
});
const balance = async () =>
	(await pool().query("SELECT reserved, open, spent FROM pool_grants WHERE id = $1", [grantId])).rows[0];
const told = async (kind: string, userId: string) =>
	(await pool().query("SELECT params FROM notifications WHERE kind = $1 AND user_id = $2", [kind, userId]))
		.rows;
const mails = async (kind: string) =>
	(await pool().query("SELECT text FROM mail_messages WHERE key LIKE $1", [`${kind}:${applicationId}%`]))
		.rows;

test("the company hears of every stage and of the decision, in the portal and by mail; another company of nothing", async () => {
	for (const kind of ["fundScreening", "fundDueDiligence", "fundCommittee", "fundInvested"]) {
		expect(await told(kind, own.userId)).toHaveLength(1);
		expect(await told(kind, other.userId)).toHaveLength(0);
		expect(await mails(kind)).toHaveLength(1);
	}
});

test("no more is planned than is committed, and a plan made on an older one is refused", async () => {
	expect(await plan(tranche(60n, "2031-03-10"), tranche(41n, "2031-06-10"))).toMatchObject({
		reason: "FUND_PLAN_ABOVE",
	});
	must(await plan(tranche(60n, "2031-03-10"), tranche(40n, "2031-06-10")));
	expect(await planTranches(leads[0], { applicationId, seen: "", tranches: [] })).toMatchObject({
		reason: "STALE_VERSION",
	});
	const draft = await applyOnce(other, 5n);
	expect(await planTranches(leads[0], { applicationId: draft, seen: "", tranches: [] })).toMatchObject({
		reason: "FUND_NOT_INVESTED",
	});
	expect(() => planTranches(reviewer, { applicationId, seen: "", tranches: [] })).toThrow("FORBIDDEN");
});

test("what is planned is told of a week ahead and on the day, to each lead once", async () => {
	const [lead] = leads;
	const tell = async (instant: string) => {
		await holdClock(instant);
		await Promise.all([tellDueTranches(), tellDueTranches()]);
		return [await told("fundTrancheSoon", lead.userId), await told("fundTrancheDue", lead.userId)].map(
			({ length }) => length,
		);
	};
	try {
		expect(await tell("2031-03-02T23:59:59+08:00")).toEqual([0, 0]);
		expect(await tell("2031-03-03T00:00:00+08:00")).toEqual([1, 0]);
		expect(await tell("2031-03-09T23:59:59+08:00")).toEqual([1, 0]);
		expect(await tell("2031-03-10T00:00:00+08:00")).toEqual([1, 1]);
		expect(await mails("fundTrancheDue")).toHaveLength(leads.length);
		expect(await told("fundTrancheDue", own.userId)).toHaveLength(0);
	} finally {
		await releaseClock();
	}
});

test("a planned payment is signed and paid once, however often it is sent; the company is told", async () => {
	const [first] = await listFundTranches(applicationId);
	const trancheId = first?.id ?? "";
	const both = await Promise.all([1, 2].map(() => payTranche(leads[1], { trancheId, paidOn: "" })));
	expect(both.map((one) => one.ok && one.isReplay).sort()).toEqual([false, true]);
	expect(await balance()).toEqual({ reserved: 40n, open: 0n, spent: 60n });
	expect(await told("fundPaid", own.userId)).toHaveLength(1);
	expect((await mails("fundPaid"))[0].text).toContain("¥0.60");
	await expect(payTranche(leads[1], { trancheId: "ftr_none", paidOn: "" })).rejects.toMatchObject({
		code: "NOT_FOUND",
	});
	await expect(
		pool().query("UPDATE fund_tranches SET amount_fen = 1 WHERE id = $1", [trancheId]),
	).rejects.toThrow();
});

test("by hand nothing is taken from under the plan, and the pool's page leaves a commitment alone", async () => {
	const [lead] = leads;
	expect(await moveCommitment(lead, move("RELEASE", 1n))).toMatchObject({ reason: "FUND_PLAN_ABOVE" });
	must(await moveCommitment(lead, move("GRANT", 10n)));
	expect(await moveCommitment(lead, move("SPEND", 10n))).toMatchObject({ reason: "FUND_PAY_BY_PLAN" });
	must(await plan(tranche(30n, "2031-06-10")));
	must(await moveCommitment(lead, move("RELEASE", 10n)));
	must(await moveCommitment(lead, move("RELEASE", 10n)));
	expect(await moveCommitment(lead, move("RELEASE", 1n, "another-key"))).toMatchObject({
		reason: "FUND_PLAN_ABOVE",
	});
	expect(await balance()).toEqual({ reserved: 20n, open: 10n, spent: 60n });
	expect(await told("fundTakenBack", own.userId)).toHaveLength(1);

	expect(await moveGrant(lead, move("RELEASE", 20n))).toMatchObject({ reason: "GRANT_HAS_HOME" });
	await expect(moveCommitment(lead, { ...move("GRANT", 1n), grantId: "pgr_none" })).rejects.toMatchObject({
		code: "NOT_FOUND",
	});
	must(await declareFundConflict(leads[1], { applicationId, reason: "亲属任职" }));
	expect(await moveCommitment(leads[1], move("GRANT", 1n))).toMatchObject({ reason: "CONFLICT_OF_INTEREST" });
});
