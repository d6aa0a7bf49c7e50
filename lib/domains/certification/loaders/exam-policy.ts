import "server-only";
import {
	countBankSections,
	type ExamPolicyDraft,
	type ExamPolicyVersion,
	findExamPolicyDraft,
	listExamPolicyVersions,
} from "@/lib/domains/certification/data/exam-policy-drafts";
import type { BankCount } from "@/lib/domains/certification/types/exam-form";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

type Query = Record<string, string | string[] | undefined>;

export type ExamPolicyDesk = {
	readonly versions: readonly ExamPolicyVersion[];
	readonly draft: ExamPolicyDraft | null;
	readonly canManage: boolean;
	/** Questions in use, to see how far they fill a blueprint. */
	readonly bank: readonly BankCount[];
	/** The two versions the address asks to compare; null where there are no two. */
	readonly compared: { readonly from: number; readonly to: number } | null;
};

/** The exam policy as it stands, its history, the draft, the bank, and two versions to compare. */
export async function loadExamPolicy(query: Query): Promise<ExamPolicyDesk> {
	const scope = await requireScope("exam.read", routes.ops.examPolicy());
	const [versions, draft, bank] = await Promise.all([
		listExamPolicyVersions(businessDayOf(new Date())),
		findExamPolicyDraft(),
		countBankSections(scope),
	]);
	const known = (value: unknown) => versions.find(({ version }) => String(version) === value)?.version;
	const [newest, before] = versions;
	return {
		...{ versions, draft, bank, canManage: can(scope.role, "exam-policy.manage") },
		compared:
			newest && before
				? { from: known(query.from) ?? before.version, to: known(query.to) ?? newest.version }
				: null,
	};
}
