import { answerOf, findClaimOfSource, sourceKey } from "@/lib/domains/trust/data/claims/claim-of-source";
import { openClaim } from "@/lib/domains/trust/mutations/claims/open-claim";
import { claimRequest } from "@/lib/domains/trust/schema/claims-api";
import { systemActor } from "@/lib/platform/audit/actor";
import { answer, answerKey, refuseRequest } from "../answer";
import { readJson } from "./read-json";
import { refuseClaim } from "./refuse-claim";

/** Opens a claim on an order of the key's own source; the same `key` again is the same claim. */
export function POST(request: Request): Promise<Response> {
	return answerKey(request, "claims:write", async ({ name, sourceCode }) => {
		const body = await readJson(request, claimRequest);
		if (!body.ok) return body.response;
		const opener = { actor: systemActor(`api:${name}`), channel: "API" as const };
		const key = sourceKey(sourceCode, body.value.key);
		const outcome = await openClaim(opener, { ...body.value, key, source: sourceCode }, new Date());
		if (!outcome.ok) return refuseClaim(request, outcome);
		const claim = await findClaimOfSource(sourceCode, outcome.number);
		return claim ? answer(200, answerOf(claim)) : refuseRequest(request, "NOT_FOUND");
	});
}
