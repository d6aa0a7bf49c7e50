import { describe, expect, test } from "vitest";
import { findOwnApplication } from "@/lib/domains/admission/data/applications";
import { listReviews, listTimeline } from "@/lib/domains/admission/data/history";
import { listMendedPaths } from "@/lib/domains/admission/data/mended";
import { isUsccTaken } from "@/lib/domains/admission/data/uscc-taken";
import { saveDraft } from "@/lib/domains/admission/mutations/save-draft";
import { startApplication } from "@/lib/domains/admission/mutations/start-application";
import { submitApplication } from "@/lib/domains/admission/mutations/submit-application";
import { withdrawApplication } from "@/lib/domains/admission/mutations/withdraw-application";
import { db } from "@/lib/platform/db/client";
import {
	createApplicant,
	createDraftApplication,
	createSubmittedApplication,
	fictionalUscc,
	fullDraft,
	now,
	readApplication,
} from "@/tests/factories/admission";

const today = "2026-11-19";

describe("starting", () => {
	test("an organisation has one open application, however many windows ask", async () => {
		const scope = await createApplicant();
		const answers = await Promise.all(Array.from({ length: 8 }, () => startApplication(scope, today)));
		expect(new Set(answers.map((answer) => answer.ok && answer.applicationId)).size).toBe(1);
		expect(await db().application.count({ where: { organisationId: scope.organisationId } })).toBe(1);
		expect(
			await db().applicationEvent.count({ where: { application: { organisationId: scope.organisationId } } }),
		).toBe(1);
	});

	test("after a withdrawal a new one starts from the last one's words, without its agreement", async () => {
		const scope = await createApplicant();
		const first = await createSubmittedApplication(scope);
		await withdrawApplication(scope, first.applicationId);
		const again = await startApplication(scope, today);
		expect(again).toMatchObject({ ok: true });
		if (!again.ok) return;
		expect(again.applicationId).not.toBe(first.applicationId);
		const draft = await findOwnApplication(scope, again.applicationId);
		expect(draft).toMatchObject({
			state: "DRAFT",
			version: 1,
			form: {
				company: { legalRepresentative: "陈一帆" },
				agreement: { accepted: false, rulesVersion: null },
			},
		});
	});
});

describe("saving", () => {
	test("counts versions, and a window that was overtaken overwrites nothing", async () => {
		const scope = await createApplicant();
		const { applicationId, version } = await createDraftApplication(scope);
		const mine = fullDraft((draft) => {
			draft.company.name = "先到的窗口";
		});
		expect(await saveDraft(scope, { applicationId, version, form: mine })).toEqual({
			ok: true,
			version: version + 1,
		});
		expect(await saveDraft(scope, { applicationId, version, form: fullDraft() })).toMatchObject({
			reason: "STALE_VERSION",
		});
		expect((await findOwnApplication(scope, applicationId))?.form.company.name).toBe("先到的窗口");
	});

	test("the audit names the fields and not their contents", async () => {
		const scope = await createApplicant();
		const { applicationId, version } = await createDraftApplication(scope);
		const form = (await findOwnApplication(scope, applicationId))?.form ?? fullDraft();
		await saveDraft(scope, {
			applicationId,
			version,
			form: { ...form, company: { ...form.company, name: "改" } },
		});
		const entry = await db().auditEntry.findFirst({
			where: { subjectId: applicationId, action: "application.save-draft" },
			orderBy: { id: "desc" },
		});
		expect(entry).toMatchObject({
			actorUserId: scope.userId,
			after: { version: version + 1, fields: ["company.name"] },
		});
	});

	test("a form in review is closed", async () => {
		const scope = await createApplicant();
		const submitted = await createSubmittedApplication(scope);
		expect(await saveDraft(scope, { ...submitted, form: fullDraft() })).toMatchObject({
			reason: "NOT_EDITABLE",
		});
	});
});

describe("submitting", () => {
	test("20 at once make one submission", async () => {
		const scope = await createApplicant();
		const draft = await createDraftApplication(scope);
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => submitApplication(scope, { ...draft, now })),
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe("ALREADY_SUBMITTED");
		const row = await readApplication(draft.applicationId);
		expect(row.events.map((event) => event.event)).toEqual(["start", "submit"]);
		const where = { subjectId: draft.applicationId, action: "application.submit" };
		expect(await db().auditEntry.count({ where })).toBe(1);
		expect(
			await db().notification.count({ where: { userId: scope.userId, kind: "applicationSubmitted" } }),
		).toBe(1);
		expect(
			await db().mailMessage.count({
				where: { key: { startsWith: `applicationSubmitted:${draft.applicationId}` } },
			}),
		).toBe(1);
	});

	test("stores what the machine found, under which version, and copies what the queue searches", async () => {
		const scope = await createApplicant();
		const form = fullDraft((draft) => {
			draft.company.uscc = ` ${draft.company.uscc.toLowerCase().replace(/(.{4})/g, "$1 ")}`;
			draft.company.registeredCapital = "５０万元";
			draft.company.foundedOn = "2026年3月1日";
			draft.people.staffCount = "１２";
			draft.people.livestreamStaffCount = "4";
			draft.people.serviceStaffCount = "4";
		});
		const { applicationId } = await createSubmittedApplication(scope, form);
		const row = await readApplication(applicationId);
		expect(row).toMatchObject({
			state: "SUBMITTED",
			policyVersion: 1,
			submittedAt: now,
			uscc: form.company.uscc.replace(/\s/g, "").toUpperCase(),
			contactPhone: "13800138000",
			primaryTrack: "brand_operation",
			checks: { asOf: today, policyVersion: 1 },
		});
		const failed = (row.checks as { results: { standardId: string; status: string }[] }).results
			.filter((result) => result.status === "failed")
			.map((result) => result.standardId);
		expect(failed).toEqual(["company_age", "registered_capital"]);
	});

	test("a form that does not hold is refused field by field, and nothing changes", async () => {
		const scope = await createApplicant();
		const form = fullDraft((draft) => {
			draft.company.uscc = "91110000800088421P";
			draft.people.contactPhone = "12345";
			draft.tracks.brandAuthorisations = "";
			draft.agreement = { accepted: true, rulesVersion: 99 };
			draft.forces.supply.score = null;
		});
		const draft = await createDraftApplication(scope, form);
		expect(await submitApplication(scope, { ...draft, now })).toEqual({
			ok: false,
			reason: "INPUT_INVALID",
			fieldErrors: {
				"company.uscc": "USCC_CHECK",
				"people.contactPhone": "PHONE",
				"tracks.brandAuthorisations": "REQUIRED",
				"forces.supply.score": "REQUIRED",
				"agreement.accepted": "RULES_CHANGED",
			},
		});
		expect(await readApplication(draft.applicationId)).toMatchObject({
			state: "DRAFT",
			version: draft.version,
		});
	});

	test("a company that is a partner already is told at the field", async () => {
		const other = await createApplicant();
		const uscc = fictionalUscc();
		await db().$transaction(async (tx) => {
			await tx.partner.create({
				data: {
					id: "par_known",
					organisationId: other.organisationId,
					name: "在册企业",
					uscc,
					region: "浙江省",
					primaryTrack: "training",
					admittedOn: new Date("2026-01-01"),
				},
			});
			await tx.partnerTrack.create({ data: { partnerId: "par_known", trackCode: "training" } });
		});
		const scope = await createApplicant();
		const draft = await createDraftApplication(
			scope,
			fullDraft((form) => {
				form.company.uscc = uscc;
			}),
		);
		expect(await submitApplication(scope, { ...draft, now })).toMatchObject({
			reason: "INPUT_INVALID",
			fieldErrors: { "company.uscc": "USCC_ALREADY_ADMITTED" },
		});
	});
});

describe("withdrawing", () => {
	test("is open to the applicant until a decision, and happens once", async () => {
		const scope = await createApplicant();
		const submitted = await createSubmittedApplication(scope);
		const answers = await Promise.all(
			Array.from({ length: 5 }, () => withdrawApplication(scope, submitted.applicationId)),
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe("ALREADY_WITHDRAWN");
		expect(
			await submitApplication(scope, { ...submitted, version: submitted.version + 1, now }),
		).toMatchObject({
			reason: "ALREADY_WITHDRAWN",
		});
	});
});

describe("what is checked while typing", () => {
	test("a code is taken by another's partner or open application, not by one's own or a draft", async () => {
		const scope = await createApplicant();
		const form = fullDraft();
		const { uscc } = form.company;
		const other = await createApplicant();
		await createDraftApplication(other, form);
		expect(await isUsccTaken(scope, uscc)).toBe(false);
		const applicant = await createApplicant();
		const submitted = await createSubmittedApplication(applicant, form);
		expect(await isUsccTaken(scope, uscc)).toBe(true);
		expect(await isUsccTaken(applicant, uscc)).toBe(false);
		await withdrawApplication(applicant, submitted.applicationId);
		expect(await isUsccTaken(scope, uscc)).toBe(false);
	});

	test("a name of 2,000 characters, emoji and a day to come are kept as typed and told at their fields", async () => {
		const scope = await createApplicant();
		const form = fullDraft((draft) => {
			draft.company.name = "风".repeat(2_000);
			draft.company.legalRepresentative = "陈一帆😀";
			draft.company.foundedOn = "2026-11-20";
			draft.forces.supply.statement = "专供款占比两成 🚀";
		});
		const draft = await createDraftApplication(scope, form);
		expect((await findOwnApplication(scope, draft.applicationId))?.form).toEqual(form);
		expect(await submitApplication(scope, { ...draft, now })).toEqual({
			ok: false,
			reason: "INPUT_INVALID",
			fieldErrors: {
				"company.name": "TOO_LONG",
				"company.legalRepresentative": "EMOJI",
				"company.foundedOn": "DATE_FUTURE",
			},
		});
	});
});

test("what was changed since changes were requested is known field by field, to its company only", async () => {
	const scope = await createApplicant();
	const form = fullDraft();
	const { applicationId, version } = await createDraftApplication(scope, form);
	const asked = (await db().$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`)[0]?.at ?? new Date();
	const mended = { ...form, people: { ...form.people, staffCount: "118" } };
	await saveDraft(scope, { applicationId, version, form: mended });
	expect(await listMendedPaths(scope, applicationId, asked)).toEqual(["people.staffCount"]);
	expect(await listMendedPaths(await createApplicant(), applicationId, asked)).toEqual([]);
});

test("another partner's application does not exist: read, save, submit, withdraw", async () => {
	const owner = await createApplicant();
	const stranger = await createApplicant();
	const draft = await createDraftApplication(owner);
	expect(await findOwnApplication(stranger, draft.applicationId)).toBeNull();
	expect(await listTimeline(stranger, draft.applicationId)).toEqual([]);
	expect(await listReviews(stranger, draft.applicationId)).toEqual([]);
	await expect(saveDraft(stranger, { ...draft, form: fullDraft() })).rejects.toThrow("NOT_FOUND");
	await expect(submitApplication(stranger, { ...draft, now })).rejects.toThrow("NOT_FOUND");
	await expect(withdrawApplication(stranger, draft.applicationId)).rejects.toThrow("NOT_FOUND");
	// The control: the owner can do all of it.
	expect(await findOwnApplication(owner, draft.applicationId)).not.toBeNull();
	expect(await listTimeline(owner, draft.applicationId)).toHaveLength(1);
	expect(await submitApplication(owner, { ...draft, now })).toMatchObject({ ok: true });
});
