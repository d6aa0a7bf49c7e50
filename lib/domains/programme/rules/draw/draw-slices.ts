import { type Box, linePath, type Scene, type Shape, text } from "@/lib/domains/programme/rules/draw/scene";
import type { PacedSlice } from "@/lib/domains/programme/types/dashboard";

export type SliceWords = {
	name: (key: string) => string;
	amount: (fen: bigint) => string;
	share: (bps: bigint) => string;
};

export const SLICE_ROW = 34;
const NAME_WIDTH = 190;
const TEXT_WIDTH = 230;

/** Slices as bars that leave the middle: to the right ahead of a straight line, to the left behind it. */
export function drawSlices(slices: readonly PacedSlice[], words: SliceWords, box: Box): Scene {
	const middle = box.x + NAME_WIDTH + (box.width - NAME_WIDTH - TEXT_WIDTH) / 2;
	const half = (box.width - NAME_WIDTH - TEXT_WIDTH) / 2 - 8;
	const most = slices.reduce((max, slice) => Math.max(max, Math.abs(Number(slice.aheadFen))), 1);
	const height = slices.length * SLICE_ROW;
	const axis = linePath([
		[middle, box.y],
		[middle, box.y + height],
	]);
	const shapes: Shape[] = [{ kind: "path", d: axis, stroke: "line", width: 1 }];
	slices.forEach((slice, index) => {
		const y = box.y + index * SLICE_ROW;
		const length = (Math.abs(Number(slice.aheadFen)) / most) * half;
		const isBehind = slice.aheadFen < 0n;
		const share = slice.aheadBps === null ? "" : `  ${words.share(slice.aheadBps)}`;
		shapes.push(
			text(box.x, y + 22, words.name(slice.key), 14, "ink"),
			{
				kind: "rect",
				x: Math.round(isBehind ? middle - length : middle),
				y: y + 9,
				width: Math.max(1, Math.round(length)),
				height: 16,
				fill: isBehind ? "chart-5" : "chart-1",
			},
			text(box.x + box.width, y + 22, `${words.amount(slice.aheadFen)}${share}`, 14, "ink-soft", {
				anchor: "end",
			}),
		);
	});
	return { width: box.width, height, shapes };
}
