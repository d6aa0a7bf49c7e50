import { beforeAll, describe, expect, it } from "vitest";
import { countOpenAppeals } from "@/lib/domains/tiers/data/count-open-appeals";
import { findOwnTierAppeal, listOwnTierAppeals } from "@/lib/domains/tiers/data/own-tier-appeals";
import { previewCorrection } from "@/lib/domains/tiers/data/preview-correction";
import { countTierAppeals, findTierAppealCase, listTierAppeals } from "@/lib/domains/tiers/data/tier-appeals";
import { closeNotice } from "@/lib/domains/tiers/mutations/close-notice";
import { computeRun } from "@/lib/domains/tiers/mutations/compute-run";
import { decideTierAppeal } from "@/lib/domains/tiers/mutations/decide-tier-appeal";
import { fileTierAppeal } from "@/lib/domains/tiers/mutations/file-tier-appeal";
import { openNotice } from "@/lib/domains/tiers/mutations/open-notice";
import { startRun } from "@/lib/domains/tiers/mutations/start-run";
import { withdrawTierAppeal } from "@/lib/domains/tiers/mutations/withdraw-tier-appeal";
import { actorOf, systemActor } from "@/lib/platform/audit/actor";
import { restateClocks } from "@/lib/platform/calendar/clocks";
import { db } from "@/lib/platform/db/client";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { AppError, type Outcome } from "@/lib/platform/errors/errors";
import { findReadableFile, listFiles } from "@/lib/platform/files/data";
import { newId } from "@/lib/platform/id/id";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { trailingMonths } from "@/lib/platform/time";
import { createMember } from "@/tests/factories/identity";
import { at, createLead, createOwnPartner } from "@/tests/factories/partnership";
import { issueCertificates, rebuildRollups, recordForces, recordGmv } from "@/tests/factories/tiers";

const statement = "高级证书 2020 年已经取得，系统里没有登记，附证书扫描件。";
const criterion = "T4.experts_senior";
/** The notice opens on Saturday 20 June 2026 and runs through the 27th. */
const noticed = at("2026-06-20");
const filed = at("2026-06-22");

let starter: PlatformScope;
let opener: PlatformScope;
let judge: PlatformScope;
let own: Awaited<ReturnType<typeof createOwnPartner>>;
let other: Awaited<ReturnType<typeof createOwnPartner>>;
let runId: string;
let correctionId: string;

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

/** Meets T4 but for a senior expert. */
async function giveFacts(partnerId: string) {
	await recordForces(partnerId, trailingMonths("2026-05", 3));
	await issueCertificates(partnerId, { intermediate: 3 });
	await recordGmv(partnerId, [{ day: "2026-05-20", paidFen: 31_000_000_000n }]);
}

beforeAll(async () => {
	[starter, opener, judge] = [await createLead(), await createLead(), await createLead()];
	[own, other] = [await createOwnPartner(), await createOwnPartner()];
	await giveFacts(own.partner.id);
	await giveFacts(other.partner.id);
	await rebuildRollups();
	const started = { asOf: "2026-05-31", actor: actorOf(starter), now: noticed };
	runId = must(await startRun(started)).runId;
	must(await computeRun({ runId, actor: actorOf(starter), now: noticed }));
	must(await openNotice(opener, { runId, now: noticed }));
});

const file = (scope: PartnerScope, more: Partial<Parameters<typeof fileTierAppeal>[1]> = {}) =>
	fileTierAppeal(scope, { runId, criterion, statement, now: filed, ...more });

const openFor = async (scope: PartnerScope, code: string) =>
	must(await file(scope, { criterion: code })).appealId;

const caseOf = async (id: string) => {
	const found = await findTierAppealCase(judge, id);
	if (!found) throw new Error("no case");
	return found;
};

const reject = (scope: PlatformScope, appealId: string, version = 1) =>
	decideTierAppeal(scope, {
		...{ appealId, version, decision: "REJECTED", reasonCode: "EVIDENCE_INSUFFICIENT" },
		...{ reason: "证书编号查无此证", now: at("2026-06-23") },
	});

const accept = (appealId: string, digest: string, now = at("2026-06-23")) =>
	decideTierAppeal(judge, {
		...{ appealId, version: 1, decision: "ACCEPTED", reasonCode: "SOURCE_CORRECTED", digest },
		...{ reason: "证书属实，已补登记", now },
	});

async function addFile(partner: { id: string; organisationId: string }, userId: string, slot: string) {
	const id = newId("fil");
	await db().storedFile.create({
		data: {
			...{ id, organisationId: partner.organisationId, purpose: "TIER_APPEAL", subjectId: partner.id, slot },
			...{ storageKey: id, name: "证书.pdf", mediaType: "application/pdf", sizeBytes: 9 },
			...{ sha256: "0".repeat(64), uploadedById: userId },
		},
	});
	return id;
}

describe("filing", () => {
	it("is numbered, due in working days, told and audited, with the evidence of its criterion; of three at once one is filed", async () => {
		const fileId = await addFile(own.partner, own.scope.userId, "race");
		const elsewhere = await addFile(own.partner, own.scope.userId, "movement");
		const answers = await Promise.all([1, 2, 3].map(() => file(own.scope, { criterion: "race" })));
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe("APPEAL_OPEN_ALREADY");
		const [appeal] = await listOwnTierAppeals(own.scope, runId);
		const id = appeal?.id ?? "";
		// Three working days after Monday 22 June.
		expect(appeal).toMatchObject({
			state: "OPEN",
			criterion: "race",
			statement,
			dueOn: "2026-06-25",
			version: 1,
		});
		expect(appeal?.number).toMatch(/^TA-2026-\d{6}$/);
		expect(appeal?.shown).toMatchObject({ tier: 3, item: { kind: "race" } });
		expect(await db().auditEntry.count({ where: { subjectId: id, action: "tier-appeal.file" } })).toBe(1);
		const told = async (userId: string, kind: string) =>
			db().notification.count({ where: { userId, kind, key: { contains: id } } });
		expect(await told(own.scope.userId, "tierAppealFiled")).toBe(1);
		expect(await told(judge.userId, "tierAppealToDecide")).toBe(1);
		expect(await told(starter.userId, "tierAppealToDecide")).toBe(0);
		expect(await told(opener.userId, "tierAppealToDecide")).toBe(0);
		expect(await db().mailMessage.count({ where: { key: { contains: id } } })).toBe(1);
		expect((await listFiles(judge, { purpose: "TIER_APPEAL", subjectId: id })).map((one) => one.id)).toEqual([
			fileId,
		]);
		expect(await findReadableFile(other.scope, fileId)).toBeNull();
		expect(await findReadableFile(judge, elsewhere)).toBeNull();
		expect(await inRawTransaction((client) => countOpenAppeals(client, runId))).toBe(1);
		must(await withdrawTierAppeal(own.scope, { appealId: id, now: filed }));
		expect(await withdrawTierAppeal(own.scope, { appealId: id, now: filed })).toMatchObject({
			reason: "APPEAL_CLOSED",
		});
		expect(await inRawTransaction((client) => countOpenAppeals(client, runId))).toBe(0);
	});

	it("is open through the notice's last moment and closed the moment after; knows the receipt's items only", async () => {
		const late = await file(own.scope, { criterion: "movement", now: at("2026-06-28", 0) });
		expect(late).toMatchObject({ reason: "APPEAL_WINDOW_CLOSED", params: { day: "2026-06-27" } });
		const last = new Date(at("2026-06-28", 0).getTime() - 1);
		const { appealId } = must(await file(own.scope, { criterion: "movement", now: last }));
		must(await withdrawTierAppeal(own.scope, { appealId, now: last }));
		expect(await file(own.scope, { criterion: "T9.gmv" })).toMatchObject({ reason: "CRITERION_UNKNOWN" });
		expect(await file(own.scope, { criterion: "redLine.DISPUTE_RATE" })).toMatchObject({
			reason: "CRITERION_UNKNOWN",
		});
	});

	it("is for the owner of a company in the run; to others the run and the appeal do not exist", async () => {
		const appealId = await openFor(own.scope, "T5.gmv");
		const stranger = await createMember({ role: "partner_owner" });
		await expect(file(stranger.scope)).rejects.toThrow("NOT_FOUND");
		await expect(file(own.scope, { runId: "run_none" })).rejects.toThrow("NOT_FOUND");
		expect(await findOwnTierAppeal(other.scope, appealId)).toBeNull();
		await expect(withdrawTierAppeal(other.scope, { appealId, now: filed })).rejects.toThrow("NOT_FOUND");
		const member = await createMember({ role: "partner_member", organisationId: own.scope.organisationId });
		await expect(fileTierAppeal(member.scope, { runId, criterion, statement, now: filed })).rejects.toThrow(
			"FORBIDDEN",
		);
		must(await withdrawTierAppeal(own.scope, { appealId, now: filed }));
	});
});

describe("deciding", () => {
	it("is for a lead who had no part in the run; rejected, the verdict stands and the reasons are told", async () => {
		const appealId = await openFor(own.scope, "T4.gmv");
		expect(await reject(starter, appealId)).toMatchObject({ reason: "APPEAL_OF_OWN_RUN" });
		expect(await reject(opener, appealId)).toMatchObject({ reason: "APPEAL_OF_OWN_NOTICE" });
		const reviewer = await createMember({ role: "ops_reviewer" });
		expect(() => reject(reviewer.scope, appealId)).toThrow("FORBIDDEN");
		await expect(reject(judge, "tap_none")).rejects.toThrow(AppError);
		await expect(
			pool().query(
				`UPDATE tier_appeals SET state = 'REJECTED', closed_at = now(), decided_by_id = $2, reason_code = 'x', decision_reason = 'x'
				  WHERE id = $1`,
				[appealId, starter.userId],
			),
		).rejects.toThrow("had no part in the run");
		const before = await pool().query("SELECT receipt_hash FROM classifications ORDER BY partner_id");
		const outcomes = await Promise.all([reject(judge, appealId), reject(judge, appealId)]);
		expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
		expect(await findOwnTierAppeal(own.scope, appealId)).toMatchObject({
			state: "REJECTED",
			reasonCode: "EVIDENCE_INSUFFICIENT",
			decisionReason: "证书编号查无此证",
			change: null,
		});
		const after = await pool().query("SELECT receipt_hash FROM classifications ORDER BY partner_id");
		expect(after.rows).toEqual(before.rows);
		expect(await db().decisionEntry.count({ where: { kind: "TIER_APPEAL", subjectId: appealId } })).toBe(1);
		const mail = await db().mailMessage.findFirst({
			where: { key: { startsWith: `tierAppealRejected:${appealId}` } },
		});
		expect(mail?.text).toContain("证书编号查无此证");
		await expect(pool().query("DELETE FROM tier_appeals WHERE id = $1", [appealId])).rejects.toThrow(
			"never change",
		);
	});

	it("accepts nothing while nothing differs, commits exactly what was shown, and not what is another thing by now", async () => {
		const appealId = await openFor(own.scope, criterion);
		const nothing = await previewCorrection(judge, await caseOf(appealId));
		expect(nothing?.difference).toBeNull();
		expect(await accept(appealId, nothing?.digest ?? "")).toMatchObject({ reason: "NOTHING_DIFFERS" });

		await issueCertificates(own.partner.id, { senior: 1 });
		const shown = await previewCorrection(judge, await caseOf(appealId));
		expect(shown?.difference).toMatchObject({ partnerId: own.partner.id, tierBefore: 3, tierAfter: 4 });
		expect(shown?.difference?.values).toContainEqual({ key: "experts_senior", before: "0", after: "1" });

		await issueCertificates(
			own.partner.id,
			{ senior: 1 },
			{ issuedOn: "2021-01-01", expiresOn: "2030-01-01" },
		);
		await db().certificate.updateMany({
			where: { partnerId: own.partner.id, issuedOn: new Date("2021-01-01") },
			data: { holderName: "second" },
		});
		expect(await accept(appealId, shown?.digest ?? "")).toMatchObject({ reason: "DIFFERENCE_CHANGED" });
		expect((await caseOf(appealId)).state).toBe("OPEN");
		expect(await db().classification.findMany({ where: { tier: 4 } })).toEqual([]);

		const again = await previewCorrection(judge, await caseOf(appealId));
		const outcome = must(await accept(appealId, again?.digest ?? ""));
		expect(outcome.amendedRunId).toBe(runId);
		const row = await db().classification.findFirstOrThrow({ where: { runId, partnerId: own.partner.id } });
		expect(row.tier).toBe(4);
		const decided = await caseOf(appealId);
		expect(decided.difference).toEqual(again?.difference);
		const mine = await findOwnTierAppeal(own.scope, appealId);
		expect(mine?.change).toMatchObject({ tierBefore: 3, tierAfter: 4, amendedRunId: runId });
		expect(JSON.stringify(mine)).not.toContain(other.partner.id);
		expect(
			await db().notification.count({ where: { userId: own.scope.userId, kind: "tierAppealAccepted" } }),
		).toBe(1);
	});

	it("a run is not final while an appeal waits; then it may be appealed for fifteen days, and is corrected by another run", async () => {
		const waiting = await openFor(other.scope, criterion);
		const close = () => closeNotice({ runId, actor: actorOf(starter), now: at("2026-07-10") });
		await expect(
			pool().query("UPDATE evaluation_runs SET status = 'FINAL', finalised_at = now() WHERE id = $1", [
				runId,
			]),
		).rejects.toThrow("open appeals");
		expect(await close()).toMatchObject({ reason: "APPEALS_OPEN" });
		must(await reject(judge, waiting));
		must(await close());
		const late = await file(other.scope, { now: at("2026-07-26", 0) });
		expect(late).toMatchObject({ reason: "APPEAL_WINDOW_CLOSED", params: { day: "2026-07-25" } });
		const { appealId } = must(await file(other.scope, { now: at("2026-07-25", 23) }));
		await issueCertificates(other.partner.id, { senior: 1 });
		const shown = await previewCorrection(judge, await caseOf(appealId));
		expect(shown).toMatchObject({ makesCorrection: true, difference: { tierBefore: 3, tierAfter: 4 } });
		const { amendedRunId } = must(await accept(appealId, shown?.digest ?? "", at("2026-07-27")));
		expect(amendedRunId).not.toBe(runId);
		const correction = await db().evaluationRun.findUniqueOrThrow({ where: { id: amendedRunId ?? "" } });
		expect(correction).toMatchObject({ status: "FINAL", correctsRunId: runId });
		correctionId = correction.id;
		const stored = await db().classification.findFirstOrThrow({
			where: { runId, partnerId: other.partner.id },
		});
		expect(stored.tier).toBe(3);
		expect(await file(other.scope, { criterion: "race", now: at("2026-07-27") })).toMatchObject({
			reason: "RUN_NOT_APPEALABLE",
		});
	});

	it("its clock follows the working calendar", async () => {
		const { appealId } = must(
			await file(own.scope, { runId: correctionId, criterion: "T5.gmv", now: at("2026-07-27") }),
		);
		// Three working days after Monday 27 July, one of which becomes a holiday.
		expect((await caseOf(appealId)).dueOn).toBe("2026-07-30");
		await db().calendarDay.create({
			data: { day: new Date("2026-07-29"), isWorkday: false, nameZh: "台风", nameEn: "Typhoon" },
		});
		const moves = await inRawTransaction((client) => restateClocks(client, systemActor("test")));
		expect(moves.find((one) => one.kind === "tier_appeal")).toMatchObject({ running: 1, moved: 1 });
		expect((await caseOf(appealId)).dueOn).toBe("2026-07-31");
		must(await withdrawTierAppeal(own.scope, { appealId, now: at("2026-07-27") }));
	});

	it("stands on the worklist, open ones by the day they are due, closed ones newest first", async () => {
		const counts = await countTierAppeals(judge);
		expect(counts.open).toBe(0);
		const { rows } = await listTierAppeals(judge, "decided", null);
		expect(rows).toHaveLength(counts.decided);
		const times = rows.map((row) => row.closedAt?.getTime() ?? 0);
		expect(times).toEqual([...times].sort((a, b) => b - a));
		const [first, second] = rows;
		const next = await listTierAppeals(judge, "decided", {
			at: first?.closedAt?.toISOString() ?? "",
			id: first?.id ?? "",
		});
		expect(next.rows[0]?.id).toBe(second?.id);
	});
});
