import { loadOwnPools } from "@/lib/domains/pools/loaders/partner";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { answerStatement } from "../answer-statement";

/** The signed-in partner's own statement of a month, a line per pool, as CSV. */
export async function GET(request: Request): Promise<Response> {
	const asked = new URL(request.url).searchParams.get("month") ?? "";
	const [{ month, lines }, t, locale] = await Promise.all([
		loadOwnPools({ month: asked }),
		getTranslations("pools"),
		getLocale(),
	]);
	return answerStatement(
		[t("statement.month"), t("statement.pool"), t("create.unit")],
		lines.map((line) => ({
			texts: [month, locale === "en" ? line.poolNameEn : line.poolNameZh, t(`unitNames.${line.unit}`)],
			unit: line.unit,
			line,
		})),
		`statement-${month}.csv`,
	);
}
