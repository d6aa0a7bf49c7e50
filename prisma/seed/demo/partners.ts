import { addDays, addMonths, type Day } from "@/lib/platform/time";
import { type DefaultTrack, defaultTracks } from "../tracks";
import type { CompanyFactory } from "./companies";
import { demoId } from "./identifiers";
import { createRandom, type Random } from "./random";
import { instantOn, type Timeline } from "./timeline";
import type { ForceName, PartnerPlan, Quality, Standing } from "./types";

const YI = 100_000_000;
const WAN = 10_000;

type SizeClass = {
	readonly name: Standing;
	readonly count: number;
	readonly size: 0 | 1 | 2 | 3;
	/** Net GMV since the programme's start, CNY: low, high, and how much the low end is preferred. */
	readonly from: number;
	readonly to: number;
	readonly skew: number;
	/** Mean and spread of the composite score. */
	readonly composite: readonly [number, number];
};

/** The pyramid the programme looks at: 34 in the band of 10亿, 104 more over 1亿, the rest below down to the tiny. */
const sizeClasses: readonly SizeClass[] = [
	{ name: "champion", count: 12, size: 3, from: 12 * YI, to: 46 * YI, skew: 2, composite: [90, 2] },
	{ name: "giant", count: 22, size: 3, from: 10.2 * YI, to: 21 * YI, skew: 1.8, composite: [78, 6] },
	{ name: "near-billion", count: 6, size: 3, from: 8.7 * YI, to: 9.85 * YI, skew: 0.6, composite: [77, 6] },
	{ name: "large", count: 97, size: 2, from: 1.03 * YI, to: 8.2 * YI, skew: 2, composite: [72, 7] },
	{
		name: "near-hundred-million",
		count: 12,
		size: 2,
		from: 0.86 * YI,
		to: 0.985 * YI,
		skew: 0.7,
		composite: [66, 7],
	},
	{ name: "medium", count: 92, size: 1, from: 0.18 * YI, to: 0.82 * YI, skew: 1.4, composite: [57, 8] },
	{ name: "small", count: 126, size: 0, from: 20 * WAN, to: 0.17 * YI, skew: 2.6, composite: [43, 11] },
];

const trackShares: readonly (readonly [DefaultTrack, number])[] = [
	["brand_operation", 27],
	["industry_belt", 21],
	["supply_chain", 18],
	["streamer_agency", 21],
	["training", 13],
];

const forces: readonly ForceName[] = ["traffic", "livestream", "incubation", "fulfilment", "supply"];
/** What a track is naturally better and worse at. */
const leanings: Record<DefaultTrack, Readonly<Record<ForceName, number>>> = {
	brand_operation: { traffic: 5, livestream: 3, incubation: -6, fulfilment: 1, supply: -3 },
	industry_belt: { traffic: -3, livestream: -2, incubation: -5, fulfilment: 2, supply: 8 },
	supply_chain: { traffic: -5, livestream: -4, incubation: -7, fulfilment: 8, supply: 8 },
	streamer_agency: { traffic: 4, livestream: 7, incubation: 9, fulfilment: -9, supply: -11 },
	training: { traffic: 2, livestream: 4, incubation: 4, fulfilment: -4, supply: -6 },
};

function planQuality(random: Random, track: DefaultTrack, kind: SizeClass): Quality {
	const composite = kind.composite[0] + kind.composite[1] * random.normal();
	// The best are good at everything; elsewhere a strength is paid for by a weakness.
	const spread = kind.name === "champion" ? 0.4 : 1;
	const score = (force: ForceName) =>
		Math.min(99, Math.max(8, composite + spread * (leanings[track][force] + 5 * random.normal())));
	const [traffic, livestream, incubation, fulfilment, supply] = forces.map(score) as [
		number,
		number,
		number,
		number,
		number,
	];
	const improvement = random.chance(0.2) ? -random.between(2, 14) : random.between(2, 20);
	return { traffic, livestream, incubation, fulfilment, supply, improvement };
}

function planAdmission(random: Random, timeline: Timeline, kind: SizeClass): Day {
	const recent = kind.size === 0 ? 0.3 : kind.size === 1 ? 0.12 : 0;
	const daysAgo = random.chance(recent)
		? random.int(12, 240)
		: random.int(kind.size >= 2 ? 480 : 260, kind.size >= 2 ? 1500 : 1100);
	return addDays(timeline.today, -daysAgo);
}

function planTracks(random: Random, primary: DefaultTrack, size: number): string[] {
	const others = random.shuffle(defaultTracks.map((track) => track.code).filter((code) => code !== primary));
	return [
		primary,
		...others.slice(0, random.chance(0.18 + size * 0.12) ? random.int(1, size >= 2 ? 2 : 1) : 0),
	];
}

function planGrowth(random: Random, kind: SizeClass): number {
	if (kind.size >= 2) return random.between(-0.015, 0.05);
	return random.chance(0.25) ? random.between(-0.06, -0.01) : random.between(0, 0.08);
}

type Draft = { kind: SizeClass; track: DefaultTrack };

function draftPartners(random: Random): Draft[] {
	return sizeClasses.flatMap((kind) =>
		Array.from({ length: kind.count }, () => ({ kind, track: random.weighted(trackShares) })),
	);
}

/** 367 admitted partners, largest class first; the first of class `large` belongs to the demo account. */
export function planPartners(timeline: Timeline, company: CompanyFactory): PartnerPlan[] {
	const random = createRandom("partners");
	const drafts = draftPartners(random);
	const accountPosition = drafts.findIndex((draft) => draft.kind.name === "large");
	return drafts.map((draft, position) => {
		const track = position === accountPosition ? "brand_operation" : draft.track;
		const partner = planPartner(random, timeline, company, { ...draft, track });
		const isLast = drafts.length - position;
		if (position === accountPosition) return { ...partner, ...accountPartner(timeline) };
		if (isLast <= 3) return { ...partner, status: "EXIT_NOTICE" as const };
		if (isLast <= 6) return { ...partner, status: "EXITED" as const };
		return partner;
	});
}

function planPartner(
	random: Random,
	timeline: Timeline,
	company: CompanyFactory,
	{ kind, track }: Draft,
): PartnerPlan {
	const admittedOn = planAdmission(random, timeline, kind);
	const at = instantOn(admittedOn, random.between(9.5, 17.5));
	const share = random.unit() ** kind.skew;
	return {
		...company(track, kind.size, addDays(admittedOn, -40)),
		id: demoId("par", at, random),
		organisationId: demoId("org", at, random),
		primaryTrack: track,
		tracks: planTracks(random, track, kind.size),
		status: "ACTIVE",
		admittedOn,
		// Between the ends by ratio: half of the partners of a class are far below its middle amount.
		targetCny: kind.from * (kind.to / kind.from) ** share,
		calibratedOver: "programme",
		monthlyGrowth: planGrowth(random, kind),
		quality: planQuality(random, track, kind),
		standing: kind.name,
		isOfAccount: false,
	};
}

/** T3 with T4 in sight: 93% of the GMV asked for, scores that suffice, one certified head short. */
function accountPartner(timeline: Timeline): Partial<PartnerPlan> {
	return {
		tracks: ["brand_operation", "streamer_agency"],
		admittedOn: addMonths(timeline.today, -20),
		targetCny: 2.79 * YI,
		calibratedOver: "trailing-year",
		monthlyGrowth: 0.045,
		quality: { traffic: 84, livestream: 81, incubation: 68, fulfilment: 79, supply: 74, improvement: 17 },
		isOfAccount: true,
	};
}
