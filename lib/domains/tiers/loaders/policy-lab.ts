import "server-only";
import { type FinalRun, listFinalRuns } from "@/lib/domains/tiers/data/past-runs";
import {
	findTierDraft,
	listTierPolicies,
	type TierDraft,
	type TierPolicyVersion,
} from "@/lib/domains/tiers/data/policy-drafts";
import { readTracks } from "@/lib/domains/tiers/data/read-runs";
import type { TrackName } from "@/lib/domains/tiers/types";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

type Query = Record<string, string | string[] | undefined>;

/** Final runs that may be replayed. */
const RUNS_OFFERED = 24;

export type PolicyLab = {
	versions: TierPolicyVersion[];
	tracks: TrackName[];
	runs: FinalRun[];
	draft: TierDraft | null;
	canManage: boolean;
	/** Who is looking: nobody confirms what they proposed. */
	userId: string;
	/** The versions being compared; null where there are no two. */
	compared: { from: number; to: number } | null;
};

/** The tier policy as it stands, its history, the draft, and the two versions the address asks to compare. */
export async function loadPolicyLab(query: Query): Promise<PolicyLab> {
	const scope = await requireScope("tier-policy.read", routes.ops.tierPolicy());
	const [versions, tracks, runs, draft] = await Promise.all([
		listTierPolicies(businessDayOf(new Date())),
		readTracks(),
		listFinalRuns(scope, RUNS_OFFERED),
		findTierDraft(),
	]);
	const canManage = can(scope.role, "tier-policy.manage");
	return {
		versions,
		tracks,
		runs,
		draft,
		canManage,
		userId: scope.userId,
		compared: comparedOf(query, versions),
	};
}

function comparedOf(query: Query, versions: readonly { version: number }[]) {
	const [newest, before] = versions;
	if (!newest || !before) return null;
	const known = (value: unknown) => versions.find((one) => String(one.version) === value)?.version;
	return { from: known(query.from) ?? before.version, to: known(query.to) ?? newest.version };
}
