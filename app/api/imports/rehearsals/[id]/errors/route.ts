import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { errorFileHeader, renderErrors } from "@/lib/domains/gmv/rules/render-errors";
import type { Rejection } from "@/lib/domains/gmv/types";
import { findRehearsalErrors } from "@/lib/domains/intake/data/rehearsals";
import { openFileStore } from "@/lib/platform/files/store/open-store";
import { getTranslations } from "@/lib/platform/i18n/server";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";

/** The lines a dry run would refuse as CSV, in the reader's language; for everybody else it does not exist. */
export async function GET(
	_request: Request,
	{ params }: { params: Promise<{ id: string }> },
): Promise<Response> {
	const missing = new Response(null, { status: 404 });
	const session = await getSession();
	if (!session || !isGranted(session.scope, "import.read")) return missing;
	const { id } = await params;
	const found = await findRehearsalErrors(session.scope, id);
	const stored = found && (await openFileStore().open(found.errorsKey));
	if (!stored) return missing;
	const t = await getTranslations("gmv");
	const body = Readable.from(render(stored, (code) => t(`rejection.${code}`)));
	return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": `attachment; filename="${id}.errors.csv"`,
			"cache-control": "no-store",
			"x-content-type-options": "nosniff",
		},
	});
}

async function* render(stored: ReadableStream<Uint8Array>, explain: (code: Rejection["code"]) => string) {
	yield Buffer.from(errorFileHeader);
	const lines = createInterface({ input: Readable.fromWeb(stored as WebStream<Uint8Array>) });
	// Written by the dry run itself, one line of JSON each.
	for await (const line of lines) yield Buffer.from(renderErrors([JSON.parse(line) as Rejection], explain));
}
