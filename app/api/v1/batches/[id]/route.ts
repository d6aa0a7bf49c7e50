import { findBatchOfKey } from "@/lib/domains/intake/data/batches";
import { answer, answerKey, refuseRequest } from "../../answer";

export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
	return answerKey(request, "batches:read", async (holder) => {
		const batch = await findBatchOfKey(holder, (await params).id);
		return batch ? answer(200, batch) : refuseRequest(request, "NOT_FOUND");
	});
}
