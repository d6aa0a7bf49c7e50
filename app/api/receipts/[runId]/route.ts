import { loadOwnReceipt } from "@/lib/domains/tiers/loaders";
import { answerReceipt } from "./answer-receipt";

/** The signed-in partner's own receipt of a run, as a file that recomputes offline. */
export async function GET(
	_request: Request,
	{ params }: { params: Promise<{ runId: string }> },
): Promise<Response> {
	const { runId } = await params;
	return answerReceipt(await loadOwnReceipt(runId));
}
