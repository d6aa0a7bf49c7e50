/** Names of the look's colours (app/globals.css); whoever shows a picture looks their values up. */
export type Ink =
	| "ink"
	| "ink-soft"
	| "ink-faint"
	| "line"
	| "surface"
	| "surface-sunken"
	| "chart-1"
	| "chart-2"
	| "chart-3"
	| "chart-5";

export type Shape =
	| { kind: "rect"; x: number; y: number; width: number; height: number; fill: Ink }
	| {
			kind: "path";
			d: string;
			stroke?: Ink;
			fill?: Ink;
			width?: number;
			dash?: readonly number[];
			opacity?: number;
	  }
	| {
			kind: "text";
			x: number;
			y: number;
			text: string;
			size: number;
			fill: Ink;
			weight?: 400 | 600;
			anchor?: "start" | "middle" | "end";
	  };

/** A picture as a list of shapes: shown as SVG in a page, painted on a canvas for a PNG. */
export type Scene = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Tenths are enough on any screen and keep a path short. */
export function round(value: number): number {
	return Math.round(value * 10) / 10;
}

export function linePath(points: readonly (readonly [number, number])[]): string {
	return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

export function text(
	x: number,
	y: number,
	words: string,
	size: number,
	fill: Ink,
	more: { weight?: 400 | 600; anchor?: "start" | "middle" | "end" } = {},
): Shape {
	return { kind: "text", x: round(x), y: round(y), text: words, size, fill, ...more };
}

/** The next round number (1, 2 or 5 × 10ⁿ, or a quarter more) that is not below `value`; 1 for nothing. */
export function niceCeiling(value: number): number {
	if (value <= 1) return 1;
	const power = 10 ** Math.floor(Math.log10(value));
	return ([1, 2, 2.5, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}
