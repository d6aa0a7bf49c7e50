import type { Scene, Shape } from "@/lib/domains/programme/rules/draw/scene";

const SCALE = 2;

type Told = { name: string; scene: Scene };

/** Fetches a picture's shapes, paints them in the page's own colours and fonts, and offers the PNG. @throws on any refusal */
export async function savePicture(source: string): Promise<void> {
	const answer = await fetch(source, { headers: { accept: "application/json" } });
	if (!answer.ok) throw new Error(`the picture was refused with ${answer.status}`);
	const { name, scene } = (await answer.json()) as Told;
	const blob = await paintScene(scene);
	const address = URL.createObjectURL(blob);
	const link = document.createElement("a");
	link.href = address;
	link.download = `${name}.png`;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function paintScene({ width, height, shapes }: Scene): Promise<Blob> {
	const canvas = document.createElement("canvas");
	canvas.width = width * SCALE;
	canvas.height = height * SCALE;
	const pen = canvas.getContext("2d");
	if (!pen) throw new Error("the browser has no canvas");
	const look = getComputedStyle(document.documentElement);
	const font = getComputedStyle(document.body).fontFamily;
	const colourOf = (ink: string) => look.getPropertyValue(`--${ink}`).trim();
	const letters = shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : [])).join("");
	// A font that comes by network is only there once it was asked for with the very letters.
	await document.fonts.load(`16px ${font}`, letters).catch(() => []);
	pen.scale(SCALE, SCALE);
	pen.fillStyle = colourOf("surface");
	pen.fillRect(0, 0, width, height);
	for (const shape of shapes) paintShape(pen, shape, colourOf, font);
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
	if (!blob) throw new Error("the picture could not be written");
	return blob;
}

function paintShape(
	pen: CanvasRenderingContext2D,
	shape: Shape,
	colourOf: (ink: string) => string,
	font: string,
): void {
	pen.globalAlpha = 1;
	if (shape.kind === "rect") {
		pen.fillStyle = colourOf(shape.fill);
		pen.fillRect(shape.x, shape.y, shape.width, shape.height);
		return;
	}
	if (shape.kind === "text") {
		pen.font = `${shape.weight ?? 400} ${shape.size}px ${font}`;
		pen.textAlign = shape.anchor === "end" ? "right" : shape.anchor === "middle" ? "center" : "left";
		pen.fillStyle = colourOf(shape.fill);
		pen.fillText(shape.text, shape.x, shape.y);
		return;
	}
	pen.globalAlpha = shape.opacity ?? 1;
	const path = new Path2D(shape.d);
	if (shape.fill) {
		pen.fillStyle = colourOf(shape.fill);
		pen.fill(path);
	}
	if (shape.stroke) {
		pen.strokeStyle = colourOf(shape.stroke);
		pen.lineWidth = shape.width ?? 1;
		pen.setLineDash([...(shape.dash ?? [])]);
		pen.stroke(path);
	}
}
