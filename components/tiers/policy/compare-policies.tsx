import { CompareCard, ComparedChanges } from "@/components/policies/compare-card";
import { PolicyChanges } from "@/components/tiers/policy/policy-changes";
import { compareTierPolicies } from "@/lib/domains/tiers/rules/compare-policies";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { TrackName } from "@/lib/domains/tiers/types";

type Props = {
	versions: readonly { version: number; document: TierPolicy }[];
	compared: { from: number; to: number } | null;
	tracks: readonly TrackName[];
};

/** Any two versions of the tier rules, what changed from one to the other in words. */
export function ComparePolicies({ versions, compared, tracks }: Props) {
	const of = (version?: number) => versions.find((one) => one.version === version)?.document;
	const [before, after] = [of(compared?.from), of(compared?.to)];
	const changes = before && after ? compareTierPolicies(before, after) : [];
	return (
		<CompareCard versions={versions.map(({ version }) => version)} compared={compared}>
			<ComparedChanges count={changes.length}>
				<PolicyChanges changes={changes} tracks={tracks} tiers={after?.tiers ?? []} />
			</ComparedChanges>
		</CompareCard>
	);
}
