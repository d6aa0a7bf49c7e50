import { type OwnState, sumAhead } from "@/lib/domains/programme/rules/forecast/partner";
import { normalQuantile, studentQuantile } from "@/lib/platform/statistics/quantile";
import { openStream, toUnit } from "@/lib/platform/statistics/stream";

/** How finely a partner's own chance is told: the ten highest bits of a draw choose one of so many equal shares. */
export const TABLE_BITS = 10;
const SIZE = 1 << TABLE_BITS;

const students = new Map<number, Float64Array>();

/** Quantiles of Student's t at the middles of equal shares, for each number of degrees up to 30. */
function studentTable(degrees: number): Float64Array {
	const rounded = Math.min(30, Math.max(4, Math.round(degrees)));
	const known =
		students.get(rounded) ??
		Float64Array.from({ length: SIZE }, (_, at) => studentQuantile((at + 0.5) / SIZE, rounded));
	students.set(rounded, known);
	return known;
}

/**
 * The sum a partner will add by its own chance, as sorted quantiles, for a common factor of one whole horizon: lognormal
 * with Student tails for who sells in most periods, its own periods drawn again for who sells now and then. The sum is
 * drawn at once and not period by period.
 */
export function fillOwnTable(
	table: Float64Array,
	state: OwnState,
	weights: Float64Array,
	seed: string,
	shapes: Float64Array,
): void {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	if (state.seen === 0 || total === 0) table.fill(0);
	else if (state.isRough) fillFromUrn(table, state, weights, seed, shapes);
	else fillSmooth(table, state, weights);
}

function fillSmooth(table: Float64Array, state: OwnState, weights: Float64Array): void {
	const { mean, sd } = sumAhead(state, weights);
	const student = studentTable(state.degrees);
	if (mean <= 0) {
		for (let at = 0; at < SIZE; at++) table[at] = mean + sd * (student[at] ?? 0);
		return;
	}
	const variance = Math.log1p((sd / mean) ** 2);
	const sigma = Math.sqrt(variance);
	const middle = Math.log(mean) - variance / 2;
	for (let at = 0; at < SIZE; at++) table[at] = Math.exp(middle + sigma * (student[at] ?? 0));
}

/**
 * A Pólya urn: each period to come is one of the partner's own, one drawn before on the same path (what came once comes
 * again, so levels persist), or with the weight of `prior` periods one of another partner that sells now and then, at
 * this one's size. A broken period has its share of one.
 */
function fillFromUrn(
	table: Float64Array,
	state: OwnState,
	weights: Float64Array,
	seed: string,
	shapes: Float64Array,
) {
	const { values, size } = state;
	const next = openStream(`${seed}:rough`);
	const drawn = new Float64Array(weights.length);
	for (let at = 0; at < SIZE; at++) {
		let sum = 0;
		// How large it is, is known no better than from its own periods.
		const sized = size * Math.exp(normalQuantile(toUnit(next())) / Math.sqrt(values.length));
		for (let step = 0; step < weights.length; step++) {
			const pick = Math.floor(toUnit(next()) * (values.length + step + state.prior));
			const isStranger = pick >= values.length + step;
			const value = isStranger
				? sized * (shapes[next() % shapes.length] ?? 0)
				: pick < values.length
					? (values[pick] ?? 0)
					: (drawn[pick - values.length] ?? 0);
			drawn[step] = value;
			sum += (weights[step] ?? 0) * value;
		}
		table[at] = sum;
	}
	table.sort();
}
