import { expect, test } from "vitest";
import { findAgreementDraft, readAgreement } from "@/lib/domains/admission/data/standards";
import {
	beginPolicyDraftFrom,
	discardPolicyDraftOf,
	savePolicyDraftForm,
} from "@/lib/domains/admission/mutations/policy-drafts";
import { publishPolicy } from "@/lib/domains/admission/mutations/publish-policy";
import type { AgreementForm } from "@/lib/domains/admission/schema/standards-form";
import { db } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";
import {
	activateApplication,
	createApplicant,
	createDecidedApplication,
	createDraftApplication,
	createReviewer,
	now,
} from "@/tests/factories/admission";

const today = "2026-11-19";
const kind = "agreement" as const;

/** A draft of the next agreement with one more paragraph at the end of its first section, in both languages. */
async function draftAgreement(lead: PlatformScope, change: (form: AgreementForm) => void) {
	const baseVersion = (await readAgreement(today)).version;
	expect(await beginPolicyDraftFrom(lead, { kind, baseVersion, today })).toMatchObject({ ok: true });
	const draft = await findAgreementDraft();
	if (!draft) throw new Error("no draft");
	const form = structuredClone(draft.form);
	change(form);
	const saved = await savePolicyDraftForm(lead, { kind, draftId: draft.id, version: draft.version, form });
	if (!saved.ok) throw new Error(saved.reason);
	return { kind, draftId: draft.id, version: saved.version };
}

function addParagraph(form: AgreementForm) {
	const section = form.sections[form.order[0] ?? ""];
	if (!section) throw new Error("no section");
	section.textZh += "\n服务商须每年提交一次合规自查。";
	section.textEn += "\nThe partner hands in a compliance review once a year.";
}

test("an agreement that lost a translation, or says what it said, is not published", async () => {
	const lead = await createReviewer("ops_lead");
	const same = await draftAgreement(lead, () => {});
	expect(await publishPolicy(lead, { ...same, effectiveOn: "2026-12-30", now })).toMatchObject({
		reason: "NOTHING_CHANGED",
	});
	const half = await draftAgreement(lead, (form) => {
		const section = form.sections[form.order[0] ?? ""];
		if (section) section.textEn = "";
	});
	expect(await publishPolicy(lead, { ...half, effectiveOn: "2026-12-30", now })).toMatchObject({
		reason: "DRAFT_INCOMPLETE",
		params: { count: 1 },
	});
	expect(await discardPolicyDraftOf(lead, half)).toEqual({ ok: true });
});

test("an agreement is published once after its notice, told to partners and applicants, and leaves signatures alone", async () => {
	const [lead, colleague] = [await createReviewer("ops_lead"), await createReviewer("ops_lead")];
	const reviewer = await createReviewer();
	const partner = await createApplicant();
	const { applicationId } = await createDecidedApplication(partner, reviewer);
	await activateApplication(partner, lead, applicationId);
	const applicant = await createApplicant();
	await createDraftApplication(applicant);
	const before = await readAgreement(today);

	const target = await draftAgreement(lead, addParagraph);
	expect(await publishPolicy(lead, { ...target, effectiveOn: "2026-11-25", now })).toMatchObject({
		reason: "NOTICE_TOO_SHORT",
		params: { earliest: "2026-11-26", days: 7 },
	});
	const answers = await Promise.all(
		[lead, colleague].map((scope) => publishPolicy(scope, { ...target, effectiveOn: "2026-11-26", now })),
	);
	const version = before.version + 1;
	expect(answers.filter((answer) => answer.ok)).toEqual([
		expect.objectContaining({ publishedVersion: version }),
	]);
	expect(answers.find((answer) => !answer.ok)).toMatchObject({
		reason: "DRAFT_PUBLISHED",
		params: { version },
	});

	expect((await readAgreement("2026-11-25")).version).toBe(before.version);
	const published = await readAgreement("2026-11-26");
	expect(published.version).toBe(version);
	expect(published.document.sectionsZh[0]?.paragraphs.at(-1)).toBe("服务商须每年提交一次合规自查。");

	const policy = await db().policy.findUniqueOrThrow({ where: { kind_version: { kind, version } } });
	const heading = before.document.sectionsZh[0]?.heading;
	expect(await db().publicNotice.findMany({ where: { subjectId: policy.id } })).toEqual([
		expect.objectContaining({
			kind: "RULES",
			params: expect.objectContaining({
				kind,
				version,
				changesZh: [`“${heading}”：新增 1 段，删去 0 段`],
			}),
		}),
	]);
	expect(await db().auditEntry.count({ where: { action: "policy.publish", subjectId: policy.id } })).toBe(1);
	for (const { userId } of [partner, applicant]) {
		expect(await db().notification.count({ where: { userId, kind: "agreementPublished" } })).toBe(1);
		expect(await db().mailMessage.count({ where: { key: `agreementPublished:${version}:${userId}` } })).toBe(
			1,
		);
	}
	const signed = await db().agreementAcceptance.findFirstOrThrow({ where: { applicationId } });
	expect(signed.agreementVersion).toBe(before.version);
});
