import type { Measured } from "./measure";

/** One line of the bench's table: a figure, what it is held to, and whether it holds. */
export type Line = {
	row: string;
	ours: string;
	reference: string;
	figure: string;
	bound: string;
	/** Null where nothing is asked of it. */
	met: boolean | null;
};

export function show(value: number): string {
	return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(2);
}

export function describeRatio({ row, unit, ours, reference, ratio, target, met }: Measured): Line {
	const bounds = [
		target?.min === undefined ? [] : [`≥ ${target.min.toFixed(2)}`],
		target?.max === undefined ? [] : [`≤ ${target.max.toFixed(2)}`],
	].flat();
	return {
		row,
		ours: `${show(ours)} ${unit}`,
		reference: `${show(reference)} ${unit}`,
		figure: ratio.toFixed(2),
		bound: bounds.join(", "),
		met,
	};
}

export function printTable(lines: readonly Line[]): void {
	const cells = lines.map(({ row, ours, reference, figure, bound, met }) => [
		row,
		ours,
		reference,
		figure,
		bound,
		met === null ? "–" : met ? "pass" : "FAIL",
	]);
	const table = [["row", "ours / large", "reference / small", "figure", "bound", "result"], ...cells];
	const widths = (table[0] ?? []).map((_, column) =>
		Math.max(...table.map((line) => line[column]?.length ?? 0)),
	);
	for (const line of table)
		console.log(
			line
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join("  ")
				.trimEnd(),
		);
}
