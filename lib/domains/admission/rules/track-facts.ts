import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { TrackFact } from "@/lib/domains/admission/types";

/** The facts a policy asks of somebody who applies for these tracks, in the policy's order. */
export function trackFactsAsked(policy: AdmissionPolicy, tracks: readonly string[]): TrackFact[] {
	const asked = policy.standards.flatMap((standard) =>
		standard.kind === "track_fact" && (standard.tracks?.some((code) => tracks.includes(code)) ?? true)
			? [standard.fact]
			: [],
	);
	return [...new Set(asked)];
}
