import type { PoolClient } from "pg";
import { addDays, addMonths, type Day } from "@/lib/platform/time";
import type { CertificatePlan } from "./certificates";
import { copyObjects } from "./copy";
import type { ForceMonthPlan } from "./force-months";
import type { DemoPlan } from "./plan";
import type { RedLinePlan } from "./red-lines";
import { instantOn } from "./timeline";
import type { BindingPlan, BrandPlan, PartnerPlan, ShopPlan } from "./types";

export type Approval = { applicationId: string; actor: { id: string; name: string }; at: Date };

/** Ids from a table's own sequence, so that real rows added later do not meet them. */
async function takeIds(client: PoolClient, table: string, count: number): Promise<number[]> {
	const { rows } = await client.query<{ id: number }>(
		"SELECT nextval(pg_get_serial_sequence($1, 'id'))::int AS id FROM generate_series(1, $2) ORDER BY 1",
		[table, count],
	);
	return rows.map((row) => row.id);
}

/** Verified every six months since admission: the next day that is not past, give or take. */
function nextVerification({ admittedOn }: PartnerPlan, today: Day): Day {
	let due = addMonths(admittedOn, 6);
	while (due < today) due = addMonths(due, 6);
	return due;
}

export async function writePartners(
	client: PoolClient,
	today: Day,
	partners: readonly PartnerPlan[],
	approvalOf: ReadonlyMap<string, Approval>,
): Promise<void> {
	await copyObjects<PartnerPlan>(
		client,
		"partners",
		{
			id: (partner) => partner.id,
			organisation_id: (partner) => partner.organisationId,
			application_id: (partner) => approvalOf.get(partner.id)?.applicationId ?? null,
			name: (partner) => partner.name,
			uscc: (partner) => partner.uscc,
			region: (partner) => partner.city.province,
			primary_track: (partner) => partner.primaryTrack,
			status: (partner) => partner.status,
			admitted_on: (partner) => partner.admittedOn,
			next_verification_on: (partner) => nextVerification(partner, today),
			exited_on: (partner) => (partner.status === "EXITED" ? addDays(today, -62) : null),
			created_at: (partner) => instantOn(partner.admittedOn, 15),
		},
		partners,
	);
	await copyObjects<{ partnerId: string; trackCode: string }>(
		client,
		"partner_tracks",
		{ partner_id: (row) => row.partnerId, track_code: (row) => row.trackCode },
		partners.flatMap((partner) => partner.tracks.map((trackCode) => ({ partnerId: partner.id, trackCode }))),
	);
}

/**
 * What made a company a partner, as the product writes it with the confirmation of its deposit: the first line of its
 * life and the audit row.
 */
export async function writeAdmissions(
	client: PoolClient,
	partners: readonly PartnerPlan[],
	approvalOf: ReadonlyMap<string, Approval>,
	lead: { id: string; name: string },
): Promise<void> {
	await copyObjects<PartnerPlan>(
		client,
		"partner_events",
		{
			partner_id: ({ id }) => id,
			event: () => "activate",
			from_status: () => null,
			to_status: () => "ACTIVE",
			actor_user_id: () => lead.id,
			at: ({ admittedOn }) => instantOn(admittedOn, 15),
		},
		partners,
	);
	await copyObjects<PartnerPlan>(
		client,
		"audit_entries",
		{
			at: (partner) => instantOn(partner.admittedOn, 15),
			actor_user_id: () => lead.id,
			actor_label: () => lead.name,
			organisation_id: (partner) => partner.organisationId,
			action: () => "partner.admit",
			subject_type: () => "partner",
			subject_id: (partner) => partner.id,
			after: ({ id, name, uscc, primaryTrack, tracks, admittedOn }) => ({
				applicationId: approvalOf.get(id)?.applicationId ?? null,
				name,
				uscc,
				primaryTrack,
				tracks,
				admittedOn,
				tier: 1,
				status: "ACTIVE",
			}),
		},
		partners,
	);
}

export async function writeBrands(client: PoolClient, brands: readonly BrandPlan[]): Promise<void> {
	await copyObjects<BrandPlan>(
		client,
		"brands",
		{
			id: (brand) => brand.id,
			organisation_id: (brand) => brand.organisationId,
			name: (brand) => brand.name,
			kind: (brand) => brand.kind,
			category: (brand) => brand.category.name,
			created_at: (brand) => brand.joinedAt.toISOString(),
		},
		brands,
	);
}

/** Writes the source of the sales, the shops and their bindings; gives back the ids the database knows them by. */
export async function writeShops(
	client: PoolClient,
	{ timeline, shops, bindings }: DemoPlan,
	sourceCode: string,
): Promise<{ source: number; shops: readonly number[] }> {
	const { rows } = await client.query<{ id: number }>(
		"INSERT INTO gmv_sources (code, grain, is_demo) VALUES ($1, 'SHOP_DAY', true) RETURNING id",
		[sourceCode],
	);
	const ids = await takeIds(client, "shops", shops.length);
	await copyObjects<ShopPlan & { id: number }>(
		client,
		"shops",
		{
			id: (shop) => shop.id,
			code: (shop) => shop.code,
			name: (shop) => shop.name,
			region: (shop) => shop.region,
			category: (shop) => shop.category.name,
			brand_id: (shop) => shop.brandId,
			is_demo: () => true,
			created_at: (shop) => instantOn(shop.openedOn, 11),
		},
		shops.map((shop, position) => ({ ...shop, id: ids[position] as number })),
	);
	await copyObjects<BindingPlan>(
		client,
		"shop_bindings",
		{
			id: (binding) => binding.id,
			shop_id: (binding) => ids[binding.shop] as number,
			partner_id: (binding) => binding.partnerId,
			track_code: (binding) => binding.trackCode,
			from_day: (binding) => binding.from,
			to_day: (binding) => binding.to,
			status: (binding) => binding.status,
			proposed_by: (binding) => (binding.status === "CONFIRMED" ? "PLATFORM" : "PARTNER"),
			created_at: (binding) =>
				instantOn(binding.from > timeline.today ? addDays(timeline.today, -2) : binding.from, 10),
		},
		bindings,
	);
	return { source: rows[0]?.id ?? 0, shops: ids };
}

const forceColumns: readonly (readonly [string, keyof ForceMonthPlan])[] = [
	["traffic_spend_fen", "trafficSpendFen"],
	["traffic_gmv_fen", "trafficGmvFen"],
	["content_views", "contentViews"],
	["content_gmv_fen", "contentGmvFen"],
	["live_minutes", "liveMinutes"],
	["active_shops", "activeShops"],
	["live_gmv_fen", "liveGmvFen"],
	["signed_streamers", "signedStreamers"],
	["qualified_streamers", "qualifiedStreamers"],
	["orders_due", "ordersDue"],
	["orders_shipped_on_time", "ordersShippedOnTime"],
	["after_sales_cases_due", "afterSalesCasesDue"],
	["after_sales_cases_in_sla", "afterSalesCasesInSla"],
	["paid_orders", "paidOrders"],
	["disputes", "disputes"],
	["active_skus", "activeSkus"],
	["exclusive_skus", "exclusiveSkus"],
	["sku_days", "skuDays"],
	["stockout_sku_days", "stockoutSkuDays"],
	["c2m_orders", "c2mOrders"],
];

export function writeForceMonths(client: PoolClient, rows: Iterable<ForceMonthPlan>): Promise<number> {
	return copyObjects<ForceMonthPlan>(
		client,
		"force_months",
		{
			partner_id: (row) => row.partnerId,
			month: (row) => `${row.month}-01`,
			...Object.fromEntries(forceColumns.map(([column, key]) => [column, (row: ForceMonthPlan) => row[key]])),
		},
		rows,
	);
}

export function writeCertificates(client: PoolClient, rows: readonly CertificatePlan[]): Promise<number> {
	return copyObjects<CertificatePlan>(
		client,
		"certificates",
		{
			id: (row) => row.id,
			number: (row) => row.number,
			partner_id: (row) => row.partnerId,
			holder_name: (row) => row.holderName,
			level: (row) => row.level,
			issued_on: (row) => row.issuedOn,
			expires_on: (row) => row.expiresOn,
		},
		rows,
	);
}

export function writeRedLines(client: PoolClient, rows: readonly RedLinePlan[]): Promise<number> {
	return copyObjects<RedLinePlan>(
		client,
		"red_lines",
		{
			id: (row) => row.id,
			partner_id: (row) => row.partnerId,
			kind: (row) => row.kind,
			occurred_on: (row) => row.occurredOn,
			note: (row) => row.note,
		},
		rows,
	);
}
