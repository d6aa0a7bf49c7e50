import { beforeAll, beforeEach, expect, test } from "vitest";
import { findOwnFundApplication, listFundEvents } from "@/lib/domains/fund/data/applications";
import { applyForFund } from "@/lib/domains/fund/mutations/apply";
import { setCommittee } from "@/lib/domains/fund/mutations/committee";
import { investInApplication } from "@/lib/domains/fund/mutations/decide";
import { assignApplication, declareFundConflict, noteOnApplication } from "@/lib/domains/fund/mutations/desk";
import { voteOnApplication } from "@/lib/domains/fund/mutations/vote";
import { withdrawFromFund } from "@/lib/domains/fund/mutations/withdraw";
import { fundEdges } from "@/lib/domains/fund/rules/transitions";
import type { FundChoice } from "@/lib/domains/fund/types";
import { grantReserved, spendGrant } from "@/lib/domains/pools/mutations/ledger";
import { systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { listFiles } from "@/lib/platform/files/data";
import { openFundStages } from "@/lib/platform/files/gates/fund";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { ensureReferenceData } from "@/prisma/seed/reference";
import { applyOnce, bringToCommittee, openFund, readFund, takeTo } from "@/tests/factories/fund";
import { createMember } from "@/tests/factories/identity";
import { createLead, createOwnPartner } from "@/tests/factories/partnership";
import { must } from "@/tests/factories/pools";

let leads: [PlatformScope, PlatformScope];
let reviewer: PlatformScope;
let fundId: string;
let own: { partner: { id: string }; scope: PartnerScope };

beforeAll(async () => {
	await ensureReferenceData();
	leads = [await createLead(), await createLead()];
	reviewer = (await createMember({ role: "ops_reviewer" })).scope;
	fundId = await openFund(leads, "1000");
	must(await setCommittee(leads[0], { userIds: [...leads, reviewer].map((one) => one.userId) }));
});

beforeEach(async () => {
	own = await createOwnPartner();
});

async function vote(scope: PlatformScope, applicationId: string, choice: FundChoice, round?: number) {
	return voteOnApplication(scope, {
		applicationId,
		round: round ?? (await readFund(applicationId)).round,
		choice,
		reason: "理由",
	});
}

async function invest(scope: PlatformScope, applicationId: string, committed: bigint) {
	const { version } = await readFund(applicationId);
	return investInApplication(scope, { applicationId, version, committed, reason: "投决会决议" });
}

async function carry(applicationId: string) {
	for (const scope of [...leads, reviewer]) must(await vote(scope, applicationId, "FOR"));
}

const notices = async (kind: string, id: string) =>
	db().notification.findMany({ where: { kind, href: { endsWith: id } }, select: { userId: true } });

test("from the application to the money: every step is told, logged and in the ledger", async () => {
	const id = await applyOnce(own.scope, 500n);
	expect(
		await applyForFund(own.scope, { title: "又", story: "一", useOfFunds: "份", asked: 1n }),
	).toMatchObject({
		reason: "FUND_OPEN_ALREADY",
	});
	expect(
		await applyForFund(own.scope, { title: "又", story: "一", useOfFunds: "份", asked: 1_001n }),
	).toMatchObject({
		reason: "ASKED_ABOVE_FUND",
	});
	expect((await notices("fundApplied", id)).map((one) => one.userId)).toEqual(
		expect.arrayContaining(leads.map((lead) => lead.userId)),
	);
	must(await takeTo(reviewer, id, "SCREENING"));
	must(await takeTo(reviewer, id, "DUE_DILIGENCE", "先看报表"));
	await expect(takeTo(reviewer, id, "COMMITTEE")).rejects.toThrow("FORBIDDEN");
	expect(await takeTo(reviewer, id, "SCREENING")).toMatchObject({ fieldErrors: { reason: "REQUIRED" } });
	expect(await invest(leads[0], id, 500n)).toMatchObject({ reason: "FUND_CLOSED" });
	must(await takeTo(leads[0], id, "COMMITTEE"));
	expect((await notices("fundToVote", id)).length).toBe(3);

	// One vote short of the quorum, and with it.
	must(await vote(leads[0], id, "FOR"));
	must(await vote(leads[1], id, "AGAINST"));
	expect(await invest(leads[0], id, 400n)).toMatchObject({ reason: "NO_QUORUM", params: { missing: 1 } });
	must(await vote(reviewer, id, "ABSTAIN"));
	expect((await notices("fundQuorum", id)).length).toBe(2);
	expect(await invest(leads[0], id, 400n)).toMatchObject({ reason: "NOT_CARRIED" });
	must(await vote(reviewer, id, "FOR"));
	expect(await takeTo(leads[0], id, "DECLINED", "不投")).toMatchObject({ reason: "CARRIED" });
	expect(await invest(leads[0], id, 501n)).toMatchObject({ reason: "COMMIT_ABOVE_ASKED" });
	const { grantId } = must(await invest(leads[0], id, 400n));

	const found = await findOwnFundApplication(own.scope, id);
	expect(found).toMatchObject({
		stage: "INVESTED",
		committedFen: 400n,
		grant: { reserved: 400n, spent: 0n },
	});
	const move = { poolId: fundId, grantId, actor: systemActor("test"), reason: "首期" };
	must(await grantReserved(pool(), { ...move, amount: 400n, key: `g-${id}` }));
	must(await spendGrant(pool(), { ...move, amount: 150n, key: `s-${id}` }));
	expect(await findOwnFundApplication(own.scope, id)).toMatchObject({ grant: { open: 250n, spent: 150n } });
	expect(await db().decisionEntry.count({ where: { kind: "FUND_DECISION", subjectId: id } })).toBe(1);
	const audits = await db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
	expect(audits.map((one) => one.action)).toEqual([
		"fund.apply",
		"fund.screening",
		"fund.due-diligence",
		"fund.committee",
		...Array.from({ length: 4 }, () => "fund.vote"),
		"fund.invested",
	]);
	// The applicant reads the reasons meant for it, and no name of whoever decided.
	const events = await listFundEvents(id, { isShared: true });
	expect(events.map((event) => event.reason)).toEqual(["投决会决议", null, null, null, null]);
	expect(events[0]?.actorLabel).toBe("");
});

test("once the round is over nobody votes and nothing changes, whoever writes", async () => {
	const id = await applyOnce(own.scope, 10n);
	expect(await vote(reviewer, id, "FOR", 1)).toMatchObject({ reason: "VOTE_OVER" });
	await bringToCommittee(leads[0], id);
	const stranger = (await createMember({ role: "ops_reviewer" })).scope;
	expect(await vote(stranger, id, "FOR")).toMatchObject({ reason: "NOT_A_MEMBER" });
	must(await vote(reviewer, id, "FOR"));
	must(await takeTo(leads[1], id, "DUE_DILIGENCE", "补充合同"));
	const refused = (sql: string) =>
		expect(pool().query(sql, [id]), sql).rejects.toThrow(/is over|never change|legal/);
	await refused("UPDATE fund_votes SET choice = 'AGAINST' WHERE application_id = $1");
	await refused("DELETE FROM fund_votes WHERE application_id = $1");
	must(await takeTo(leads[0], id, "COMMITTEE"));
	expect(await readFund(id)).toMatchObject({ stage: "COMMITTEE", round: 2 });
	expect(await invest(leads[0], id, 10n)).toMatchObject({ reason: "NO_QUORUM", params: { missing: 3 } });
	for (const scope of [...leads, reviewer]) must(await vote(scope, id, "AGAINST"));
	expect(await takeTo(leads[0], id, "DECLINED")).toMatchObject({ fieldErrors: { reason: "REQUIRED" } });
	must(await takeTo(leads[0], id, "DECLINED", "现金流不足"));
	expect(await findOwnFundApplication(own.scope, id)).toMatchObject({
		decisionReason: "现金流不足",
		grant: null,
	});
	expect((await notices("fundDeclined", id)).map((one) => one.userId)).toEqual([own.scope.userId]);
	await refused("UPDATE fund_applications SET stage = 'COMMITTEE' WHERE id = $1");
	await refused("UPDATE fund_votes SET choice = 'FOR' WHERE application_id = $1 AND round = 2");
	await refused("UPDATE fund_events SET reason = 'x' WHERE application_id = $1");
	await refused(
		`INSERT INTO fund_events (application_id, from_stage, to_stage, actor_label, at, is_shared)
		 VALUES ($1, 'DECLINED', 'INVESTED', 'x', now(), true)`,
	);
});

test("whoever declares a conflict loses the vote, the work and the decision", async () => {
	const bound = await createLead();
	must(await setCommittee(leads[0], { userIds: [...leads, reviewer, bound].map((one) => one.userId) }));
	const id = await applyOnce(own.scope, 10n);
	await bringToCommittee(leads[0], id);
	must(await vote(bound, id, "FOR"));
	const { version } = await readFund(id);
	must(await assignApplication(leads[0], { applicationId: id, version, userId: bound.userId }));
	must(await declareFundConflict(bound, { applicationId: id, reason: "亲属持股" }));
	expect(await declareFundConflict(bound, { applicationId: id, reason: "亲属持股" })).toMatchObject({
		reason: "CONFLICT_DECLARED",
	});
	expect(await db().fundVote.count({ where: { applicationId: id } })).toBe(0);
	expect((await readFund(id)).assignee_id).toBeNull();
	for (const outcome of [
		await vote(bound, id, "FOR"),
		await takeTo(bound, id, "DUE_DILIGENCE", "x"),
		await invest(bound, id, 10n),
		await noteOnApplication(bound, { applicationId: id, body: "x" }),
		await assignApplication(leads[0], {
			applicationId: id,
			version: (await readFund(id)).version,
			userId: bound.userId,
		}),
	])
		expect(outcome).toMatchObject({ reason: "CONFLICT_OF_INTEREST" });
	await expect(
		pool().query(
			`INSERT INTO fund_votes (application_id, round, user_id, user_name, choice, reason, at) VALUES ($1, 1, $2, 'x', 'FOR', 'x', now())`,
			[id, bound.userId],
		),
	).rejects.toThrow(/conflict of interest/);
});

test("two leads decide at once: one wins, and the fund is never overdrawn", async () => {
	const first = await applyOnce(own.scope, 600n);
	await bringToCommittee(leads[0], first);
	await carry(first);
	const { version } = await readFund(first);
	const input = { applicationId: first, version, committed: 400n, reason: "决议" };
	const outcomes = await Promise.all([
		investInApplication(leads[0], input),
		investInApplication(leads[1], input),
		takeTo(leads[1], first, "DUE_DILIGENCE", "再看看"),
	]);
	expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
	if ((await readFund(first)).stage !== "INVESTED") must(await takeTo(leads[0], first, "DECLINED", "放弃"));

	const { rows } = await pool().query<{ available: bigint }>("SELECT available FROM pools WHERE id = $1", [
		fundId,
	]);
	const available = rows[0]?.available ?? 0n;
	const rivals = await Promise.all([createOwnPartner(), createOwnPartner()]);
	const ids: string[] = [];
	for (const rival of rivals) {
		const id = await applyOnce(rival.scope, available);
		await bringToCommittee(leads[0], id);
		await carry(id);
		ids.push(id);
	}
	// Each fits, both do not.
	const raced = await Promise.all(ids.map((id, at) => invest(leads[(at % 2) as 0 | 1], id, available)));
	expect(raced.filter((outcome) => outcome.ok)).toHaveLength(1);
	expect(raced.find((outcome) => !outcome.ok)).toMatchObject({
		reason: "FUND_EXHAUSTED",
		fieldErrors: { committed: "FUND_EXHAUSTED" },
	});
	const loser = ids[raced.findIndex((outcome) => !outcome.ok)] ?? "";
	expect(await readFund(loser)).toMatchObject({ stage: "COMMITTEE" });
});

test("another company's application does not exist, and internal papers are never the company's", async () => {
	const other = await createOwnPartner();
	const id = await applyOnce(own.scope, 10n);
	const { version } = await readFund(id);
	expect(await findOwnFundApplication(other.scope, id)).toBeNull();
	await expect(withdrawFromFund(other.scope, { applicationId: id, version, reason: "" })).rejects.toThrow(
		"NOT_FOUND",
	);
	const file = (purpose: "FUND" | "FUND_REVIEW") =>
		db().storedFile.create({
			data: {
				...{
					id: `fil_${purpose}_${id}`.slice(0, 40),
					organisationId: own.scope.organisationId,
					purpose,
					subjectId: id,
					slot: "",
				},
				...{ name: "a.pdf", mediaType: "application/pdf", sizeBytes: 1, sha256: "0".repeat(64) },
				...{ storageKey: `${purpose.toLowerCase()}-${id}`, uploadedById: own.scope.userId },
			},
		});
	await file("FUND");
	await file("FUND_REVIEW");
	const count = async (scope: PartnerScope | PlatformScope, purpose: "FUND" | "FUND_REVIEW") =>
		(await listFiles(scope, { purpose, subjectId: id })).length;
	expect([await count(own.scope, "FUND"), await count(own.scope, "FUND_REVIEW")]).toEqual([1, 0]);
	expect([await count(other.scope, "FUND"), await count(other.scope, "FUND_REVIEW")]).toEqual([0, 0]);
	expect([await count(reviewer, "FUND"), await count(reviewer, "FUND_REVIEW")]).toEqual([1, 1]);
	expect([...new Set(fundEdges.map((edge) => edge.from))].sort()).toEqual([...openFundStages].sort());

	must(await withdrawFromFund(own.scope, { applicationId: id, version, reason: "改期" }));
	expect(await withdrawFromFund(own.scope, { applicationId: id, version, reason: "" })).toMatchObject({
		reason: "FUND_CLOSED",
	});
	expect(await takeTo(leads[0], id, "SCREENING")).toMatchObject({ reason: "FUND_CLOSED" });
	// What is closed makes room for the next.
	await applyOnce(own.scope, 10n);
});
