import "server-only";
import { trustPolicyKinds } from "@/lib/domains/trust/constants/policies";
import { readGuaranteePolicy } from "@/lib/domains/trust/data/policies";
import {
	findTrustPolicyDraft,
	listTrustPolicyVersions,
	type TrustPolicyDraft,
	type TrustPolicyVersion,
} from "@/lib/domains/trust/data/policy-drafts";
import { trustPolicyKind } from "@/lib/domains/trust/schema/policies";
import type { TrustPolicyKind } from "@/lib/domains/trust/types/policy";
import type { StressPolicies } from "@/lib/domains/trust/types/stress";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

type Query = Record<string, string | string[] | undefined>;

export type TrustPolicyDesk = {
	readonly kind: TrustPolicyKind;
	readonly versions: readonly TrustPolicyVersion[];
	readonly draft: TrustPolicyDraft | null;
	readonly canManage: boolean;
	/** The two versions the address asks to compare; null where there are no two. */
	readonly compared: { readonly from: number; readonly to: number } | null;
};

/** A guarantee's policy as it stands, its history, the draft, and two versions to compare; null for a kind there is not. */
export async function loadTrustPolicy(kindText: string, query: Query): Promise<TrustPolicyDesk | null> {
	const parsed = trustPolicyKind.safeParse(kindText);
	const scope = await requireScope("trust-policy.read", routes.ops.trustPolicies());
	if (!parsed.success) return null;
	const kind = parsed.data;
	const [versions, draft] = await Promise.all([
		listTrustPolicyVersions(kind, businessDayOf(new Date())),
		findTrustPolicyDraft(kind),
	]);
	const known = (value: unknown) => versions.find(({ version }) => String(version) === value)?.version;
	const [newest, before] = versions;
	return {
		...{ kind, versions, draft, canManage: can(scope.role, "trust-policy.manage") },
		compared:
			newest && before
				? { from: known(query.from) ?? before.version, to: known(query.to) ?? newest.version }
				: null,
	};
}

/** The four policies as they stand today, with what is announced and whether a draft is open. */
export async function loadTrustPolicies() {
	await requireScope("trust-policy.read", routes.ops.trustPolicies());
	return listInForce();
}

/** What anybody may read. */
export function loadTrustTerms() {
	return listInForce();
}

async function listInForce() {
	const day = businessDayOf(new Date());
	const all = await Promise.all(
		trustPolicyKinds.map(async (kind) => {
			const [versions, draft] = await Promise.all([
				listTrustPolicyVersions(kind, day),
				findTrustPolicyDraft(kind),
			]);
			const inForce = versions.find(({ status }) => status === "inForce");
			const upcoming = versions.find(({ status }) => status === "upcoming") ?? null;
			return inForce ? [{ kind, inForce, upcoming, hasDraft: draft !== null }] : [];
		}),
	);
	return all.flat();
}

/** What the stress test computes with: the policies in force today. */
async function readStressPolicies(): Promise<StressPolicies> {
	const day = businessDayOf(new Date());
	const [freight, tenfold] = await Promise.all([
		readGuaranteePolicy("RETURN_FREIGHT", day),
		readGuaranteePolicy("TENFOLD_COMPENSATION", day),
	]);
	return { freight: freight.document, tenfold: tenfold.document };
}

export async function loadBrandStress(): Promise<StressPolicies> {
	await requireScope("brand.read-own", routes.brand.trustStress());
	return readStressPolicies();
}

export async function loadOpsStress(): Promise<StressPolicies> {
	await requireScope("trust-policy.read", routes.ops.trustStress());
	return readStressPolicies();
}
