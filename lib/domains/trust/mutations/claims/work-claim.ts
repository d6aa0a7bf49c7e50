import "server-only";
import { headOf } from "@/lib/domains/trust/data/claims/claim-row";
import { judgeNow } from "@/lib/domains/trust/data/claims/judge";
import { readGuaranteePolicyVersion } from "@/lib/domains/trust/data/policies";
import { holdClaim, isLate, toDate } from "@/lib/domains/trust/mutations/claims/decide-claim";
import { noteClaim } from "@/lib/domains/trust/mutations/claims/note-event";
import { tellShop } from "@/lib/domains/trust/mutations/claims/tell";
import { knownFrom } from "@/lib/domains/trust/rules/known-facts";
import type { AddEvidence, AssignClaims, ReviseFacts } from "@/lib/domains/trust/schema/claims";
import { actorOf } from "@/lib/platform/audit/actor";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma, TrustClaim, TrustParty } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { type BrandScope, grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";

const isOpen = ({ state }: TrustClaim) => state === "OPENED" || state === "EVIDENCE";

/** What operations have found out of a claim; it is screened again by it. */
export function reviseFacts(scope: PlatformScope, input: ReviseFacts, now: Date): Promise<Outcome> {
	grant(scope, "trust-claim.work");
	return inOutcomeTransaction(async (tx) => {
		const held = await holdClaim(tx, input);
		if (!held.ok) return held;
		const { claim } = held;
		if (!isOpen(claim)) return refuse("CLAIM_DECIDED");
		const known = knownFrom(input.facts);
		const { screening, verdict } = await judgeNow(tx, headOf(claim), known, claim.policyVersion);
		const revised = await tx.trustClaim.update({
			where: { id: claim.id },
			data: {
				...known,
				signedOn: toDate(known.signedOn),
				screening: screening as unknown as Prisma.InputJsonValue,
				verdict,
				version: { increment: 1 },
			},
		});
		const values = { verdict, before: claim.verdict };
		await noteClaim(tx, revised, actorOf(scope), {
			...{ kind: "FACTS", party: "PLATFORM", at: now, values, note: input.note },
		});
		return { ok: true };
	});
}

/**
 * Evidence in words, of the shop by its own people, of anybody by operations. The first answer of the shop or of operations
 * ends the time for evidence and starts that of the decision. @throws AppError NOT_FOUND for a foreign claim
 */
export function addEvidence(
	scope: PlatformScope | BrandScope,
	input: AddEvidence,
	now: Date,
): Promise<Outcome> {
	const isBrand = scope.workspace === "brand";
	if (isBrand) grant(scope, "trust-claim.own");
	else grant(scope, "trust-claim.work");
	const party: TrustParty = isBrand ? "SHOP" : input.party;
	return inOutcomeTransaction(async (tx) => {
		const { claimId } = input;
		const held = await holdClaim(tx, { claimId, ...(isBrand && { organisationId: scope.organisationId }) });
		if (!held.ok) return held;
		const { claim } = held;
		if (!isOpen(claim)) return refuse("CLAIM_DECIDED");
		const actor = actorOf(scope);
		await tx.trustClaimEvidence.create({
			data: {
				...{ id: newId("tev"), claimId, party, text: input.text, addedAt: now },
				...{ addedById: actor.userId, addedByName: actor.label },
			},
		});
		await noteClaim(tx, claim, actor, { kind: "EVIDENCE", party, at: now, note: input.text });
		if (party !== "BUYER" && claim.state === "OPENED") await startDecision(tx, claim, now);
		return { ok: true };
	});
}

/** Evidence is in, or its time is over: from now on the decision is due. */
export async function startDecision(tx: Tx, claim: TrustClaim, now: Date): Promise<TrustClaim> {
	const today = businessDayOf(now);
	const { document } = await readGuaranteePolicyVersion(claim.guarantee, claim.policyVersion, tx);
	const calendar = await readWorkCalendar(tx);
	return tx.trustClaim.update({
		where: { id: claim.id },
		data: {
			state: "EVIDENCE",
			dueOn: toDate(addWorkingDays(calendar, today, document.decisionWorkdays)),
			wasOverdue: claim.wasOverdue || isLate(claim, today),
			respondedAt: claim.respondedAt ?? now,
			version: { increment: 1 },
		},
	});
}

/** Gives claims to somebody of operations, or to nobody; those that are closed stay as they are. Answers how many changed. */
export function assignClaims(
	scope: PlatformScope,
	{ claimIds, assigneeId }: AssignClaims,
	now: Date,
): Promise<Outcome<{ count: number }>> {
	grant(scope, "trust-claim.work");
	return inOutcomeTransaction(async (tx) => {
		const person = assigneeId === null ? null : await findWorker(tx, assigneeId);
		if (assigneeId !== null && !person) throw new AppError("NOT_FOUND");
		await tx.$queryRaw`SELECT 1 FROM trust_claims WHERE id = ANY(${claimIds}) ORDER BY id FOR NO KEY UPDATE`;
		const claims = await tx.trustClaim.findMany({
			where: {
				id: { in: claimIds },
				state: { not: "CLOSED" },
				OR: [{ assigneeId: null }, { assigneeId: { not: assigneeId ?? "" } }],
			},
		});
		for (const claim of claims) {
			await tx.trustClaim.update({
				where: { id: claim.id },
				data: { assigneeId, version: { increment: 1 } },
			});
			const values = { assignee: person?.name ?? null };
			await noteClaim(tx, claim, actorOf(scope), { kind: "ASSIGNED", party: "PLATFORM", at: now, values });
		}
		return { ok: true, count: claims.length };
	});
}

function findWorker(tx: Tx, userId: string) {
	return tx.user.findFirst({
		where: {
			...{ id: userId, status: "ACTIVE" },
			memberships: { some: { role: { in: ["ops_reviewer", "ops_lead"] } } },
		},
		select: { name: true },
	});
}

const NIGHT_STEP = 500;

/**
 * What time alone does, hourly: claims whose time for evidence is over come up for decision, and what can no longer be
 * appealed is closed once it is paid. Answers how many of each.
 */
export async function settleClaims(tx: Tx, now: Date): Promise<{ ripe: number; closed: number }> {
	const today = toDate(businessDayOf(now)) as Date;
	const ripe = await tx.trustClaim.findMany({
		where: { state: "OPENED", dueOn: { lt: today }, channel: { not: "RECALL" } },
		take: NIGHT_STEP,
	});
	for (const claim of ripe) {
		const started = await startDecision(tx, claim, now);
		await tellShop(tx, started, "trustClaimRipe");
	}
	const over = await tx.trustClaim.findMany({
		where: {
			...{ state: { in: ["DECIDED", "PAID"] }, appealableUntil: { lt: today } },
			...{ paymentState: { not: "QUEUED" }, NOT: { appeal: { state: "OPEN" } } },
		},
		take: NIGHT_STEP,
	});
	for (const claim of over) await close(tx, claim, now);
	return { ripe: ripe.length, closed: over.length };
}

async function close(tx: Tx, claim: TrustClaim, now: Date): Promise<void> {
	await tx.trustClaim.update({
		where: { id: claim.id },
		data: { state: "CLOSED", closedAt: now, dueOn: null, version: { increment: 1 } },
	});
	await tx.trustClaimEvent.create({
		data: { claimId: claim.id, kind: "CLOSED", at: now, actorLabel: "trust:settle", party: "PLATFORM" },
	});
}
