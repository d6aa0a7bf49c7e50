import type { Band } from "@/lib/domains/programme/types/dashboard";
import type { ForecastHead, ForecastState } from "@/lib/domains/programme/types/forecast";
import { addDays, type Day, type DayRange } from "@/lib/platform/time";

/** Today is not over, so what has come in of it says nothing yet. */
export function wholeDay(asOf: Day | null, today: Day): Day | null {
	if (asOf === null) return null;
	const yesterday = addDays(today, -1);
	return asOf < yesterday ? asOf : yesterday;
}

/**
 * How far a stored forecast answers today's question. Dates or lines set anew make it an answer to another one; facts of
 * later days than it knows make it old. A day that is not over counts for nothing, so `knownThrough` is yesterday at most.
 */
export function stateOfForecast(
	head: ForecastHead | null,
	terms: { readonly range: DayRange; readonly bands: readonly Band[] },
	knownThrough: Day | null,
): ForecastState {
	if (!head) return "none";
	if (head.range.from !== terms.range.from || head.range.to !== terms.range.to) return "changed";
	if (lineKeys(terms.bands) !== storedKeys(head)) return "changed";
	return knownThrough !== null && knownThrough > head.asOf ? "old" : "fresh";
}

function lineKeys(bands: readonly Band[]): string {
	return bands
		.map(({ code, thresholdFen, inclusive, targetCount }) =>
			[code, thresholdFen, inclusive, targetCount].join(),
		)
		.join("|");
}

function storedKeys({ result }: ForecastHead): string {
	return result.lines
		.map(({ code, thresholdFen, inclusive, target }) => [code, thresholdFen, inclusive, target].join())
		.join("|");
}
