import "server-only";
import type { ClaimAnswer } from "@/lib/domains/trust/schema/claims-api";
import type { ScreenResult, StoredWorking } from "@/lib/domains/trust/types/claims";
import { db } from "@/lib/platform/db/client";
import type { TrustClaim } from "@/lib/platform/db/generated/client";
import { fenToDecimal } from "@/lib/platform/money";

/** Keys of a source's claims are its own: what another source sends under the same key is another claim. */
export const sourceKey = (sourceCode: string, key: string) => `api:${sourceCode}:${key}`;

/** A claim on an order of the source; null where there is none, or it is on another source's order. */
export async function findClaimOfSource(sourceCode: string, number: string): Promise<TrustClaim | null> {
	const source = await db().gmvSource.findUnique({ where: { code: sourceCode }, select: { id: true } });
	return source && db().trustClaim.findFirst({ where: { number, sourceId: source.id } });
}

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

export function answerOf(claim: TrustClaim): ClaimAnswer {
	const { number, guarantee, state, outcome, amountFen, policyVersion } = claim;
	const working = claim.working as unknown as StoredWorking | null;
	return {
		...{ number, guarantee, state, outcome, policyVersion },
		key: claim.key.replace(/^api:[^:]*:/, ""),
		amount: amountFen === null ? null : fenToDecimal(amountFen),
		payment: claim.paymentState,
		reasons: claim.reasonCodes,
		note: claim.decisionNote,
		screening: (claim.screening as unknown as ScreenResult[]).map(({ check, outcome, reason, clause }) => ({
			...{ check, outcome, reason, clause },
		})),
		working:
			outcome === "GRANTED" && working
				? working.lines.map(({ code, fen }) => ({ label: code, amount: fenToDecimal(BigInt(fen)) }))
				: [],
		dueOn: dayOf(claim.dueOn),
		appealableUntil: dayOf(claim.appealableUntil),
	};
}
