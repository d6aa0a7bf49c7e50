import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import { amountFen, count, day } from "@/lib/domains/admission/schema/fields";
import type { ApplicationFacts, ForceScores } from "@/lib/domains/admission/types";
import type { RedLineRecord } from "@/lib/domains/tiers/types";

/** What the form alone cannot know. */
export type RecordsOfCompany = {
	readonly isUsccAdmitted: boolean;
	readonly redLines: readonly RedLineRecord[];
};

/** The facts the standards look at, read from a form in whatever state it is: what does not hold yet counts as left out. */
export function factsOf(
	draft: ApplicationDraft,
	records: RecordsOfCompany,
	scores: ForceScores | null,
): ApplicationFacts {
	const { company, tracks, people } = draft;
	return {
		...records,
		uscc: company.uscc,
		foundedOn: day.safeParse(company.foundedOn).data ?? null,
		registeredCapitalFen: amountFen.safeParse(company.registeredCapital).data ?? null,
		staffCount: count.safeParse(people.staffCount).data ?? null,
		tracks: [tracks.primary, ...tracks.others].filter((code) => code !== ""),
		trackFacts: {
			facilityProofs: count.safeParse(tracks.facilityProofs).data ?? null,
			contractedStreamers: count.safeParse(tracks.contractedStreamers).data ?? null,
			brandAuthorisations: count.safeParse(tracks.brandAuthorisations).data ?? null,
		},
		scores,
	};
}
