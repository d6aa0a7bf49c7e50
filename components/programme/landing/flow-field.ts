/** The picture's own units: a 1440 × 760 sheet that is scaled to the hero. */
export const FIELD_WIDTH = 1440;
export const FIELD_HEIGHT = 760;

/** Long steps keep the document light; the curve between them is drawn by the browser. */
const STEP = 68;
const MARGIN = 80;

/** Direction of the wind in radians: it leaves the water flat, curls in the middle and climbs to the right. */
function directionAt(x: number, y: number): number {
	const climb = -0.12 - 0.5 / (1 + Math.exp(-(x - 760) / 190));
	const curl = 0.42 * Math.sin(x / 250 + y / 210) * Math.exp(-(((x - 560) / 460) ** 2));
	const ripple = 0.12 * Math.sin(x / 95 - y / 160);
	return climb + curl + ripple;
}

function round(value: number): number {
	return Math.round(value);
}

/** One streamline from a seed to the edge of the sheet, as an SVG path. */
function traceStreamline(seedX: number, seedY: number): string {
	let x = seedX;
	let y = seedY;
	let path = `M${round(x)} ${round(y)}`;
	for (let step = 0; step < 40; step += 1) {
		const angle = directionAt(x, y);
		const nextX = x + Math.cos(angle) * STEP;
		const nextY = y + Math.sin(angle) * STEP;
		path += `Q${round(x)} ${round(y)} ${round((x + nextX) / 2)} ${round((y + nextY) / 2)}`;
		x = nextX;
		y = nextY;
		if (x > FIELD_WIDTH + MARGIN || y < -MARGIN || y > FIELD_HEIGHT + MARGIN) break;
	}
	return path;
}

/** `count` streamlines, evenly seeded down the left edge and along the water. The same for every reader. */
export function traceStreamlines(count: number): string[] {
	return Array.from({ length: count }, (_, index) => {
		const share = index / (count - 1);
		const seedX = share < 0.72 ? -MARGIN : -MARGIN + ((share - 0.72) / 0.28) * 900;
		const seedY = share < 0.72 ? 40 + (share / 0.72) * (FIELD_HEIGHT + 20) : FIELD_HEIGHT + 60;
		return traceStreamline(seedX, seedY);
	});
}
