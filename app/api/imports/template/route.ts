import type { NextRequest } from "next/server";
import { feedGrains, feedNames } from "@/lib/domains/gmv/constants";
import { renderTemplate } from "@/lib/domains/gmv/rules/template";
import { getLocale } from "@/lib/platform/i18n/server";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";

/** A file to fill in, with its header in the reader's language. */
export async function GET(request: NextRequest): Promise<Response> {
	const session = await getSession();
	if (!session || !isGranted(session.scope, "import.read")) return new Response(null, { status: 404 });
	const asked = request.nextUrl.searchParams.get("grain");
	const grain = feedGrains.find((one) => one === asked) ?? "ORDER_LINE";
	return new Response(renderTemplate(grain, (await getLocale()) === "zh-CN"), {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": `attachment; filename="windmaker-${feedNames[grain]}.csv"`,
			"cache-control": "no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
