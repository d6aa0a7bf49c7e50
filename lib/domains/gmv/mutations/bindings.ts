import "server-only";
import pg, { type PoolClient } from "pg";
import { lockTotals } from "@/lib/domains/gmv/mutations/locks";
import { refreshDerivedDays } from "@/lib/domains/gmv/mutations/refresh-derived";
import type { BindShopInput, EndBindingInput } from "@/lib/domains/gmv/schema";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { type NotificationDraft, notifyOrganisationsRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";

type Party = { organisationId: string; partnerName: string };

async function findPartner(
	client: PoolClient,
	partnerId: string,
): Promise<(Party & { status: string }) | null> {
	const { rows } = await client.query<Party & { status: string }>(
		`SELECT organisation_id AS "organisationId", name AS "partnerName", status FROM partners WHERE id = $1 FOR SHARE`,
		[partnerId],
	);
	return rows[0] ?? null;
}

async function hasTrack(client: PoolClient, partnerId: string, trackCode: string): Promise<boolean> {
	const { rowCount } = await client.query(
		"SELECT FROM partner_tracks WHERE partner_id = $1 AND track_code = $2",
		[partnerId, trackCode],
	);
	return rowCount === 1;
}

function notify(client: PoolClient, organisationId: string, draft: NotificationDraft): Promise<void> {
	return notifyOrganisationsRaw(client, new Map([[organisationId, draft]]));
}

/** Days of a shop with GMV in `[from, to)`: those whose attribution a change of its binding restates. */
async function daysOfShop(client: PoolClient, shopId: number, from: Day, to: Day | null): Promise<Day[]> {
	const { rows } = await client.query<{ day: Day }>(
		`SELECT DISTINCT day FROM gmv_shop_days WHERE shop_id = $1 AND day >= $2 AND ($3::date IS NULL OR day < $3)`,
		[shopId, from, to],
	);
	return rows.map((row) => row.day);
}

/** Who holds the shop in the track, or the shop as the same partner in another track, on or after a day. */
async function findHolder(input: BindShopInput): Promise<{ partner: string; since: Day } | null> {
	const { rows } = await pool().query<{ partner: string; since: Day }>(
		`SELECT p.name AS partner, b.from_day AS since
		   FROM shop_bindings b JOIN shops s ON s.id = b.shop_id JOIN partners p ON p.id = b.partner_id
		  WHERE s.code = $1 AND b.status = 'CONFIRMED' AND (b.track_code = $2 OR b.partner_id = $3)
		    AND (b.to_day IS NULL OR b.to_day > $4)
		  ORDER BY b.from_day LIMIT 1`,
		[input.shopCode, input.trackCode, input.partnerId, input.fromDay],
	);
	return rows[0] ?? null;
}

/**
 * Binds a shop to a partner in one of its tracks from a day on (domain.md §3.4), restating the affected days in the same
 * transaction. A day in the past corrects history and asks for a reason. Whether the shop is free is for the database's
 * exclusion constraints to say: `SHOP_ALREADY_BOUND` names who has it and since when.
 */
export async function bindShop(
	scope: PlatformScope,
	input: BindShopInput,
): Promise<Outcome<{ bindingId: string }>> {
	grant(scope, "binding.manage");
	if (input.fromDay < businessDayOf(new Date()) && input.reason === "")
		return refuse("REASON_REQUIRED", { fieldErrors: { reason: "REASON_REQUIRED" } });
	try {
		return await inRawTransaction((client) => writeBinding(client, scope, input));
	} catch (error) {
		if (!(error instanceof pg.DatabaseError) || error.code !== "23P01") throw error;
		const holder = await findHolder(input);
		return refuse("SHOP_ALREADY_BOUND", {
			params: { partner: holder?.partner ?? "", since: holder?.since ?? "" },
		});
	}
}

async function writeBinding(
	client: PoolClient,
	scope: PlatformScope,
	input: BindShopInput,
): Promise<Outcome<{ bindingId: string }>> {
	await lockTotals(client);
	const partner = await findPartner(client, input.partnerId);
	if (!partner) throw new AppError("NOT_FOUND");
	if (partner.status === "EXITED") return refuse("PARTNER_EXITED");
	if (!(await hasTrack(client, input.partnerId, input.trackCode)))
		return refuse("TRACK_NOT_OF_PARTNER", { fieldErrors: { trackCode: "TRACK_NOT_OF_PARTNER" } });
	const shop = await client.query<{ id: number }>("SELECT id FROM shops WHERE code = $1", [input.shopCode]);
	const shopId = shop.rows[0]?.id;
	if (shopId === undefined) return refuse("SHOP_UNKNOWN", { fieldErrors: { shopCode: "SHOP_UNKNOWN" } });
	const bindingId = newId("bnd");
	await client.query(
		`INSERT INTO shop_bindings (id, shop_id, partner_id, track_code, from_day, status, created_by_id)
		 VALUES ($1, $2, $3, $4, $5, 'CONFIRMED', $6)`,
		[bindingId, shopId, input.partnerId, input.trackCode, input.fromDay, scope.userId],
	);
	await refreshDerivedDays(client, await daysOfShop(client, shopId, input.fromDay, null));
	const { shopCode, partnerId, trackCode, fromDay } = input;
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: "binding.create",
		subjectType: "shop_binding",
		subjectId: bindingId,
		organisationId: partner.organisationId,
		after: { shopCode, partnerId, trackCode, fromDay, toDay: null },
		reason: input.reason || undefined,
	});
	await notify(client, partner.organisationId, {
		key: `shop-bound:${bindingId}`,
		kind: "shopBound",
		params: { shop: shopCode, day: fromDay },
		href: routes.partner.shops(),
	});
	return { ok: true, bindingId };
}

type BindingRow = Party & { shopId: number; shopCode: string; fromDay: Day; toDay: Day | null };

/** Ends a binding: `toDay` is the first day that no longer counts for the partner. A past day asks for a reason. */
export async function endBinding(scope: PlatformScope, input: EndBindingInput): Promise<Outcome> {
	grant(scope, "binding.manage");
	if (input.toDay < businessDayOf(new Date()) && input.reason === "")
		return refuse("REASON_REQUIRED", { fieldErrors: { reason: "REASON_REQUIRED" } });
	return inRawTransaction(async (client) => {
		await lockTotals(client);
		const { rows } = await client.query<BindingRow>(
			`SELECT b.shop_id AS "shopId", s.code AS "shopCode", b.from_day AS "fromDay", b.to_day AS "toDay",
			        p.organisation_id AS "organisationId", p.name AS "partnerName"
			   FROM shop_bindings b JOIN shops s ON s.id = b.shop_id JOIN partners p ON p.id = b.partner_id
			  WHERE b.id = $1 AND b.status = 'CONFIRMED'`,
			[input.bindingId],
		);
		const binding = rows[0];
		if (!binding) throw new AppError("NOT_FOUND");
		if (input.toDay <= binding.fromDay)
			return refuse("END_BEFORE_START", { fieldErrors: { toDay: "END_BEFORE_START" } });
		if (binding.toDay !== null) return refuse("BINDING_ENDED", { params: { day: binding.toDay } });
		return closeBinding(client, scope, input, binding);
	});
}

async function closeBinding(
	client: PoolClient,
	scope: PlatformScope,
	input: EndBindingInput,
	binding: BindingRow,
): Promise<Outcome> {
	const { rowCount } = await client.query(
		"UPDATE shop_bindings SET to_day = $2 WHERE id = $1 AND status = 'CONFIRMED' AND to_day IS NULL",
		[input.bindingId, input.toDay],
	);
	if (rowCount !== 1) return refuse("CHANGED_MEANWHILE");
	await refreshDerivedDays(client, await daysOfShop(client, binding.shopId, input.toDay, null));
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: "binding.end",
		subjectType: "shop_binding",
		subjectId: input.bindingId,
		organisationId: binding.organisationId,
		before: { fromDay: binding.fromDay, toDay: null },
		after: { fromDay: binding.fromDay, toDay: input.toDay },
		reason: input.reason || undefined,
	});
	await notify(client, binding.organisationId, {
		key: `binding-ended:${input.bindingId}:${input.toDay}`,
		kind: "bindingEnded",
		params: { shop: binding.shopCode, day: input.toDay },
		href: routes.partner.shops(),
	});
	return { ok: true };
}
