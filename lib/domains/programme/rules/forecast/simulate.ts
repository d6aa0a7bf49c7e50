import { PERIOD_DAYS } from "@/lib/domains/programme/rules/forecast/assumptions";
import { commonIndex, simulateCommon } from "@/lib/domains/programme/rules/forecast/common";
import { fillOwnTable, TABLE_BITS } from "@/lib/domains/programme/rules/forecast/own-table";
import { fitPartners, ownSeries, roughShapes } from "@/lib/domains/programme/rules/forecast/partner";
import { intervalOf, summariseCounts } from "@/lib/domains/programme/rules/forecast/summarise";
import type {
	Forecast,
	ForecastInput,
	Line,
	PartnerForecast,
	PartnerHistory,
} from "@/lib/domains/programme/rules/forecast/types";
import { openStream } from "@/lib/platform/statistics/stream";

/** Whole periods of 28 days to come, and what is left as a part of one. */
export function periodsAhead(remainingDays: number): Float64Array {
	const count = Math.ceil(remainingDays / PERIOD_DAYS);
	return Float64Array.from({ length: count }, (_, step) =>
		Math.min(1, (remainingDays - step * PERIOD_DAYS) / PERIOD_DAYS),
	);
}

export function isReached(netFen: number, line: Line): boolean {
	return line.inclusive ? netFen >= line.thresholdFen : netFen > line.thresholdFen;
}

/**
 * Simulates every partner's net at the end (domain.md §3.5): net so far + common factor of the path × own sum. The paths'
 * common factors are the same for all partners, each partner's own chance is a stream of its own: the order of partners
 * changes nothing. Nothing is simulated for who has left, nor for anybody when no day remains.
 */
export function forecastProgramme(input: ForecastInput): Forecast {
	const partners = [...input.partners].sort((a, b) => (a.partnerId < b.partnerId ? -1 : 1));
	const { paths } = input.assumptions;
	const atOrAbove = input.lines.map(() => new Int32Array(paths));
	const weights = periodsAhead(Math.max(0, input.remainingDays));
	const draw = openDraws(input, partners, weights);
	const finals = new Float64Array(paths);
	const results = partners.map((partner, at): PartnerForecast => {
		draw(partner, at, finals);
		input.lines.forEach((line, l) => {
			countPaths(finals, line, atOrAbove[l]);
		});
		return summarisePartner(partner, finals, input.lines);
	});
	const now = input.lines.map((line) => partners.filter(({ netFen }) => isReached(netFen, line)).length);
	return { bands: summariseCounts(input.lines, now, atOrAbove), partners: results };
}

type Draw = (partner: PartnerHistory, at: number, finals: Float64Array) => void;

function openDraws(input: ForecastInput, partners: readonly PartnerHistory[], weights: Float64Array): Draw {
	const { assumptions, seed } = input;
	const histories = partners.map(({ periods }) => periods);
	const index = commonIndex(histories);
	const states = fitPartners(
		histories.map((periods) => ownSeries(periods, index)),
		assumptions.own,
	);
	const shapes = roughShapes(states);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const { factors } = simulateCommon(index, weights, assumptions, seed);
	const shared = factors.map((factor) => (total > 0 ? factor / total : 0));
	const table = new Float64Array(1 << TABLE_BITS);
	const shift = 32 - TABLE_BITS;
	return ({ partnerId, netFen, hasLeft }, at, finals) => {
		const state = states[at];
		if (!state || hasLeft || total === 0 || state.seen === 0) {
			finals.fill(netFen);
			return;
		}
		fillOwnTable(table, state, weights, `${seed}:partner:${partnerId}`, shapes);
		const next = openStream(`${seed}:partner:${partnerId}`);
		const { isShared } = assumptions.common;
		for (let path = 0; path < finals.length; path++) {
			const draw = next();
			// Without a shared shock a partner takes the factor of a path of its own: as wide, but its alone.
			const from = isShared ? path : next() % finals.length;
			finals[path] = netFen + (shared[from] ?? 0) * (table[draw >>> shift] ?? 0);
		}
	};
}

function countPaths(finals: Float64Array, line: Line, counts: Int32Array | undefined): void {
	if (!counts) return;
	const { thresholdFen, inclusive } = line;
	for (let path = 0; path < finals.length; path++) {
		const net = finals[path] ?? 0;
		if (net > thresholdFen || (inclusive && net === thresholdFen)) counts[path] = (counts[path] ?? 0) + 1;
	}
}

function summarisePartner(
	{ partnerId, netFen }: PartnerHistory,
	finals: Float64Array,
	lines: readonly Line[],
): PartnerForecast {
	const final = intervalOf(finals);
	const reach = lines.map((line) => [line.code, isReached(netFen, line) ? 1 : shareAbove(finals, line)]);
	return { partnerId, final, reach: Object.fromEntries(reach) };
}

/** Share of sorted values that reach a line. */
function shareAbove(sorted: Float64Array, line: Line): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isReached(sorted[middle] ?? 0, line)) high = middle;
		else low = middle + 1;
	}
	return (sorted.length - low) / sorted.length;
}
