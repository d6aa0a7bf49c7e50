import "server-only";
import type { PoolClient } from "pg";
import {
	findHolder,
	findPartnerToBind,
	hasTrack,
	isAlreadyOpen,
	notify,
} from "@/lib/domains/gmv/mutations/binding-parts";
import type { BindingSide } from "@/lib/domains/gmv/rules/proposal-sides";
import type {
	ProposeAsBrandInput,
	ProposeAsPartnerInput,
	ProposeAsPlatformInput,
} from "@/lib/domains/gmv/schema/proposals";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { routes } from "@/lib/platform/routes/routes";
import {
	type BrandScope,
	grant,
	type PartnerScope,
	type PlatformScope,
	type Scope,
} from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

type Proposed = Outcome<{ bindingId: string }>;
type Terms = { shopCode: string; trackCode: string; fromDay: string; toDay: string; note: string };
type Party = { side: BindingSide; partnerId: string; brandId: string | null };

/** A partner asks for a shop it knows by its code. */
export function proposeAsPartner(scope: PartnerScope, input: ProposeAsPartnerInput): Promise<Proposed> {
	grant(scope, "binding.propose");
	return propose(scope, input, async (client) => {
		const { rows } = await client.query<{ id: string }>(
			"SELECT id FROM partners WHERE organisation_id = $1 ORDER BY (status = 'EXITED'), created_at DESC, id DESC LIMIT 1",
			[scope.organisationId],
		);
		return rows[0] ? { side: "PARTNER", partnerId: rows[0].id, brandId: null } : refuse("NOT_A_PARTNER");
	});
}

/** A brand offers one of its own shops; a foreign one does not exist for it. */
export function proposeAsBrand(scope: BrandScope, input: ProposeAsBrandInput): Promise<Proposed> {
	grant(scope, "binding.brand");
	return propose(scope, input, async (client) => {
		const brand = await client.query<{ id: string }>("SELECT id FROM brands WHERE organisation_id = $1", [
			scope.organisationId,
		]);
		const partner = await client.query<{ id: string }>(
			"SELECT id FROM partners WHERE uscc = $1 AND status <> 'EXITED'",
			[input.partnerUscc],
		);
		if (!brand.rows[0]) throw new AppError("NOT_FOUND");
		if (!partner.rows[0])
			return refuse("PARTNER_UNKNOWN", { fieldErrors: { partnerUscc: "PARTNER_UNKNOWN" } });
		return { side: "BRAND", partnerId: partner.rows[0].id, brandId: brand.rows[0].id };
	});
}

/** Operations propose, and the partner or the shop's brand confirms. */
export function proposeAsPlatform(scope: PlatformScope, input: ProposeAsPlatformInput): Promise<Proposed> {
	grant(scope, "binding.manage");
	return propose(scope, input, async () => ({ side: "PLATFORM", partnerId: input.partnerId, brandId: null }));
}

async function propose(
	scope: Scope,
	terms: Terms,
	findParty: (client: PoolClient) => Promise<Party | ReturnType<typeof refuse>>,
): Promise<Proposed> {
	if (terms.fromDay < businessDayOf(new Date()))
		return refuse("DAY_IN_PAST", { fieldErrors: { fromDay: "DAY_IN_PAST" } });
	if (terms.toDay !== "" && terms.toDay <= terms.fromDay)
		return refuse("END_BEFORE_START", { fieldErrors: { toDay: "END_BEFORE_START" } });
	try {
		return await inRawTransaction(async (client) => {
			const party = await findParty(client);
			return "ok" in party ? party : writeProposal(client, scope, terms, party);
		});
	} catch (error) {
		if (isAlreadyOpen(error)) return refuse("PROPOSAL_OPEN");
		throw error;
	}
}

type ShopRow = { id: number; brandId: string | null; brandOrganisationId: string | null };

async function findShop(client: PoolClient, code: string, brandId: string | null): Promise<ShopRow | null> {
	const { rows } = await client.query<ShopRow>(
		`SELECT s.id, s.brand_id AS "brandId", b.organisation_id AS "brandOrganisationId"
		   FROM shops s LEFT JOIN brands b ON b.id = s.brand_id
		  WHERE s.code = $1 AND ($2::text IS NULL OR s.brand_id = $2)`,
		[code, brandId],
	);
	return rows[0] ?? null;
}

async function writeProposal(
	client: PoolClient,
	scope: Scope,
	terms: Terms,
	{ side, partnerId, brandId }: Party,
): Promise<Proposed> {
	const partner = await findPartnerToBind(client, partnerId);
	if (!partner) throw new AppError("NOT_FOUND");
	if (partner.status === "EXITED") return refuse("PARTNER_EXITED");
	if (!(await hasTrack(client, partnerId, terms.trackCode)))
		return refuse("TRACK_NOT_OF_PARTNER", { fieldErrors: { trackCode: "TRACK_NOT_OF_PARTNER" } });
	const shop = await findShop(client, terms.shopCode, brandId);
	if (!shop) return refuse("SHOP_UNKNOWN", { fieldErrors: { shopCode: "SHOP_UNKNOWN" } });
	const { trackCode, fromDay } = terms;
	const toDay = terms.toDay || null;
	const holder = await findHolder(client, { shopId: shop.id, partnerId, trackCode, fromDay, toDay });
	if (holder) return refuseHeld(side, partnerId, holder);
	const bindingId = newId("bnd");
	await client.query(
		`INSERT INTO shop_bindings (id, shop_id, partner_id, track_code, from_day, to_day, status, proposed_by, note, created_by_id)
		 VALUES ($1, $2, $3, $4, $5, $6, 'PROPOSED', $7, $8, $9)`,
		[bindingId, shop.id, partnerId, trackCode, fromDay, toDay, side, terms.note || null, scope.userId],
	);
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: "binding.propose",
		subjectType: "shop_binding",
		subjectId: bindingId,
		organisationId: partner.organisationId,
		after: { shopCode: terms.shopCode, partnerId, trackCode, fromDay, toDay, side },
		reason: terms.note || undefined,
	});
	const draft = {
		key: `binding-proposed:${bindingId}`,
		kind: "bindingProposed",
		params: { shop: terms.shopCode, partner: partner.partnerName },
	};
	if (side !== "PARTNER")
		await notify(client, partner.organisationId, { ...draft, href: routes.partner.shops() });
	if (side !== "BRAND" && shop.brandOrganisationId)
		await notify(client, shop.brandOrganisationId, { ...draft, href: routes.brand.shops() });
	return { ok: true, bindingId };
}

/** Only the platform's staff learn who has a shop; the partner itself learns that it is its own. */
export function refuseHeld(
	side: BindingSide,
	partnerId: string,
	holder: { partnerId: string; partner: string; since: string },
) {
	if (side === "PLATFORM")
		return refuse("SHOP_ALREADY_BOUND", { params: { partner: holder.partner, since: holder.since } });
	return refuse(holder.partnerId === partnerId ? "SHOP_ALREADY_YOURS" : "SHOP_TAKEN");
}
