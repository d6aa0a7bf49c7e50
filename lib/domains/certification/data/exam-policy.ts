import "server-only";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { type ExamPolicy, examPolicySchema } from "@/lib/domains/certification/schema/exam-policy";
import type { Blueprint } from "@/lib/domains/certification/types/exams";
import { AppError } from "@/lib/platform/errors/errors";
import { type PolicyInForce, readPolicyInForce, readPolicyVersion } from "@/lib/platform/policies/read";
import type { Day } from "@/lib/platform/time";

/** The exam policy in force on a day: what a new window is opened under. */
export function readExamPolicy(day: Day): Promise<PolicyInForce<ExamPolicy>> {
	return readPolicyInForce("exam", day, examPolicySchema);
}

/** The version a window or a sitting is held under. */
export function readExamPolicyVersion(version: number): Promise<PolicyInForce<ExamPolicy>> {
	return readPolicyVersion("exam", version, examPolicySchema);
}

/** How a level is examined under a version. @throws AppError BLUEPRINT_MISSING where that version does not examine it */
export async function readBlueprint(level: CertificateLevel, version: number): Promise<Blueprint> {
	const { document } = await readExamPolicyVersion(version);
	const blueprint = document.blueprints.find((one) => one.level === level);
	if (!blueprint) throw new AppError("BLUEPRINT_MISSING");
	return blueprint;
}
