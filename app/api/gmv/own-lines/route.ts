import type { NextRequest } from "next/server";
import { viewOwnShop } from "@/lib/domains/gmv/data/shop-view";
import { cellExportSchema } from "@/lib/domains/gmv/schema/explorer";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";
import { answerLines } from "../answer-lines";

/** The same of a day on which the shop was the caller's own partner's. */
export async function GET(request: NextRequest): Promise<Response> {
	const session = await getSession();
	if (!session || !isGranted(session.scope, "partner.read-own")) return new Response(null, { status: 404 });
	const asked = cellExportSchema.safeParse(Object.fromEntries(request.nextUrl.searchParams));
	const view = asked.success ? await viewOwnShop(session.scope, asked.data.shop) : null;
	return asked.success && view ? answerLines(view, asked.data) : new Response(null, { status: 404 });
}
