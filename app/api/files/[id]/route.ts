import { findReadableFile } from "@/lib/platform/files/data";
import { attachmentHeader } from "@/lib/platform/files/rules/file-name";
import { openFileStore } from "@/lib/platform/files/store/open-store";
import { logError } from "@/lib/platform/log/log";
import { findForeignRequest, guardedHeaders } from "@/lib/platform/session/guard-route";
import { getSession } from "@/lib/platform/session/session";

type Params = { params: Promise<{ id: string }> };

function answerNothing(status: number): Response {
	return new Response(null, { status, headers: guardedHeaders() });
}

/** A file as a download, never shown by the browser itself; for whoever may not read it, it does not exist. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
	const foreign = findForeignRequest(request);
	if (foreign) return foreign;
	const session = await getSession();
	if (!session) return answerNothing(401);
	const file = await findReadableFile(session.scope, (await params).id);
	if (!file) return answerNothing(404);
	const bytes = await openFileStore().open(file.storageKey);
	if (!bytes) {
		logError("a stored file has no bytes", { fileId: file.id });
		return answerNothing(404);
	}
	return new Response(bytes, {
		headers: {
			...guardedHeaders(),
			"content-type": file.mediaType,
			"content-length": String(file.sizeBytes),
			"content-disposition": attachmentHeader(file.name),
		},
	});
}
