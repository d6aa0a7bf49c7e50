import "server-only";
import {
	findStepPolicyDraft,
	listStepPolicyVersions,
	type StepPolicyDraft,
	type StepPolicyVersion,
} from "@/lib/domains/playbook/data/step-policy-drafts";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

type Query = Record<string, string | string[] | undefined>;

export type StepPolicyDesk = {
	readonly versions: readonly StepPolicyVersion[];
	readonly draft: StepPolicyDraft | null;
	readonly canManage: boolean;
	/** The two versions the address asks to compare; null where there are no two. */
	readonly compared: { readonly from: number; readonly to: number } | null;
};

/** The step policy as it stands, its history, the draft, and two versions to compare. */
export async function loadStepPolicy(query: Query): Promise<StepPolicyDesk> {
	const scope = await requireScope("playbook.portfolio", routes.ops.stepPolicy());
	const [versions, draft] = await Promise.all([
		listStepPolicyVersions(businessDayOf(new Date())),
		findStepPolicyDraft(),
	]);
	const known = (value: unknown) => versions.find(({ version }) => String(version) === value)?.version;
	const [newest, before] = versions;
	return {
		...{ versions, draft, canManage: can(scope.role, "step-policy.manage") },
		compared:
			newest && before
				? { from: known(query.from) ?? before.version, to: known(query.to) ?? newest.version }
				: null,
	};
}

/** What anybody may read: a version asked for, or the one in force; null for a version there is not. */
export async function loadPublicStepPolicy(query: Query) {
	const versions = await listStepPolicyVersions(businessDayOf(new Date()));
	const shown =
		query.version === undefined
			? versions.find(({ status }) => status === "inForce")
			: versions.find(({ version }) => String(version) === query.version);
	return shown ? { versions, shown } : null;
}
