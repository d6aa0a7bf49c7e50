import { answerOf, findClaimOfSource } from "@/lib/domains/trust/data/claims/claim-of-source";
import { appealThroughApi } from "@/lib/domains/trust/mutations/claims/appeal-claim";
import { claimAppealRequest } from "@/lib/domains/trust/schema/claims-api";
import { systemActor } from "@/lib/platform/audit/actor";
import { answer, answerKey, refuseRequest } from "../../../answer";
import { readJson } from "../../read-json";
import { refuseClaim } from "../../refuse-claim";

type Context = { params: Promise<{ number: string }> };

/** The buyer's appeal against a refusal. */
export function POST(request: Request, { params }: Context): Promise<Response> {
	return answerKey(request, "claims:write", async ({ name, sourceCode }) => {
		const body = await readJson(request, claimAppealRequest);
		if (!body.ok) return body.response;
		const { number } = await params;
		const claim = await findClaimOfSource(sourceCode, number);
		if (!claim) return refuseRequest(request, "NOT_FOUND");
		const input = { ...body.value, claimId: claim.id };
		const outcome = await appealThroughApi(systemActor(`api:${name}`), input, new Date());
		if (!outcome.ok) return refuseClaim(request, outcome);
		const appealed = await findClaimOfSource(sourceCode, number);
		return appealed ? answer(200, answerOf(appealed)) : refuseRequest(request, "NOT_FOUND");
	});
}
