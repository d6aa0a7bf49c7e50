import { findBatch } from "@/lib/domains/gmv/data/batches";
import { streamRejections } from "@/lib/domains/gmv/data/rejections";
import { errorFileHeader, renderErrors } from "@/lib/domains/gmv/rules/render-errors";
import { getTranslations } from "@/lib/platform/i18n/server";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";

/** The refused lines of a batch as CSV, in the reader's language; for everybody else it does not exist. */
export async function GET(
	_request: Request,
	{ params }: { params: Promise<{ id: string }> },
): Promise<Response> {
	const session = await getSession();
	if (!session || !isGranted(session.scope, "import.read")) return new Response(null, { status: 404 });
	const batch = await findBatch(session.scope, (await params).id);
	if (!batch) return new Response(null, { status: 404 });
	const t = await getTranslations("gmv");
	const steps = streamRejections(batch.id);
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>({
		start: (controller) => controller.enqueue(encoder.encode(errorFileHeader)),
		async pull(controller) {
			const step = await steps.next();
			if (step.done) controller.close();
			else controller.enqueue(encoder.encode(renderErrors(step.value, (code) => t(`rejection.${code}`))));
		},
		cancel: async () => {
			await steps.return(undefined);
		},
	});
	return new Response(body, {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": `attachment; filename="${batch.id}.errors.csv"`,
			"cache-control": "no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
