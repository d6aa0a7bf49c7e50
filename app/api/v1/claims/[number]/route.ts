import { answerOf, findClaimOfSource } from "@/lib/domains/trust/data/claims/claim-of-source";
import { answer, answerKey, refuseRequest } from "../../answer";

type Context = { params: Promise<{ number: string }> };

export function GET(request: Request, { params }: Context): Promise<Response> {
	return answerKey(request, "claims:read", async ({ sourceCode }) => {
		const claim = await findClaimOfSource(sourceCode, (await params).number);
		return claim ? answer(200, answerOf(claim)) : refuseRequest(request, "NOT_FOUND");
	});
}
