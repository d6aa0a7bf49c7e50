import "server-only";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import type { TrustClaimEventKind, TrustParty } from "@/lib/platform/db/generated/client";

type Claim = { readonly id: string; readonly organisationId: string };

export type ClaimNews = {
	readonly kind: TrustClaimEventKind;
	readonly party: TrustParty;
	readonly at: Date;
	readonly values?: Readonly<Record<string, string | number | boolean | null>>;
	readonly note?: string;
};

/** Writes a line of the claim's timeline and the audit row of the same change. */
export async function noteClaim(tx: Tx, claim: Claim, actor: Actor, news: ClaimNews): Promise<void> {
	const { kind, party, at, values = {}, note } = news;
	const who = { actorUserId: actor.userId, actorLabel: actor.label };
	await tx.trustClaimEvent.create({ data: { claimId: claim.id, kind, at, ...who, party, values, note } });
	await recordAudit(tx, {
		actor,
		action: `trust-claim.${kind.toLowerCase().replaceAll("_", "-")}`,
		subjectType: "trust_claim",
		subjectId: claim.id,
		organisationId: claim.organisationId,
		after: values,
		...(note && { reason: note }),
	});
}
