import "server-only";
import type { PoolClient } from "pg";
import {
	daysOfShop,
	findHolder,
	findPartnerToBind,
	isTaken,
	notify,
} from "@/lib/domains/gmv/mutations/binding-parts";
import { lockTotals } from "@/lib/domains/gmv/mutations/locks";
import { noteBindings } from "@/lib/domains/gmv/mutations/note-bindings";
import { refuseHeld } from "@/lib/domains/gmv/mutations/proposals";
import { refreshDerivedDays } from "@/lib/domains/gmv/mutations/refresh-derived";
import {
	type BindingSide,
	effectiveFrom,
	mayDecide,
	mayWithdraw,
	sideOfWorkspace,
} from "@/lib/domains/gmv/rules/proposal-sides";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type Scope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";

type Proposal = {
	id: string;
	shopId: number;
	shopCode: string;
	partnerId: string;
	partnerName: string;
	organisationId: string;
	brandOrganisationId: string | null;
	trackCode: string;
	fromDay: Day;
	toDay: Day | null;
	status: string;
	proposedBy: BindingSide;
};

const permissionOf = {
	PARTNER: "binding.propose",
	BRAND: "binding.brand",
	PLATFORM: "binding.manage",
} as const;

/** The side a person acts for, once it holds that side's permission. */
function sideOf(scope: Scope): BindingSide {
	const side = sideOfWorkspace[scope.workspace];
	grant(scope, permissionOf[side]);
	return side;
}

/** The proposal, held until the transaction ends, where the person's organisation is a party to it. */
async function holdProposal(
	client: PoolClient,
	scope: Scope,
	side: BindingSide,
	id: string,
): Promise<Proposal> {
	const { rows } = await client.query<Proposal>(
		`SELECT b.id, b.shop_id AS "shopId", s.code AS "shopCode", b.partner_id AS "partnerId", p.name AS "partnerName",
		        p.organisation_id AS "organisationId", r.organisation_id AS "brandOrganisationId", b.track_code AS "trackCode",
		        b.from_day AS "fromDay", b.to_day AS "toDay", b.status, b.proposed_by AS "proposedBy"
		   FROM shop_bindings b JOIN shops s ON s.id = b.shop_id JOIN partners p ON p.id = b.partner_id
		   LEFT JOIN brands r ON r.id = s.brand_id
		  WHERE b.id = $1 AND ($2 = 'PLATFORM' OR ($2 = 'PARTNER' AND p.organisation_id = $3)
		        OR ($2 = 'BRAND' AND r.organisation_id = $3))
		    FOR UPDATE OF b`,
		[id, side, scope.organisationId],
	);
	if (!rows[0]) throw new AppError("NOT_FOUND");
	return rows[0];
}

/**
 * Confirms a proposal of another side. Of two that overlap, the first confirmed wins: the exclusion constraints refuse the
 * second. A proposal confirmed after its first day begins on the day of the confirmation, for attribution never reaches back.
 */
export async function confirmProposal(
	scope: Scope,
	input: { bindingId: string },
): Promise<Outcome<{ fromDay: Day }>> {
	const side = sideOf(scope);
	let found: Proposal | undefined;
	try {
		return await inRawTransaction(async (client) => {
			await lockTotals(client);
			found = await holdProposal(client, scope, side, input.bindingId);
			return writeConfirmation(client, scope, side, found);
		});
	} catch (error) {
		if (!isTaken(error) || !found) throw error;
		const from = effectiveFrom(found.fromDay, found.toDay, businessDayOf(new Date())) ?? found.fromDay;
		const holder = await findHolder(pool(), { ...found, fromDay: from });
		return holder ? refuseHeld(side, found.partnerId, holder) : refuse("CHANGED_MEANWHILE");
	}
}

async function writeConfirmation(
	client: PoolClient,
	scope: Scope,
	side: BindingSide,
	proposal: Proposal,
): Promise<Outcome<{ fromDay: Day }>> {
	if (proposal.status !== "PROPOSED") return refuse("PROPOSAL_DECIDED");
	if (!mayDecide(proposal.proposedBy, side)) return refuse("OTHER_SIDE_DECIDES");
	const partner = await findPartnerToBind(client, proposal.partnerId);
	if (!partner || partner.status === "EXITED") return refuse("PARTNER_EXITED");
	const fromDay = effectiveFrom(proposal.fromDay, proposal.toDay, businessDayOf(new Date()));
	if (!fromDay) return refuse("PROPOSAL_OVER");
	const { rowCount } = await client.query(
		`UPDATE shop_bindings SET status = 'CONFIRMED', from_day = $2, decided_by_id = $3, decided_at = now()
		  WHERE id = $1 AND status = 'PROPOSED'`,
		[proposal.id, fromDay, scope.userId],
	);
	if (rowCount !== 1) return refuse("CHANGED_MEANWHILE");
	const days = await daysOfShop(client, proposal.shopId, fromDay, proposal.toDay);
	const was = { id: proposal.id, fromDay: null, toDay: null };
	await noteBindings(client, await refreshDerivedDays(client, days), [was]);
	await logDecision(client, scope, proposal, "binding.confirm", { fromDay });
	await tellParties(client, side, proposal, "bindingConfirmed", { day: fromDay });
	return { ok: true, fromDay };
}

/** Refuses a proposal of another side, with the reason its proposer reads. */
export async function rejectProposal(
	scope: Scope,
	input: { bindingId: string; reason: string },
): Promise<Outcome> {
	const side = sideOf(scope);
	return inRawTransaction(async (client) => {
		const proposal = await holdProposal(client, scope, side, input.bindingId);
		if (proposal.status !== "PROPOSED") return refuse("PROPOSAL_DECIDED");
		if (!mayDecide(proposal.proposedBy, side)) return refuse("OTHER_SIDE_DECIDES");
		const outcome = await closeProposal(client, scope, proposal, "DECLINED", input.reason);
		if (!outcome.ok) return outcome;
		await logDecision(client, scope, proposal, "binding.reject", {}, input.reason);
		await tellParties(client, side, proposal, "bindingRejected", { reason: input.reason });
		return outcome;
	});
}

/** The side that asked takes its proposal back. */
export async function withdrawProposal(scope: Scope, input: { bindingId: string }): Promise<Outcome> {
	const side = sideOf(scope);
	return inRawTransaction(async (client) => {
		const proposal = await holdProposal(client, scope, side, input.bindingId);
		if (proposal.status !== "PROPOSED") return refuse("PROPOSAL_DECIDED");
		if (!mayWithdraw(proposal.proposedBy, side)) return refuse("OTHER_SIDE_PROPOSED");
		const outcome = await closeProposal(client, scope, proposal, "WITHDRAWN", null);
		if (!outcome.ok) return outcome;
		await logDecision(client, scope, proposal, "binding.withdraw", {});
		await tellParties(client, side, proposal, "bindingWithdrawn", {});
		return outcome;
	});
}

async function closeProposal(
	client: PoolClient,
	scope: Scope,
	proposal: Proposal,
	status: "DECLINED" | "WITHDRAWN",
	reason: string | null,
): Promise<Outcome> {
	const { rowCount } = await client.query(
		`UPDATE shop_bindings SET status = $2::binding_status, decided_by_id = $3, decided_at = now(), decision_reason = $4
		  WHERE id = $1 AND status = 'PROPOSED'`,
		[proposal.id, status, scope.userId, reason],
	);
	return rowCount === 1 ? { ok: true } : refuse("CHANGED_MEANWHILE");
}

function logDecision(
	client: PoolClient,
	scope: Scope,
	proposal: Proposal,
	action: string,
	after: { fromDay?: Day },
	reason?: string,
): Promise<void> {
	const { fromDay, toDay, organisationId } = proposal;
	return recordAuditRaw(client, {
		actor: actorOf(scope),
		action,
		subjectType: "shop_binding",
		subjectId: proposal.id,
		organisationId,
		before: { status: "PROPOSED", fromDay, toDay },
		after: { fromDay: after.fromDay ?? fromDay, toDay },
		reason,
	});
}

/** Both organisations that are parties, except the one that acted. */
async function tellParties(
	client: PoolClient,
	side: BindingSide,
	proposal: Proposal,
	kind: string,
	params: Record<string, string>,
): Promise<void> {
	const draft = {
		key: `${kind}:${proposal.id}`,
		kind,
		params: { shop: proposal.shopCode, partner: proposal.partnerName, ...params },
	};
	if (side !== "PARTNER")
		await notify(client, proposal.organisationId, { ...draft, href: routes.partner.shops() });
	if (side !== "BRAND" && proposal.brandOrganisationId)
		await notify(client, proposal.brandOrganisationId, { ...draft, href: routes.brand.shops() });
}
