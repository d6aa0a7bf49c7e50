import { loadPoolStatement } from "@/lib/domains/pools/loaders/ops";
import { getTranslations } from "@/lib/platform/i18n/server";
import { answerStatement } from "../../answer-statement";

/** A pool's statement of a month, a line per partner, as CSV. */
export async function GET(
	request: Request,
	{ params }: { params: Promise<{ id: string }> },
): Promise<Response> {
	const { id } = await params;
	const month = new URL(request.url).searchParams.get("month") ?? "";
	const { pool, partners } = await loadPoolStatement(id, month);
	const t = await getTranslations("pools");
	return answerStatement(
		[t("statement.month"), t("grants.partner"), t("statement.uscc"), t("create.unit")],
		partners.map((line) => ({
			texts: [month, line.partnerName, line.uscc, t(`unitNames.${pool.unit}`)],
			unit: pool.unit,
			line,
		})),
		`pool-${pool.code}-${month}.csv`,
	);
}
