import { describe, expect, test } from "vitest";
import { findOwnSteps } from "@/lib/domains/admission/data/activation";
import { countDepositTabs, listDeposits } from "@/lib/domains/admission/data/deposits";
import { isUsccTaken } from "@/lib/domains/admission/data/uscc-taken";
import { acceptAgreement } from "@/lib/domains/admission/mutations/accept-agreement";
import { checkDeposit } from "@/lib/domains/admission/mutations/check-deposit";
import { reportDeposit } from "@/lib/domains/admission/mutations/report-deposit";
import { startApplication } from "@/lib/domains/admission/mutations/start-application";
import { depositFilterSchema } from "@/lib/domains/admission/schema/activation";
import { db } from "@/lib/platform/db/client";
import {
	activateApplication,
	agreementInForce,
	createApplicant,
	createDecidedApplication,
	createReviewer,
	createSubmittedApplication,
	fullDraft,
	now,
	payment,
	readApplication,
} from "@/tests/factories/admission";

async function createApproved(form = fullDraft()) {
	const scope = await createApplicant();
	const reviewer = await createReviewer();
	const lead = await createReviewer("ops_lead");
	const { applicationId } = await createDecidedApplication(scope, reviewer, { form });
	return { scope, reviewer, lead, applicationId };
}

async function reported(scope: Parameters<typeof reportDeposit>[0], applicationId: string) {
	const outcome = await reportDeposit(scope, { applicationId, version: null, ...payment, now });
	if (!outcome.ok) throw new Error(outcome.reason);
	return { depositId: outcome.depositId, version: outcome.version };
}

const confirm = { answer: "confirm", now } as const;

describe("accepting the agreement", () => {
	test("records who accepted which text, once, and tells the company", async () => {
		const { scope, applicationId } = await createApproved();
		const acceptance = await agreementInForce(applicationId);
		const answers = await Promise.all(Array.from({ length: 5 }, () => acceptAgreement(scope, acceptance)));
		expect(answers).toEqual(Array(5).fill({ ok: true, partnerId: null }));
		expect(await db().agreementAcceptance.findMany({ where: { applicationId } })).toMatchObject([
			{
				agreementVersion: 1,
				documentHash: acceptance.documentHash,
				acceptedById: scope.userId,
				acceptedAt: now,
				address: "203.0.113.7",
			},
		]);
		const where = { subjectId: applicationId, action: "application.accept-agreement" };
		expect(await db().auditEntry.count({ where })).toBe(1);
		expect(
			await db().notification.count({ where: { userId: scope.userId, kind: "agreementAccepted" } }),
		).toBe(1);
	});

	test("refuses a text that is not in force, and an application that is not approved", async () => {
		const { scope, applicationId } = await createApproved();
		const acceptance = await agreementInForce(applicationId);
		const other = { ...acceptance, documentHash: "0".repeat(64) };
		expect(await acceptAgreement(scope, other)).toMatchObject({ reason: "AGREEMENT_CHANGED" });
		expect(await acceptAgreement(scope, { ...acceptance, agreementVersion: 2 })).toMatchObject({
			reason: "AGREEMENT_CHANGED",
		});
		const early = await createApplicant();
		const submitted = await createSubmittedApplication(early);
		expect(
			await acceptAgreement(early, { ...acceptance, applicationId: submitted.applicationId }),
		).toMatchObject({ reason: "TRANSITION_ILLEGAL" });
		expect(await db().agreementAcceptance.count({ where: { applicationId } })).toBe(0);
	});
});

describe("the deposit", () => {
	test("is the amount of the version judged by; leads are told, and the report can be corrected until it is confirmed", async () => {
		const { scope, lead, applicationId } = await createApproved();
		const deposit = await reported(scope, applicationId);
		expect(await db().deposit.findUnique({ where: { id: deposit.depositId } })).toMatchObject({
			state: "REPORTED",
			amountFen: 5_000_000n,
			paidOn: new Date("2026-11-19"),
			reportedById: scope.userId,
		});
		expect(await db().notification.count({ where: { userId: lead.userId, kind: "depositToCheck" } })).toBe(1);
		const again = { applicationId, ...payment, reference: "20261119-0043", now };
		expect(await reportDeposit(scope, { ...again, version: null })).toMatchObject({
			reason: "STALE_VERSION",
		});
		expect(await reportDeposit(scope, { ...again, version: 1 })).toMatchObject({ ok: true, version: 2 });
		expect(await checkDeposit(lead, { ...deposit, ...confirm })).toMatchObject({ reason: "STALE_VERSION" });
		expect(await checkDeposit(lead, { ...deposit, version: 2, ...confirm })).toMatchObject({
			ok: true,
			partnerId: null,
		});
		expect(await reportDeposit(scope, { ...again, version: 3 })).toMatchObject({
			reason: "DEPOSIT_CONFIRMED",
		});
	});

	test("a payment of tomorrow is refused at its field; today's is taken", async () => {
		const { scope, applicationId } = await createApproved();
		const report = { applicationId, version: null, ...payment, now };
		expect(await reportDeposit(scope, { ...report, paidOn: "2026-11-20" })).toMatchObject({
			reason: "INPUT_INVALID",
			fieldErrors: { paidOn: "DATE_FUTURE" },
		});
		expect(await reportDeposit(scope, report)).toMatchObject({ ok: true });
	});

	test("returned with a note, it is reported anew", async () => {
		const { scope, lead, applicationId } = await createApproved();
		const deposit = await reported(scope, applicationId);
		const returned = await checkDeposit(lead, { ...deposit, answer: "return", note: "未查到此流水", now });
		expect(returned).toMatchObject({ ok: true, version: 2 });
		expect((await findOwnSteps(scope, applicationId)).deposit).toMatchObject({
			state: "RETURNED",
			note: "未查到此流水",
		});
		expect(await listDeposits(lead, depositFilterSchema.parse({ tab: "returned" }))).toMatchObject({
			rows: [{ id: deposit.depositId, state: "RETURNED", isAgreementAccepted: false }],
			total: 1,
		});
		const mail = await db().mailMessage.findFirstOrThrow({
			where: { key: { startsWith: `depositReturned:${applicationId}` } },
		});
		expect(mail.text).toContain("未查到此流水");
		const again = await reportDeposit(scope, { applicationId, version: 2, ...payment, now });
		expect(again).toMatchObject({ ok: true, version: 3 });
		expect(await db().deposit.findUnique({ where: { id: deposit.depositId } })).toMatchObject({
			state: "REPORTED",
			note: null,
			checkedById: null,
		});
	});

	test("two answers at once: one counts, the other learns who was faster", async () => {
		const { scope, lead, applicationId } = await createApproved();
		const other = await createReviewer("ops_lead");
		const deposit = await reported(scope, applicationId);
		const answers = await Promise.all([
			checkDeposit(lead, { ...deposit, ...confirm }),
			checkDeposit(other, { ...deposit, answer: "return", note: "未查到", now }),
		]);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		expect(answers.find((answer) => !answer.ok)).toMatchObject({
			reason: "DEPOSIT_ALREADY_CHECKED",
			params: { by: "王小风", at: now.toISOString() },
		});
		const moves = await db().auditEntry.count({
			where: { subjectId: deposit.depositId, action: { in: ["deposit.confirm", "deposit.return"] } },
		});
		expect(moves).toBe(1);
	});

	test("is found by company, number and reference, and counted by state", async () => {
		const form = fullDraft((draft) => {
			draft.company.name = "宁波听风保证金有限公司";
		});
		const { scope, lead, applicationId } = await createApproved(form);
		const deposit = await reported(scope, applicationId);
		const { number } = await readApplication(applicationId);
		for (const q of ["听风保证金", number, form.company.uscc.toLowerCase()]) {
			const { rows } = await listDeposits(lead, depositFilterSchema.parse({ q }));
			expect(rows.map((row) => row.id)).toEqual([deposit.depositId]);
		}
		expect((await listDeposits(lead, depositFilterSchema.parse({ q: "%" }))).total).toBe(0);
		expect((await countDepositTabs(lead)).check).toBeGreaterThanOrEqual(1);
	});
});

describe("activation", () => {
	test("both steps in either order make one partner, with its first event, its audit row and its news", async () => {
		const { scope, lead, applicationId } = await createApproved();
		const deposit = await reported(scope, applicationId);
		expect(await checkDeposit(lead, { ...deposit, ...confirm })).toMatchObject({ partnerId: null });
		const signed = await acceptAgreement(scope, await agreementInForce(applicationId));
		expect(signed).toMatchObject({ ok: true, partnerId: expect.any(String) });
		const row = await readApplication(applicationId);
		expect(row.partner).toMatchObject({
			organisationId: scope.organisationId,
			name: "杭州顺风电子商务有限公司",
			uscc: row.uscc,
			region: "浙江省",
			primaryTrack: "brand_operation",
			status: "ACTIVE",
			tier: 1,
			tierPeriod: null,
			admittedOn: new Date("2026-11-19"),
			nextVerificationOn: new Date("2027-05-19"),
		});
		expect(row.partner?.tracks.map((track) => track.trackCode).sort()).toEqual([
			"brand_operation",
			"training",
		]);
		const partnerId = row.partner?.id ?? "";
		expect(await db().partnerLifeEvent.findMany({ where: { partnerId } })).toMatchObject([
			{ event: "activate", fromStatus: null, toStatus: "ACTIVE", actorUserId: scope.userId },
		]);
		expect(await db().auditEntry.count({ where: { subjectId: partnerId, action: "partner.admit" } })).toBe(1);
		expect(await db().notification.count({ where: { userId: scope.userId, kind: "partnerActivated" } })).toBe(
			1,
		);
		const where = { key: { startsWith: `partnerActivated:${applicationId}` } };
		expect((await db().mailMessage.findFirst({ where }))?.subject).toContain("已成为造风者计划服务商");
	});

	test("signing and confirming at the same moment: one partner", async () => {
		const { scope, lead, applicationId } = await createApproved();
		const deposit = await reported(scope, applicationId);
		const acceptance = await agreementInForce(applicationId);
		const [signed, checked] = await Promise.all([
			acceptAgreement(scope, acceptance),
			checkDeposit(lead, { ...deposit, ...confirm }),
		]);
		expect([signed.ok, checked.ok]).toEqual([true, true]);
		const partners = [signed.ok && signed.partnerId, checked.ok && checked.partnerId].filter(Boolean);
		expect(partners).toHaveLength(1);
		expect(await db().partner.count({ where: { applicationId } })).toBe(1);
		expect(await db().partnerLifeEvent.count({ where: { partnerId: String(partners[0]) } })).toBe(1);
	});

	test("two companies under one credit code: the database lets one in, the other's confirmation is refused whole", async () => {
		const form = fullDraft();
		const [first, second] = [await createApproved(form), await createApproved(form)];
		const targets = [];
		for (const { scope, lead, applicationId } of [first, second]) {
			await acceptAgreement(scope, await agreementInForce(applicationId));
			targets.push({ lead, deposit: await reported(scope, applicationId) });
		}
		const answers = await Promise.all(
			targets.map(({ lead, deposit }) => checkDeposit(lead, { ...deposit, ...confirm })),
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "USCC_ALREADY_ADMITTED" });
		expect(await db().partner.count({ where: { uscc: form.company.uscc } })).toBe(1);
		const states = await db().deposit.findMany({
			where: { id: { in: targets.map(({ deposit }) => deposit.depositId) } },
			select: { state: true },
		});
		expect(states.map((row) => row.state).sort()).toEqual(["CONFIRMED", "REPORTED"]);
		expect(await isUsccTaken(await createApplicant(), form.company.uscc)).toBe(true);
	});

	test("until then no second application is begun; after an exit the company may apply and be admitted again", async () => {
		const form = fullDraft();
		const { scope, reviewer, lead, applicationId } = await createApproved(form);
		expect(await startApplication(scope, "2026-11-19")).toMatchObject({ reason: "AWAITS_ACTIVATION" });
		const { partnerId } = await activateApplication(scope, lead, applicationId);
		expect(await startApplication(scope, "2026-11-19")).toMatchObject({ reason: "ALREADY_PARTNER" });
		await db().$transaction([
			db().partner.update({
				where: { id: partnerId },
				data: { status: "EXITED", exitedOn: new Date("2026-11-19") },
			}),
			db().partnerLifeEvent.createMany({
				data: [
					{ partnerId, event: "give_notice", fromStatus: "ACTIVE", toStatus: "EXIT_NOTICE" },
					{ partnerId, event: "exit", fromStatus: "EXIT_NOTICE", toStatus: "EXITED" },
				],
			}),
		]);
		expect((await findOwnSteps(scope, applicationId)).exitedOn).toBe("2026-11-19");
		const again = await createDecidedApplication(scope, reviewer, { form });
		expect(again.applicationId).not.toBe(applicationId);
		await activateApplication(scope, lead, again.applicationId);
		expect(
			await db().partner.findMany({
				where: { organisationId: scope.organisationId },
				orderBy: { createdAt: "asc" },
				select: { status: true },
			}),
		).toEqual([{ status: "EXITED" }, { status: "ACTIVE" }]);
	});
});

test("another company's approval does not exist: sign, report, read", async () => {
	const { scope, lead, applicationId } = await createApproved();
	const stranger = await createApplicant();
	const acceptance = await agreementInForce(applicationId);
	const report = { applicationId, version: null, ...payment, now };
	await expect(acceptAgreement(stranger, acceptance)).rejects.toThrow("NOT_FOUND");
	await expect(reportDeposit(stranger, report)).rejects.toThrow("NOT_FOUND");
	await expect(checkDeposit(lead, { depositId: "dep_none", version: 1, ...confirm })).rejects.toThrow(
		"NOT_FOUND",
	);
	const { partnerId } = await activateApplication(scope, lead, applicationId);
	expect(partnerId).toMatch(/^par_/);
	expect(await findOwnSteps(stranger, applicationId)).toEqual({
		acceptance: null,
		deposit: null,
		admittedOn: null,
		exitedOn: null,
	});
});
