import "server-only";
import { notFound } from "next/navigation";
import { readExamPolicyVersion } from "@/lib/domains/certification/data/exam-policy";
import { findOwnPractical, findPractical, listPracticals } from "@/lib/domains/certification/data/practicals";
import { can } from "@/lib/platform/access/permissions";
import { listFiles } from "@/lib/platform/files/data";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

/** The practical part of an own sitting with what was uploaded; null where the level has none or the paper failed. */
export async function loadOwnPractical(sittingId: string) {
	const scope = await requireScope("exam.own", routes.partner.sitting(sittingId));
	const practical = await findOwnPractical(scope, sittingId);
	if (!practical) return null;
	const [files, { document }] = await Promise.all([
		listFiles(scope, { purpose: "EXAM_PRACTICAL", subjectId: sittingId }),
		readExamPolicyVersion(practical.policyVersion),
	]);
	return { practical, files, terms: document.practical };
}

/** Work that waits for the reader's mark. */
export async function loadPracticals() {
	const scope = await requireScope("exam.score", routes.ops.practicals());
	return { rows: await listPracticals(scope), mayScore: can(scope.role, "exam.score") };
}

/** One piece of work, blind; where the reader declared a conflict with the company it does not exist for them. */
export async function loadPractical(id: string) {
	const scope = await requireScope("exam.score", routes.ops.practical(id));
	const practical = (await findPractical(scope, id)) ?? notFound();
	const [files, { document }] = await Promise.all([
		listFiles(scope, { purpose: "EXAM_PRACTICAL", subjectId: id }),
		readExamPolicyVersion(practical.policyVersion),
	]);
	return { practical, files, terms: document.practical };
}
