import type { NextRequest } from "next/server";
import { portfolioDays } from "@/lib/domains/playbook/constants/portfolio";
import { loadWholePortfolio } from "@/lib/domains/playbook/loaders/portfolio";
import { type PortfolioWords, renderPortfolio } from "@/lib/domains/playbook/rules/render-portfolio";
import { getTranslations } from "@/lib/platform/i18n/server";
import { answerCsv, missing } from "../../programme/answer-file";

/** All the brands a question finds, in its order; for whoever may not see the portfolio there is nothing here. */
export async function GET(request: NextRequest): Promise<Response> {
	const found = await loadWholePortfolio(Object.fromEntries(request.nextUrl.searchParams));
	if (!found) return missing();
	const t = await getTranslations("playbook");
	const words: PortfolioWords = {
		column: (column) => t(`ops.file.${column}` as "ops.file.net", { days: portfolioDays }),
		items: (what, step) => t(`ops.file.${what}`, { step: `${step} ${t(`step.${step}`)}` }),
		kind: (kind) => t(`kind.${kind}`),
		reason: (reason) => t(`ops.stuckOn.${reason}`),
	};
	return answerCsv(`brands-${found.today}`, renderPortfolio(found.rows, words));
}
