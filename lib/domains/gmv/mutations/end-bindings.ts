import "server-only";
import type { PoolClient } from "pg";
import { noteBindings } from "@/lib/domains/gmv/mutations/note-bindings";
import { refreshDerivedDays } from "@/lib/domains/gmv/mutations/refresh-derived";
import type { Actor } from "@/lib/platform/audit/actor";
import { type AuditRecord, recordAuditsRaw } from "@/lib/platform/audit/record";
import type { Day } from "@/lib/platform/time";

type Row = { id: string; shopId: number; shopCode: string; fromDay: Day; toDay: Day | null; status: string };
export type EndedBinding = { shopCode: string; brandOrganisationId: string | null };

/**
 * Ends whatever binds shops to a partner on `day`, the first day without them, and restates the days this touches. What
 * would only begin later, or is proposed still, never comes into force. Call it inside the transaction that ends the
 * partnership, holding `lockTotals`.
 */
export async function endBindingsOfPartner(
	client: PoolClient,
	partner: { id: string; organisationId: string },
	day: Day,
	{ actor, reason }: { actor: Actor; reason: string },
): Promise<EndedBinding[]> {
	const { rows } = await client.query<Row & EndedBinding>(
		`SELECT b.id, b.shop_id AS "shopId", s.code AS "shopCode", b.from_day AS "fromDay", b.to_day AS "toDay", b.status,
		        br.organisation_id AS "brandOrganisationId"
		   FROM shop_bindings b JOIN shops s ON s.id = b.shop_id LEFT JOIN brands br ON br.id = s.brand_id
		  WHERE b.partner_id = $1 AND b.status <> 'DECLINED' AND (b.to_day IS NULL OR b.to_day > $2)
		  ORDER BY b.id FOR UPDATE OF b`,
		[partner.id, day],
	);
	const isEnding = (row: Row) => row.status === "CONFIRMED" && row.fromDay < day;
	const ending = rows.filter(isEnding);
	const never = rows.filter((row) => !isEnding(row));
	await client.query("UPDATE shop_bindings SET to_day = $2 WHERE id = ANY($1)", [ending.map(idOf), day]);
	await client.query("UPDATE shop_bindings SET status = 'DECLINED' WHERE id = ANY($1)", [never.map(idOf)]);
	const subject = {
		actor,
		action: "binding.end",
		subjectType: "shop_binding",
		organisationId: partner.organisationId,
		reason,
	};
	const records = rows.map(
		(row): AuditRecord => ({
			...subject,
			subjectId: row.id,
			before: { fromDay: row.fromDay, toDay: row.toDay, status: row.status },
			after: isEnding(row)
				? { fromDay: row.fromDay, toDay: day, status: row.status }
				: { fromDay: row.fromDay, toDay: row.toDay, status: "DECLINED" },
		}),
	);
	await recordAuditsRaw(client, records);
	const knownAt = await refreshDerivedDays(client, await daysFrom(client, rows, day));
	await noteBindings(
		client,
		knownAt,
		rows.filter(({ status }) => status === "CONFIRMED"),
	);
	return ending.map(({ shopCode, brandOrganisationId }) => ({ shopCode, brandOrganisationId }));
}

const idOf = (row: Row) => row.id;

async function daysFrom(client: PoolClient, rows: readonly Row[], day: Day): Promise<Day[]> {
	const { rows: days } = await client.query<{ day: Day }>(
		"SELECT DISTINCT day FROM gmv_shop_days WHERE shop_id = ANY($1) AND day >= $2",
		[rows.map((row) => row.shopId), day],
	);
	return days.map((row) => row.day);
}
