import type { NextRequest } from "next/server";
import { selectOwn } from "@/lib/domains/gmv/data/explorer-selection";
import { explorerFilterSchema } from "@/lib/domains/gmv/schema/explorer";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";
import { answerExport } from "../answer-export";

/** The same of the caller's own partner alone; whatever the address says of partners is not heard. */
export async function GET(request: NextRequest): Promise<Response> {
	const session = await getSession();
	if (!session || !isGranted(session.scope, "partner.read-own")) return new Response(null, { status: 404 });
	const filter = explorerFilterSchema.parse(Object.fromEntries(request.nextUrl.searchParams));
	const selection = await selectOwn(session.scope, filter);
	return selection ? answerExport(selection, filter) : new Response(null, { status: 404 });
}
