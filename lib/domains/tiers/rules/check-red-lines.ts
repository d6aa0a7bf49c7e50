import { compareText } from "@/lib/domains/decisions/rules/canonical-json";
import { readMetric } from "@/lib/domains/tiers/rules/check-criteria";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { CrossedRedLine, PartnerFacts } from "@/lib/domains/tiers/types";
import { ceilDiv } from "@/lib/platform/money/ratio";
import { addMonths, type Day } from "@/lib/platform/time";

/**
 * Step 1 of a run: the red lines a partner is over. A record counts from the day it happened until the same day
 * `recordMonths` later (that day no longer); one dated after `asOf` does not count yet. Without paid orders there is
 * no dispute rate and no line to cross.
 */
export function findRedLines(
	rules: TierPolicy["redLines"],
	facts: PartnerFacts,
	asOf: Day,
): CrossedRedLine[] {
	const crossed: CrossedRedLine[] = [];
	for (const kind of rules.recordKinds) {
		const recordIds = facts.redLines
			.filter((record) => record.kind === kind && isCounting(record.occurredOn, rules.recordMonths, asOf))
			.map((record) => record.id)
			.sort(compareText);
		if (recordIds.length > 0) crossed.push({ id: kind, recordIds, valueBps: null, aboveBps: null });
	}
	const rate = readMetric("dispute_rate", facts);
	if (rate && rate.num > BigInt(rules.disputeRateAboveBps) * rate.den) {
		const valueBps = ceilDiv(rate.num, rate.den).toString();
		crossed.push({ id: "DISPUTE_RATE", recordIds: [], valueBps, aboveBps: `${rules.disputeRateAboveBps}` });
	}
	return crossed;
}

function isCounting(occurredOn: Day, months: number, asOf: Day): boolean {
	return occurredOn <= asOf && asOf < addMonths(occurredOn, months);
}
