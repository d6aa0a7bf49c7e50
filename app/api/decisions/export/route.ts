import { exportLog } from "@/lib/domains/decisions/data/export-log";
import { noteExport } from "@/lib/domains/decisions/mutations/note-export";
import { actorOf } from "@/lib/platform/audit/actor";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

/** The sealed decision log as JSON Lines, streamed: what `portal verify-log FILE` takes. For everybody else it does not exist. */
export async function GET(): Promise<Response> {
	const session = await getSession();
	if (!session || !isGranted(session.scope, "decision.read")) return new Response(null, { status: 404 });
	const now = new Date();
	const actor = actorOf(session.scope);
	const pieces = exportLog(now, (state) => noteExport(actor, state));
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const piece = await pieces.next();
			if (piece.done) controller.close();
			else controller.enqueue(encoder.encode(piece.value));
		},
		cancel: async () => {
			await pieces.return(undefined);
		},
	});
	return new Response(body, {
		headers: {
			"content-type": "application/jsonl; charset=utf-8",
			"content-disposition": `attachment; filename="decision-log-${businessDayOf(now)}.jsonl"`,
			"cache-control": "private, no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
