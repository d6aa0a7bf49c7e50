import { loadPartnerReceipt } from "@/lib/domains/tiers/loaders";
import { answerReceipt } from "../answer-receipt";

type Params = { params: Promise<{ runId: string; partnerId: string }> };

/** Any partner's receipt of a run, for the platform's staff. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
	const { runId, partnerId } = await params;
	return answerReceipt(await loadPartnerReceipt(runId, partnerId));
}
