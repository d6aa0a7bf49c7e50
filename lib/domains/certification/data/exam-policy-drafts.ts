import "server-only";
import { examPolicyFormSchema } from "@/lib/domains/certification/schema/exam-form";
import { type ExamPolicy, examPolicySchema } from "@/lib/domains/certification/schema/exam-policy";
import type { BankCount, ExamPolicyForm } from "@/lib/domains/certification/types/exam-form";
import { db, type Tx } from "@/lib/platform/db/client";
import { findOpenDraft, type OpenDraft } from "@/lib/platform/policies/drafts";
import { readPolicyVersion } from "@/lib/platform/policies/read";
import { listPolicyVersions, type PublishedVersion } from "@/lib/platform/policies/versions";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/** A published version with its document read. */
export type ExamPolicyVersion = Omit<PublishedVersion, "document"> & { readonly document: ExamPolicy };
export type ExamPolicyDraft = Omit<OpenDraft, "document" | "proposal"> & {
	readonly form: ExamPolicyForm;
	/** What it was begun from: the topics and the rubric it keeps. */
	readonly base: ExamPolicy;
};

/** Every version of the exam policy, newest first. */
export async function listExamPolicyVersions(day: Day, client: Tx = db()): Promise<ExamPolicyVersion[]> {
	const versions = await listPolicyVersions("exam", day, client);
	return versions.map((one) => ({ ...one, document: examPolicySchema.parse(one.document) }));
}

/** The open draft as it was left, with the version it was begun from. */
export async function findExamPolicyDraft(client: Tx = db()): Promise<ExamPolicyDraft | null> {
	const draft = await findOpenDraft("exam", client);
	if (!draft) return null;
	const { document, proposal: _proposal, ...head } = draft;
	const base = await readPolicyVersion("exam", draft.baseVersion, examPolicySchema, client);
	return { ...head, form: examPolicyFormSchema.parse(document), base: base.document };
}

/** Questions in use by level, topic and difficulty. */
export async function countBankSections(_scope: PlatformScope, client: Tx = db()): Promise<BankCount[]> {
	return client.$queryRaw<BankCount[]>`
		SELECT level::text AS level, topic, difficulty::int AS difficulty, count(*)::int AS found
		  FROM exam_question_versions WHERE state = 'APPROVED' GROUP BY 1, 2, 3`;
}

/** Partners whose people may sit: whom a change reaches. */
export async function countExamPartners(client: Tx = db()): Promise<number> {
	return client.partner.count({ where: { status: { not: "EXITED" } } });
}
