import "server-only";
import { renderStatement, statementColumns } from "@/lib/domains/pools/rules/render-statement";
import { getTranslations } from "@/lib/platform/i18n/server";

type Rows = Parameters<typeof renderStatement>[1];

/** A statement as a file, under column names in the reader's language. */
export async function answerStatement(
	first: readonly string[],
	rows: Rows,
	fileName: string,
): Promise<Response> {
	const t = await getTranslations("pools");
	const header = [...first, ...statementColumns.map((column) => t(`statement.columns.${column}`))];
	return new Response(renderStatement(header, rows), {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": `attachment; filename="${fileName}"`,
			"cache-control": "private, no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
