import type { NextRequest } from "next/server";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import { selectPartners } from "@/lib/domains/programme/rules/partner-list";
import { partnerColumns, renderHeader, renderPartner } from "@/lib/domains/programme/rules/render-files";
import { bandName, trackName } from "@/lib/domains/programme/rules/show/names";
import { partnerQuerySchema } from "@/lib/domains/programme/schema";
import type { Band } from "@/lib/domains/programme/types/dashboard";
import { answerCsv, fileName, missing, openProgramme, openWords } from "../answer-file";

/** All the partners a question asks for, in its order, with exact amounts. */
export async function GET(request: NextRequest): Promise<Response> {
	const opened = await openProgramme();
	if (!opened) return missing();
	const { world } = opened;
	const query = partnerQuerySchema.parse(Object.fromEntries(request.nextUrl.searchParams));
	const { t, locale } = await openWords();
	const words = {
		track: (code: string) => trackName(world.tracks, code, locale),
		region: (region: string) => nameRegion(region, locale),
		band: (band: Band | null) => (band ? bandName(band, locale) : t("bands.below")),
	};
	const lines = selectPartners(world, query).map((line, index) => renderPartner(line, index + 1, words));
	const header = renderHeader(partnerColumns.map((column) => t(`list.file.${column}`)));
	return answerCsv(fileName(world, "partners"), header + lines.join(""));
}
