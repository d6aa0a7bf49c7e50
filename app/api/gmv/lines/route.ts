import type { NextRequest } from "next/server";
import { viewShop } from "@/lib/domains/gmv/data/shop-view";
import { cellExportSchema } from "@/lib/domains/gmv/schema/explorer";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";
import { answerLines } from "../answer-lines";

/** The order lines behind a shop's day as CSV, for the platform's staff; for everybody else they do not exist. */
export async function GET(request: NextRequest): Promise<Response> {
	const session = await getSession();
	if (!session || !isGranted(session.scope, "gmv.read")) return new Response(null, { status: 404 });
	const asked = cellExportSchema.safeParse(Object.fromEntries(request.nextUrl.searchParams));
	const view = asked.success ? await viewShop(session.scope, asked.data.shop) : null;
	return asked.success && view ? answerLines(view, asked.data) : new Response(null, { status: 404 });
}
