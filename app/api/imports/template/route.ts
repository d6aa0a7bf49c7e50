import type { NextRequest } from "next/server";
import { renderTemplate } from "@/lib/domains/gmv/rules/template";
import { getLocale } from "@/lib/platform/i18n/server";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";

/** A file to fill in, with its header in the reader's language. */
export async function GET(request: NextRequest): Promise<Response> {
	const session = await getSession();
	if (!session || !isGranted(session.scope, "import.read")) return new Response(null, { status: 404 });
	const grain = request.nextUrl.searchParams.get("grain") === "SHOP_DAY" ? "SHOP_DAY" : "ORDER_LINE";
	const name = grain === "SHOP_DAY" ? "shop-days" : "orders";
	return new Response(renderTemplate(grain, (await getLocale()) === "zh-CN"), {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": `attachment; filename="windmaker-${name}.csv"`,
			"cache-control": "no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
