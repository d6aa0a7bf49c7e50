import { findQuestionImport } from "@/lib/domains/certification/data/question-imports";
import { errorFileHeader, safeCell } from "@/lib/domains/gmv/rules/render-errors";
import { getTranslations } from "@/lib/platform/i18n/server";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";

/** Every line of a file that is not accepted as CSV, with its reason in the reader's language. */
export async function GET(
	_request: Request,
	{ params }: { params: Promise<{ id: string }> },
): Promise<Response> {
	const missing = new Response(null, { status: 404 });
	const session = await getSession();
	if (!session || !isGranted(session.scope, "exam.read")) return missing;
	const found = await findQuestionImport(session.scope, (await params).id);
	if (!found?.result) return missing;
	const t = await getTranslations("questionimport");
	const lines = found.result.findings.map(({ line, column, value, code }) =>
		[String(line), column, value, code, t(`findings.${code}`)].map(safeCell).join(",").concat("\r\n"),
	);
	return new Response(errorFileHeader + lines.join(""), {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": `attachment; filename="${found.id}.errors.csv"`,
			"cache-control": "no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
