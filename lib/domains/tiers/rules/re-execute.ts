import { type TierLevel, type TierMetric, tierMetrics } from "@/lib/domains/tiers/constants";
import { readMetric } from "@/lib/domains/tiers/rules/check-criteria";
import { evaluateTrack } from "@/lib/domains/tiers/rules/evaluate";
import { applyOverride, keepOverride } from "@/lib/domains/tiers/rules/override";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type {
	PartnerFacts,
	ReceiptOverride,
	RunWindows,
	TrackResult,
	Verdict,
} from "@/lib/domains/tiers/types";
import type { AppealDifference, MovedPartner, ValueChange } from "@/lib/domains/tiers/types/appeals";
import { ceilDiv } from "@/lib/platform/money/ratio";
import type { Day } from "@/lib/platform/time";

/** One partner of a run as its receipt holds it. */
export type StoredStanding = {
	readonly facts: PartnerFacts;
	readonly tier: TierLevel;
	readonly rank: number | null;
	readonly scoreBps: number | null;
	readonly absoluteTier: TierLevel;
	readonly raceTier: TierLevel;
	/** How many red lines it was over. */
	readonly redLines: number;
	readonly override: ReceiptOverride | null;
};

export type ReExecution = {
	/** The version the run was made under. */
	readonly policy: TierPolicy;
	readonly asOf: Day;
	readonly windows: RunWindows;
	/** Everybody of one track. */
	readonly stored: readonly StoredStanding[];
	/** Whom it is about. */
	readonly partnerId: string;
	/** The partner's facts as the sources have them now; null: as they were. */
	readonly facts: PartnerFacts | null;
	/** What two leads decide about the partner; undefined: what they decided before stands. */
	readonly override?: ReceiptOverride | null;
};

export type ReExecuted = {
	readonly track: TrackResult;
	/** Of every partner whose tier is set by hand. */
	readonly overrides: ReadonlyMap<string, ReceiptOverride>;
	readonly difference: AppealDifference;
};

/**
 * The verdicts of one track made again from the facts its receipts hold, those of one partner replaced (domain.md §3.3:
 * appeals, overrides): the whole track, because a rank that moves moves others. With nothing replaced nothing changes.
 * Throws `NOT_IN_TRACK`.
 */
export function reExecute(question: ReExecution): ReExecuted {
	const { policy, asOf, windows, stored, partnerId } = question;
	const before = new Map(stored.map((one) => [one.facts.partnerId, one]));
	const own = before.get(partnerId);
	if (!own) throw new Error("NOT_IN_TRACK");
	const fresh = question.facts && { ...question.facts, trackCode: own.facts.trackCode };
	const facts = stored.map((one) => (one === own && fresh ? fresh : one.facts));
	const track = { ...evaluateTrack(policy, facts, asOf), windows };
	const overrides = new Map<string, ReceiptOverride>();
	const moved: MovedPartner[] = [];
	for (const verdict of track.verdicts) {
		const id = verdict.facts.partnerId;
		const was = before.get(id);
		if (!was) continue;
		const given = id === partnerId && question.override !== undefined ? question.override : was.override;
		const override = keepOverride(given, verdict);
		if (override) overrides.set(id, override);
		moved.push(compareStanding(was, verdict, override));
	}
	const { others, ...mine } = splitOff(moved, partnerId);
	const verdict = track.verdicts.find((one) => one.facts.partnerId === partnerId) as Verdict;
	return { track, overrides, difference: { ...mine, values: compareValues(own, verdict), others } };
}

function compareStanding(
	was: StoredStanding,
	verdict: Verdict,
	override: ReceiptOverride | null,
): MovedPartner {
	return {
		partnerId: was.facts.partnerId,
		tierBefore: was.tier,
		tierAfter: applyOverride(verdict, override).tier,
		rankBefore: was.rank,
		rankAfter: verdict.standing?.rank ?? null,
	};
}

function splitOff(moved: readonly MovedPartner[], partnerId: string) {
	const [mine] = moved.filter((one) => one.partnerId === partnerId);
	const others = moved.filter(
		(one) =>
			one.partnerId !== partnerId && (one.tierBefore !== one.tierAfter || one.rankBefore !== one.rankAfter),
	);
	return { ...(mine as MovedPartner), others };
}

/** Partners other than the one it is about whose tier gets lower: they must be able to object. */
export function listFallen(difference: AppealDifference): MovedPartner[] {
	return difference.others.filter((one) => one.tierAfter < one.tierBefore);
}

export function isUnchanged({ values, others, ...own }: AppealDifference): boolean {
	return (
		values.length === 0 &&
		others.length === 0 &&
		own.tierBefore === own.tierAfter &&
		own.rankBefore === own.rankAfter
	);
}

/** What of a partner's own verdict is another thing now: its metrics in their units, race and tiers, as the receipt writes them. */
function compareValues(was: StoredStanding, now: Verdict): ValueChange[] {
	const { standing } = now;
	const pairs: [string, string | null, string | null][] = [
		...tierMetrics.map((metric): [string, string | null, string | null] => [
			metric,
			showMetric(metric, was.facts),
			showMetric(metric, now.facts),
		]),
		["red_lines", `${was.redLines}`, `${now.redLines.length}`],
		["race_score", show(was.scoreBps), show(standing?.scoreBps ?? null)],
		["race_rank", show(was.rank), show(standing?.rank ?? null)],
		["absolute_tier", `${was.absoluteTier}`, `${now.absoluteTier}`],
		["race_tier", `${was.raceTier}`, `${now.raceTier}`],
	];
	return pairs.flatMap(([key, before, after]) => (before === after ? [] : [{ key, before, after }]));
}

function showMetric(metric: TierMetric, facts: PartnerFacts): string | null {
	const value = readMetric(metric, facts);
	return value && ceilDiv(value.num, value.den).toString();
}

function show(value: number | null): string | null {
	return value === null ? null : `${value}`;
}
