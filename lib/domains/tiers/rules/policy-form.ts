import {
	LOWEST_TIER,
	metricUnits,
	type TierLevel,
	type TierMetric,
	tierLevels,
	tierMetrics,
} from "@/lib/domains/tiers/constants";
import {
	type CriterionPolicy,
	type TierPolicy,
	type TierRow,
	tierPolicySchema,
} from "@/lib/domains/tiers/schema";
import type {
	CriteriaForm,
	MovementForm,
	RaceForm,
	TierPolicyForm,
	TrackForm,
} from "@/lib/domains/tiers/schema/policy-form";
import {
	keep,
	type Read,
	readAmount,
	readHundredths,
	readWhole,
	typeAmount,
	typeHundredths,
} from "@/lib/platform/forms/typed-figures";

type Errors = Record<string, string>;
export type TierFormReading =
	| { readonly ok: true; readonly policy: TierPolicy }
	/** Dotted path of the form → code. */
	| { readonly ok: false; readonly errors: Errors };

export const highestFirst = [...tierLevels].reverse();
const overridable = highestFirst.filter((level) => level !== LOWEST_TIER);

/** A version of the tier policy as a person edits it. */
export function formOfTierPolicy(policy: TierPolicy): TierPolicyForm {
	const tiers = policy.tiers.map((tier) => [tier.level, formOfTier(tier)]);
	const tracks = Object.entries(policy.trackOverrides).map(([code, own]) => [code, formOfTrack(own)]);
	return {
		gmvMeasure: policy.gmvMeasure,
		gmvMonths: String(policy.gmvMonths),
		qualityMonths: String(policy.qualityMonths),
		minClosedDays: String(policy.minClosedDays),
		tiers: Object.fromEntries(tiers),
		redLines: {
			recordKinds: policy.redLines.recordKinds,
			recordMonths: String(policy.redLines.recordMonths),
			disputeRate: typeHundredths(policy.redLines.disputeRateAboveBps),
		},
		race: formOfRace(policy.race),
		movement: formOfMovement(policy.movement),
		tracks: Object.fromEntries(tracks),
	};
}

function formOfTier({ name, criteria, raceShareBps }: TierRow) {
	return {
		nameZh: name["zh-CN"],
		nameEn: name.en,
		criteria: formOfCriteria(criteria),
		share: formOfShare(raceShareBps),
	};
}

export function formOfCriteria(criteria: readonly CriterionPolicy[]): CriteriaForm {
	const rows = tierMetrics.map((metric) => {
		const found = criteria.find((criterion) => criterion.metric === metric);
		const comparison = found?.comparison ?? (metric === "dispute_rate" ? "<=" : ">=");
		return [metric, { comparison, value: found ? typeThreshold(found) : "" }];
	});
	return Object.fromEntries(rows);
}

function typeThreshold({ metric, threshold }: CriterionPolicy): string {
	const unit = metricUnits[metric];
	if (unit === "fen") return typeAmount(threshold);
	return unit === "count" ? threshold : typeHundredths(Number(threshold));
}

function formOfShare(bps: number | null): string {
	return bps === null ? "" : typeHundredths(bps);
}

export function formOfRace({ minTrackSize, weightsBps }: TierPolicy["race"]): RaceForm {
	return {
		minTrackSize: String(minTrackSize),
		composite: typeHundredths(weightsBps.composite),
		gmv: typeHundredths(weightsBps.gmv),
		growth: typeHundredths(weightsBps.growth),
	};
}

export function formOfMovement(movement: TierPolicy["movement"]): MovementForm {
	return {
		maxTiersDown: String(movement.maxTiersDown),
		protectionDays: String(movement.protectionDays),
		bottomShare: typeHundredths(movement.bottomShareBps),
		bottomRuns: String(movement.bottomRunsToProbation),
	};
}

/** A track that differs in nothing yet. */
export const plainTrack: TrackForm = {
	tiers: Object.fromEntries(
		overridable.map((level) => [level, { criteria: null, share: null }]),
	) as TrackForm["tiers"],
	race: null,
	movement: null,
};

function formOfTrack(own: TierPolicy["trackOverrides"][string]): TrackForm {
	const tiers = overridable.map((level) => {
		const row = own.tiers?.find((tier) => tier.level === level);
		const criteria = row?.criteria ? formOfCriteria(row.criteria) : null;
		return [
			level,
			{ criteria, share: row?.raceShareBps === undefined ? null : formOfShare(row.raceShareBps) },
		];
	});
	return {
		tiers: Object.fromEntries(tiers),
		race: own.race ? formOfRace(own.race) : null,
		movement: own.movement ? formOfMovement(own.movement) : null,
	};
}

/** Reads a form into a policy, or says field by field what is missing or wrong. */
export function readTierPolicyForm(form: TierPolicyForm): TierFormReading {
	const errors: Errors = {};
	const document = {
		schemaVersion: 1,
		gmvMeasure: form.gmvMeasure,
		gmvMonths: keep(errors, "gmvMonths", readWhole(form.gmvMonths)),
		qualityMonths: keep(errors, "qualityMonths", readWhole(form.qualityMonths)),
		minClosedDays: keep(errors, "minClosedDays", readWhole(form.minClosedDays)),
		tiers: highestFirst.map((level) => readTier(form, level, errors)),
		redLines: {
			recordKinds: form.redLines.recordKinds,
			recordMonths: keep(errors, "redLines.recordMonths", readWhole(form.redLines.recordMonths)),
			disputeRateAboveBps: keep(errors, "redLines.disputeRate", readHundredths(form.redLines.disputeRate)),
		},
		race: readRace(form.race, "race", errors),
		movement: readMovement(form.movement, "movement", errors),
		trackOverrides: Object.fromEntries(
			Object.entries(form.tracks).map(([code, own]) => [code, readTrack(own, `tracks.${code}`, errors)]),
		),
	};
	const parsed = tierPolicySchema.safeParse(document);
	if (parsed.success && Object.keys(errors).length === 0) return { ok: true, policy: parsed.data };
	for (const issue of parsed.error?.issues ?? []) {
		const path = formPath(issue.path, document);
		if (!Object.keys(errors).some((known) => known === path || known.startsWith(`${path}.`))) {
			errors[path] = issue.message;
		}
	}
	return { ok: false, errors };
}

/** Sum of the race weights in basis points as typed; null while one is not a number. */
export function sumRaceWeights(race: RaceForm): number | null {
	const read = [race.composite, race.gmv, race.growth].map(readHundredths);
	return read.every((one) => one.ok) ? read.reduce((sum, one) => sum + (one.ok ? one.value : 0), 0) : null;
}

function readTier(form: TierPolicyForm, level: TierLevel, errors: Errors) {
	const tier = form.tiers[level];
	const path = `tiers.${level}`;
	return {
		level,
		name: { "zh-CN": tier.nameZh.trim(), en: tier.nameEn.trim() },
		criteria: level === LOWEST_TIER ? [] : readCriteria(tier.criteria, `${path}.criteria`, errors),
		raceShareBps: level === LOWEST_TIER ? null : readShare(tier.share, `${path}.share`, errors),
	};
}

function readCriteria(criteria: CriteriaForm, path: string, errors: Errors) {
	return tierMetrics.flatMap((metric) => {
		const { comparison, value } = criteria[metric];
		if (value.trim() === "") return [];
		const threshold = keep(errors, `${path}.${metric}.value`, readThreshold(metric, value));
		return [{ metric, comparison, threshold: String(threshold ?? 0) }];
	});
}

function readThreshold(metric: TierMetric, text: string): Read<bigint | number> {
	const unit = metricUnits[metric];
	if (unit === "fen") return readAmount(text);
	return unit === "count" ? readWhole(text) : readHundredths(text);
}

function readShare(text: string, path: string, errors: Errors): number | null {
	if (text.trim() === "") return null;
	return keep(errors, path, readHundredths(text)) ?? null;
}

function readRace(race: RaceForm, path: string, errors: Errors) {
	const weight = (name: "composite" | "gmv" | "growth") =>
		keep(errors, `${path}.${name}`, readHundredths(race[name]));
	return {
		minTrackSize: keep(errors, `${path}.minTrackSize`, readWhole(race.minTrackSize)),
		weightsBps: { composite: weight("composite"), gmv: weight("gmv"), growth: weight("growth") },
	};
}

function readMovement(movement: MovementForm, path: string, errors: Errors) {
	return {
		maxTiersDown: keep(errors, `${path}.maxTiersDown`, readWhole(movement.maxTiersDown)),
		protectionDays: keep(errors, `${path}.protectionDays`, readWhole(movement.protectionDays)),
		bottomShareBps: keep(errors, `${path}.bottomShare`, readHundredths(movement.bottomShare)),
		bottomRunsToProbation: keep(errors, `${path}.bottomRuns`, readWhole(movement.bottomRuns)),
	};
}

function readTrack(own: TrackForm, path: string, errors: Errors) {
	const tiers = overridable.flatMap((level) => {
		const { criteria, share } = own.tiers[level as 2 | 3 | 4 | 5];
		if (criteria === null && share === null) return [];
		const at = `${path}.tiers.${level}`;
		return [
			{
				level,
				...(criteria && { criteria: readCriteria(criteria, `${at}.criteria`, errors) }),
				...(share !== null && { raceShareBps: readShare(share, `${at}.share`, errors) }),
			},
		];
	});
	return {
		...(tiers.length > 0 && { tiers }),
		...(own.race && { race: readRace(own.race, `${path}.race`, errors) }),
		...(own.movement && { movement: readMovement(own.movement, `${path}.movement`, errors) }),
	};
}

const movementFields: Record<string, string> = {
	bottomShareBps: "bottomShare",
	bottomRunsToProbation: "bottomRuns",
};

/** Where the form holds what the policy's schema speaks of. */
function formPath(path: readonly PropertyKey[], document: unknown): string {
	const steps = path.map(String);
	let node = document;
	const out: string[] = [];
	for (const step of steps) {
		const inner = (node as Record<string, unknown> | undefined)?.[step];
		const row = inner as { level?: number; metric?: string } | undefined;
		if (Array.isArray(node) && row?.level) out.push(String(row.level));
		else if (Array.isArray(node) && row?.metric) out.push(row.metric);
		else out.push(step);
		node = inner;
	}
	return out
		.map((step) => (step === "trackOverrides" ? "tracks" : (movementFields[step] ?? step)))
		.join(".")
		.replace("name.zh-CN", "nameZh")
		.replace("name.en", "nameEn")
		.replace(/\.(threshold|comparison)$/, ".value")
		.replace("raceShareBps", "share")
		.replace("disputeRateAboveBps", "disputeRate")
		.replace(/\.weightsBps(\.|$)/, "$1");
}
