import { beforeEach, expect, test } from "vitest";
import { readCompanyRecords } from "@/lib/domains/admission/data/company-records";
import { countRedLines, listRedLines } from "@/lib/domains/partnership/data/red-lines";
import { openRedLineExits } from "@/lib/domains/partnership/mutations/open-red-line-exits";
import { recordRedLine, withdrawRedLine } from "@/lib/domains/partnership/mutations/red-lines";
import { redLineQuerySchema } from "@/lib/domains/partnership/schema/red-line";
import { backfillRun } from "@/lib/domains/tiers/mutations/backfill-run";
import { closeNotice } from "@/lib/domains/tiers/mutations/close-notice";
import { computeRun } from "@/lib/domains/tiers/mutations/compute-run";
import { openNotice } from "@/lib/domains/tiers/mutations/open-notice";
import { startRun } from "@/lib/domains/tiers/mutations/start-run";
import { systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { createMember } from "@/tests/factories/identity";
import { at, createLead, createOwnPartner } from "@/tests/factories/partnership";

const given = { kind: "FABRICATED_TRADES", occurredOn: "2026-05-10", note: "三家店铺互刷" } as const;
const now = at("2026-06-20");

beforeEach(async () => {
	await pool().query(
		"TRUNCATE exit_cases, red_lines, evaluation_runs, classifications, partners, organisations CASCADE",
	);
});

async function decisionOf(partnerId: string) {
	const run = await backfillRun({
		asOf: "2026-05-31",
		actor: systemActor("test"),
		now: at("2026-07-20"),
		reason: "重新评定",
	});
	if (!run.ok) throw new Error(run.reason);
	const row = await db().classification.findFirstOrThrow({ where: { runId: run.runId, partnerId } });
	return (row.receipt as { decision: { movement: string } }).decision.movement;
}

test("a record caps the partner in the next run, and one withdrawn never counted; both times the partner hears of it", async () => {
	const lead = await createLead();
	const { partner, user } = await createOwnPartner();
	const made = await recordRedLine(lead, { ...given, partner: partner.uscc, now });
	if (!made.ok) throw new Error(made.reason);
	expect(await decisionOf(partner.id)).toBe("RED_LINE");
	expect(await readCompanyRecords(partner.uscc)).toMatchObject({ redLines: [{ id: made.redLineId }] });
	expect(await db().notification.count({ where: { userId: user.id, kind: "redLineRecorded" } })).toBe(1);
	expect(await db().mailMessage.findFirst({ where: { recipient: user.email } })).toMatchObject({
		text: expect.stringContaining("三家店铺互刷"),
	});

	const withdraw = () => withdrawRedLine(lead, { redLineId: made.redLineId, reason: "查证有误", now });
	const answers = await Promise.all([withdraw(), withdraw()]);
	expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
	expect(await withdraw()).toMatchObject({ reason: "RED_LINE_WITHDRAWN_ALREADY" });
	expect(await decisionOf(partner.id)).not.toBe("RED_LINE");
	expect((await readCompanyRecords(partner.uscc)).redLines).toEqual([]);
	expect(await db().notification.count({ where: { userId: user.id, kind: "redLineWithdrawn" } })).toBe(1);
	const actions = await db().auditEntry.findMany({
		where: { subjectId: made.redLineId },
		orderBy: { id: "asc" },
	});
	expect(actions.map((row) => [row.action, row.reason])).toEqual([
		["red-line.record", "三家店铺互刷"],
		["red-line.withdraw", "查证有误"],
	]);
});

test("is refused for a day to come and a partner nobody knows; recorded by a lead and nobody else", async () => {
	const lead = await createLead();
	const { partner } = await createOwnPartner();
	expect(
		await recordRedLine(lead, { ...given, partner: partner.id, occurredOn: "2026-06-21", now }),
	).toMatchObject({
		fieldErrors: { occurredOn: "OCCURRED_IN_FUTURE" },
	});
	expect(await recordRedLine(lead, { ...given, partner: "没有这家", now })).toMatchObject({
		fieldErrors: { partner: "PARTNER_UNKNOWN" },
	});
	expect(await db().redLine.count()).toBe(0);
	await expect(withdrawRedLine(lead, { redLineId: "rdl_missing", reason: "x", now })).rejects.toThrow(
		"NOT_FOUND",
	);
	for (const role of ["ops_reviewer", "auditor", "admin"] as const) {
		const { scope } = await createMember({ role });
		expect(() => recordRedLine(scope, { ...given, partner: partner.id, now })).toThrow("FORBIDDEN");
		expect(() => withdrawRedLine(scope, { redLineId: "rdl", reason: "x", now })).toThrow("FORBIDDEN");
	}
});

test("the list keeps those withdrawn apart and tells who recorded them", async () => {
	const lead = await createLead();
	const { partner } = await createOwnPartner();
	const first = await recordRedLine(lead, { ...given, partner: partner.id, now });
	await recordRedLine(lead, { ...given, partner: partner.id, occurredOn: "2026-05-11", now });
	if (!first.ok) throw new Error(first.reason);
	await withdrawRedLine(lead, { redLineId: first.redLineId, reason: "有误", now });
	const list = async (query: object) => (await listRedLines(lead, redLineQuerySchema.parse(query))).rows;
	expect(await list({})).toMatchObject([{ occurredOn: "2026-05-11", recordedBy: lead.userName }]);
	expect(await list({ tab: "withdrawn" })).toMatchObject([{ id: first.redLineId, withdrawReason: "有误" }]);
	expect(await list({ q: "没有" })).toEqual([]);
	expect(await countRedLines(lead)).toEqual({ counting: 1, withdrawn: 1 });
});

test("a final run that finds a red line opens an exit review, once; one brought in from the past opens none", async () => {
	const lead = await createLead();
	const { partner, user } = await createOwnPartner();
	await recordRedLine(lead, { ...given, partner: partner.id, now });
	expect(await decisionOf(partner.id)).toBe("RED_LINE");
	expect(await openRedLineExits(at("2026-07-20"))).toBe(0);

	const actor = systemActor("test");
	const run = await startRun({ asOf: "2026-06-30", actor, now: at("2026-07-20") });
	if (!run.ok) throw new Error(run.reason);
	await computeRun({ runId: run.runId, actor, now: at("2026-07-20") });
	await openNotice(lead, { runId: run.runId, now: at("2026-07-20") });
	const later = at("2026-07-28");
	expect(await openRedLineExits(later)).toBe(0);
	expect(await closeNotice({ runId: run.runId, actor, now: later })).toMatchObject({ ok: true });
	expect(await openRedLineExits(later)).toBe(1);
	expect(await openRedLineExits(later)).toBe(0);
	expect(await db().exitCase.findMany()).toMatchObject([
		{
			partnerId: partner.id,
			kind: "RED_LINE",
			reasonCodes: ["FABRICATED_TRADES"],
			openedById: lead.userId,
			state: "NOTICE",
		},
	]);
	expect((await db().partner.findUniqueOrThrow({ where: { id: partner.id } })).status).toBe("EXIT_NOTICE");
	expect(await db().notification.count({ where: { userId: user.id, kind: "exitNotice" } })).toBe(1);
});
