import type { NextRequest } from "next/server";
import { selectAll } from "@/lib/domains/gmv/data/explorer-selection";
import { explorerFilterSchema } from "@/lib/domains/gmv/schema/explorer";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";
import { answerExport } from "../answer-export";

/** The explorer's question as CSV, for the platform's staff; for everybody else it does not exist. */
export async function GET(request: NextRequest): Promise<Response> {
	const session = await getSession();
	if (!session || !isGranted(session.scope, "gmv.read")) return new Response(null, { status: 404 });
	const filter = explorerFilterSchema.parse(Object.fromEntries(request.nextUrl.searchParams));
	return answerExport(await selectAll(session.scope, filter), filter);
}
