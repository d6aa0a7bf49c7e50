import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import type { ApplicationFacts, ForceScores, TrackFact } from "@/lib/domains/admission/types";
import { forceCodes } from "@/lib/domains/forces/constants";
import { FEN_PER_CNY } from "@/lib/platform/money";
import type { Shortcoming } from "./applicants";
import type { CompanyPlan } from "./companies";
import type { Random } from "./random";
import { writeStatement } from "./statements";

/** A company that applies, with what its form will say. */
export type Candidate = CompanyPlan & {
	readonly tracks: readonly string[];
	readonly contactEmail: string;
	readonly shortcoming: Shortcoming;
	readonly strength: number;
};

type TrackFacts = Readonly<Record<TrackFact, number | null>>;

const streets = [
	"追云路",
	"望海路",
	"金穗街",
	"文创大道",
	"星湖路",
	"新桥街",
	"电商园一路",
	"朝阳里",
] as const;
const factOfTrack: Readonly<Record<string, readonly [TrackFact, number, number, number]>> = {
	supply_chain: ["facilityProofs", 1, 5, 0],
	streamer_agency: ["contractedStreamers", 12, 90, 6],
	brand_operation: ["brandAuthorisations", 3, 18, 1],
};

function addressOf(random: Random, { city }: CompanyPlan): string {
	const town = city.province.startsWith(city.name) ? city.province : `${city.province}${city.name}市`;
	return `${town}${random.pick(streets)}${random.int(6, 398)}号${random.int(1, 12)}幢${random.int(2, 21)}0${random.int(1, 9)}室`;
}

function planTrackFacts(random: Random, { tracks, shortcoming }: Candidate): TrackFacts {
	const facts: Record<TrackFact, number | null> = {
		facilityProofs: null,
		contractedStreamers: null,
		brandAuthorisations: null,
	};
	for (const track of tracks) {
		const asked = factOfTrack[track];
		if (!asked) continue;
		const [fact, fewest, most, tooFew] = asked;
		facts[fact] = shortcoming === "track-fact" ? tooFew : random.int(fewest, most);
	}
	return facts;
}

/** A rubric of 0–5 per force around how convincing the company is. */
export function planScores(random: Random, strength: number, lowest = 0): ForceScores {
	const score = () => Math.min(5, Math.max(lowest, Math.round(strength * 5 + 0.8 * random.normal())));
	return {
		traffic: score(),
		livestream: score(),
		incubation: score(),
		fulfilment: score(),
		supply: score(),
	};
}

/** The form as the applicant filled it in, and what the standards read from it. */
export function fillForm(
	random: Random,
	candidate: Candidate,
): { form: ApplicationDraft; facts: ApplicationFacts } {
	const { city, uscc, foundedOn, registeredCapitalCny, staffCount, tracks } = candidate;
	const trackFacts = planTrackFacts(random, candidate);
	const own = planScores(random, Math.min(1, candidate.strength + 0.1), 1);
	const written = (value: number | null) => (value === null ? "" : String(value));
	const form: ApplicationDraft = {
		company: {
			name: candidate.name,
			uscc,
			legalRepresentative: candidate.legalRepresentative,
			registeredCapital: `${registeredCapitalCny / 10_000}万`,
			foundedOn,
			region: city.province,
			address: addressOf(random, candidate),
		},
		tracks: {
			primary: tracks[0] ?? "",
			others: tracks.slice(1),
			facilityProofs: written(trackFacts.facilityProofs),
			contractedStreamers: written(trackFacts.contractedStreamers),
			brandAuthorisations: written(trackFacts.brandAuthorisations),
		},
		people: {
			contactName: candidate.contactName,
			contactPhone: candidate.contactPhone,
			contactEmail: candidate.contactEmail,
			staffCount: String(staffCount),
			livestreamStaffCount: String(Math.floor(staffCount * random.between(0.3, 0.55))),
			serviceStaffCount: String(Math.floor(staffCount * random.between(0.1, 0.3))),
		},
		forces: Object.fromEntries(
			forceCodes.map((force) => [
				force,
				{ score: own[force], statement: writeStatement(random, force, own[force]) },
			]),
		) as ApplicationDraft["forces"],
		agreement: { accepted: true, rulesVersion: 1 },
	};
	const facts: ApplicationFacts = {
		uscc,
		isUsccAdmitted: false,
		foundedOn,
		registeredCapitalFen: BigInt(registeredCapitalCny) * FEN_PER_CNY,
		staffCount,
		redLines: [],
		tracks,
		trackFacts,
		scores: null,
	};
	return { form, facts };
}

/** The same form as somebody leaves it who has not come to its end. */
export function leaveUnfinished(random: Random, form: ApplicationDraft): ApplicationDraft {
	const blank = { score: null, statement: "" };
	const reached = random.int(1, 3);
	return {
		...form,
		tracks: reached > 1 ? form.tracks : { ...form.tracks, primary: "", others: [] },
		people: reached > 2 ? form.people : { ...form.people, staffCount: "", contactPhone: "" },
		forces: {
			traffic: form.forces.traffic,
			livestream: blank,
			incubation: blank,
			fulfilment: blank,
			supply: blank,
		},
		agreement: { accepted: false, rulesVersion: null },
	};
}
