import { readExamPolicy } from "@/lib/domains/certification/data/exam-policy";
import { renderQuestionTemplate } from "@/lib/domains/certification/rules/import-questions/render-template";
import { getLocale } from "@/lib/platform/i18n/server";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

/** A file of questions to fill in, with its header in the reader's language. */
export async function GET(): Promise<Response> {
	const session = await getSession();
	if (!session || !isGranted(session.scope, "exam.read")) return new Response(null, { status: 404 });
	const [locale, { document }] = await Promise.all([getLocale(), readExamPolicy(businessDayOf(new Date()))]);
	return new Response(renderQuestionTemplate(document.topics[0]?.name[locale] ?? "", locale === "zh-CN"), {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": 'attachment; filename="windmaker-questions.csv"',
			"cache-control": "no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
