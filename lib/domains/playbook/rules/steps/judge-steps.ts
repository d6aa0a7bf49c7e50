import type {
	Criterion,
	CriterionCode,
	CriterionReason,
	StepInputs,
	StepPolicy,
	StepVerdict,
} from "@/lib/domains/playbook/types/steps";
import type { Step } from "@/lib/domains/playbook/types/template";
import { daysBetween } from "@/lib/platform/time";

type Inputs = Criterion["inputs"];

function without(code: CriterionCode, threshold: number, reason: CriterionReason, inputs: Inputs): Criterion {
	return { code, value: null, threshold, distance: null, isMet: false, reason, inputs };
}

/** A count against its threshold. */
function judgeCount(code: CriterionCode, value: number, threshold: number, inputs: Inputs): Criterion {
	const isMet = value >= threshold;
	const reason = isMet ? "REACHED" : "BELOW";
	return { code, value, threshold, distance: Math.max(0, threshold - value), isMet, reason, inputs };
}

/** `part ÷ whole` in units of `1 ÷ scale`, compared without rounding; a whole of nothing or less has no share. */
function judgeRatio(
	code: CriterionCode,
	ratio: { part: bigint; whole: bigint; scale: bigint },
	threshold: number,
	inputs: Inputs,
	below: CriterionReason = "BELOW",
): Criterion {
	const { part, whole, scale } = ratio;
	if (whole <= 0n) return without(code, threshold, "NO_DATA", inputs);
	const isMet = part * scale >= BigInt(threshold) * whole;
	const scaled = part * scale;
	const floor = scaled >= 0n ? scaled / whole : -((-scaled + whole - 1n) / whole);
	const value = Number(floor);
	return {
		code,
		value,
		threshold,
		distance: Math.max(0, threshold - value),
		isMet,
		reason: isMet ? "REACHED" : below,
		inputs,
	};
}

const BPS = 10_000n;
const HUNDREDTHS = 100n;

/** Days of sales the brand has behind it, its first one counted. */
function historyDays({ firstDay, day }: StepInputs): number {
	return firstDay === null ? 0 : daysBetween(firstDay, day) + 1;
}

function judgeShare(
	code: CriterionCode,
	part: bigint,
	whole: bigint,
	threshold: number,
	short: boolean,
): Criterion {
	const inputs = { partFen: part, wholeFen: whole };
	const below = short ? "SHORT_HISTORY" : "BELOW";
	return judgeRatio(code, { part, whole, scale: BPS }, threshold, inputs, below);
}

/**
 * The best product's coefficient; no baseline anywhere is told apart from no distribution at all. Threshold and value are
 * hundredths.
 */
export function judgeBurst(burst: StepInputs["burst"], threshold: number): Criterion {
	if (!burst) return without("BURST", threshold, "NO_DATA", {});
	const { weekFen, baselineEighths, shopId, productId } = burst;
	const inputs = { weekFen, baselineEighths, shopId, productId };
	if (baselineEighths === null || baselineEighths <= 0n)
		return without("BURST", threshold, "NO_BASELINE", inputs);
	return judgeRatio(
		"BURST",
		{ part: weekFen * 8n, whole: baselineEighths, scale: HUNDREDTHS },
		threshold,
		inputs,
	);
}

/** Today's window against the first one; asked once the two do not overlap, so that no day counts on both sides. */
function judgeGrowth(inputs: StepInputs, policy: StepPolicy): Criterion {
	const shown = { gmvFen: inputs.gmvFen, firstFen: inputs.firstFen, firstDay: inputs.firstDay };
	if (inputs.firstDay === null) return without("GROWTH", policy.growthHundredths, "NO_DATA", shown);
	if (historyDays(inputs) < 2 * policy.windowDays)
		return without("GROWTH", policy.growthHundredths, "WINDOW_NOT_OVER", shown);
	const ratio = { part: inputs.gmvFen, whole: inputs.firstFen, scale: HUNDREDTHS };
	return judgeRatio("GROWTH", ratio, policy.growthHundredths, shown);
}

function judgeRepurchase({ buyers, buyersAgain }: StepInputs, policy: StepPolicy): Criterion {
	const ratio = { part: BigInt(buyersAgain), whole: BigInt(buyers), scale: BPS };
	return judgeRatio("REPURCHASE", ratio, policy.repurchaseBps, { buyers, buyersAgain });
}

function decide(
	step: Step,
	join: StepVerdict["join"],
	policy: StepPolicy,
	criteria: readonly Criterion[],
): StepVerdict {
	const isMet = join === "ALL" ? criteria.every((c) => c.isMet) : criteria.some((c) => c.isMet);
	return { step, join, isMet, criteria, policyVersion: policy.version };
}

/** The five steps of domain.md §3.7 over a brand's inputs of a day, each with what it rests on. */
export function judgeSteps(inputs: StepInputs, policy: StepPolicy): readonly StepVerdict[] {
	const { gmvFen } = inputs;
	const short = historyDays(inputs) < policy.windowDays;
	const share = (code: CriterionCode, part: bigint, threshold: number) =>
		judgeShare(code, part, gmvFen, threshold, short);
	return [
		decide(1, "ALL", policy, [
			judgeCount("STREAMERS", inputs.streamers, policy.streamers, {}),
			judgeCount("PRODUCTS", inputs.products, policy.products, {}),
			judgeBurst(inputs.burst, policy.burstHundredths),
		]),
		decide(2, "ANY", policy, [
			share("PUBLIC_SHARE", inputs.publicFen, policy.publicShareBps),
			judgeGrowth(inputs, policy),
		]),
		decide(3, "ALL", policy, [
			judgeCount("LIVE_DAYS", inputs.liveDays, policy.liveDays, {}),
			judgeCount("LIVE_HOURS", inputs.liveMinutes, policy.liveMinutes, {}),
			share("SELF_LIVE_SHARE", inputs.selfLiveFen, policy.selfLiveShareBps),
		]),
		decide(4, "ALL", policy, [
			judgeRepurchase(inputs, policy),
			share("PRIVATE_SHARE", inputs.privateFen, policy.privateShareBps),
		]),
		decide(5, "ALL", policy, [
			judgeCount("EXCLUSIVE_PRODUCTS", inputs.exclusiveProducts, policy.exclusiveProducts, {}),
			judgeShare("EXCLUSIVE_SHARE", inputs.exclusiveFen, inputs.productFen, policy.exclusiveShareBps, short),
		]),
	];
}

/** Which steps hold, as the bits of one number: step 1 is the lowest. */
export function metMask(verdicts: readonly StepVerdict[]): number {
	return verdicts.reduce((mask, { step, isMet }) => (isMet ? mask | (1 << (step - 1)) : mask), 0);
}

/** How a criterion moved between two days; null where one of them has no value. */
export function trendOf(before: Criterion | undefined, now: Criterion): number | null {
	if (before?.value === null || before?.value === undefined || now.value === null) return null;
	return now.value - before.value;
}
