import type { NextRequest } from "next/server";
import { drawPicture } from "@/lib/domains/programme/rules/draw/pictures";
import { pictures } from "@/lib/domains/programme/schema";
import { fileName, missing, openProgramme, openWords } from "../answer-file";

/** A picture of the dashboard as shapes, which the browser paints and saves as PNG in its own fonts. */
export async function GET(request: NextRequest): Promise<Response> {
	const opened = await openProgramme();
	const picture = pictures.find((one) => one === request.nextUrl.searchParams.get("of"));
	if (!opened || !picture) return missing();
	const { world, overview, readForecast } = opened;
	const [words, forecast] = await Promise.all([openWords(), readForecast()]);
	const scene = drawPicture(picture, { ...world, overview, pools: [], forecast }, words);
	return Response.json(
		{ name: fileName(world, picture), scene },
		{ headers: { "cache-control": "private, no-store" } },
	);
}
