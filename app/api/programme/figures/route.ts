import { renderFigure, renderHeader } from "@/lib/domains/programme/rules/render-files";
import { figureLines } from "@/lib/domains/programme/rules/show/figure-lines";
import { answerCsv, fileName, missing, openProgramme, openWords } from "../answer-file";

const columns = ["section", "item", "figure", "value", "unit"] as const;

/** The dashboard's figures with their exact values. */
export async function GET(): Promise<Response> {
	const opened = await openProgramme();
	if (!opened) return missing();
	const { world, overview, readPools, readForecast } = opened;
	const [words, pools, forecast] = await Promise.all([openWords(), readPools(), readForecast()]);
	const lines = figureLines({ ...world, overview, pools, forecast }, words).map(renderFigure);
	const header = renderHeader(columns.map((column) => words.t(`file.${column}`)));
	return answerCsv(fileName(world, "dashboard"), header + lines.join(""));
}
