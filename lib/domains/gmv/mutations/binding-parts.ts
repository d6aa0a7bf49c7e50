import "server-only";
import pg, { type PoolClient } from "pg";
import { type NotificationDraft, notifyOrganisationsRaw } from "@/lib/platform/notifications/notify";
import type { Day } from "@/lib/platform/time";

export type BoundPartner = { organisationId: string; partnerName: string; status: string };

export async function findPartnerToBind(client: PoolClient, partnerId: string): Promise<BoundPartner | null> {
	const { rows } = await client.query<BoundPartner>(
		`SELECT organisation_id AS "organisationId", name AS "partnerName", status FROM partners WHERE id = $1 FOR SHARE`,
		[partnerId],
	);
	return rows[0] ?? null;
}

export async function hasTrack(client: PoolClient, partnerId: string, trackCode: string): Promise<boolean> {
	const { rowCount } = await client.query(
		"SELECT FROM partner_tracks WHERE partner_id = $1 AND track_code = $2",
		[partnerId, trackCode],
	);
	return rowCount === 1;
}

export function notify(client: PoolClient, organisationId: string, draft: NotificationDraft): Promise<void> {
	return notifyOrganisationsRaw(client, new Map([[organisationId, draft]]));
}

/** Days of a shop with GMV in `[from, to)`: those whose attribution a change of its binding restates. */
export async function daysOfShop(
	client: PoolClient,
	shopId: number,
	from: Day,
	to: Day | null,
): Promise<Day[]> {
	const { rows } = await client.query<{ day: Day }>(
		`SELECT DISTINCT day FROM gmv_shop_days WHERE shop_id = $1 AND day >= $2 AND ($3::date IS NULL OR day < $3)`,
		[shopId, from, to],
	);
	return rows.map((row) => row.day);
}

/** The exclusion constraints of shop_bindings spoke: somebody has the shop on one of the days. */
export function isTaken(error: unknown): boolean {
	return error instanceof pg.DatabaseError && error.code === "23P01";
}

/** A second open proposal of a partner for the same shop in the same track. */
export function isAlreadyOpen(error: unknown): boolean {
	return (
		error instanceof pg.DatabaseError &&
		error.code === "23505" &&
		error.constraint === "shop_bindings_one_open_proposal"
	);
}

export type Claim = {
	shopId: number;
	partnerId: string;
	trackCode: string;
	fromDay: Day;
	toDay: Day | null;
	/** A binding that does not stand in its own way. */
	exceptId?: string;
};

export type Holder = { partnerId: string; partner: string; since: Day };

/** Whose confirmed binding stands in the way of a claim: the track's partner, or the same partner in another track. */
export async function findHolder(
	client: Pick<PoolClient, "query">,
	{ shopId, partnerId, trackCode, fromDay, toDay, exceptId = "" }: Claim,
): Promise<Holder | null> {
	const { rows } = await client.query<Holder>(
		`SELECT b.partner_id AS "partnerId", p.name AS partner, b.from_day AS since
		   FROM shop_bindings b JOIN partners p ON p.id = b.partner_id
		  WHERE b.shop_id = $1 AND b.status = 'CONFIRMED' AND (b.track_code = $2 OR b.partner_id = $3) AND b.id <> $6
		    AND daterange(b.from_day, b.to_day) && daterange($4::date, $5::date)
		  ORDER BY b.from_day LIMIT 1`,
		[shopId, trackCode, partnerId, fromDay, toDay, exceptId],
	);
	return rows[0] ?? null;
}
