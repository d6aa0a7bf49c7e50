import "server-only";
import { findOwnPartnerId } from "@/lib/domains/gmv/data/bindings";
import { parseKnownOn } from "@/lib/domains/gmv/rules/known-on";
import { type ExplorerFilter, type Grouping, noRegion } from "@/lib/domains/gmv/schema/explorer";
import type { SaleChannel } from "@/lib/domains/gmv/types";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { ReportReader } from "@/lib/platform/db/reports";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";

declare const selectionBrand: unique symbol;

/**
 * What a person may see of the GMV and asked to see. Only this file makes one, from a scope: whoever reads with it cannot
 * reach another partner's figures. Null means no restriction; an empty list matches nothing.
 */
export type Selection = {
	readonly [selectionBrand]: true;
	readonly partnerIds: readonly string[] | null;
	readonly shopIds: readonly number[] | null;
	readonly track: string | null;
	readonly channel: SaleChannel | null;
	/** `noRegion` for shops without one. */
	readonly region: string | null;
	readonly group: Grouping;
	/** The figures as they were known at this instant; null as they are. */
	readonly knownOn: Date | null;
	/** The one partner or shop that was named, for the heading. */
	readonly partnerName: string | null;
	readonly shopName: string | null;
};

type Named<Id> = { id: Id; name: string };

async function matchPartners(text: string): Promise<Named<string>[] | null> {
	if (text === "") return null;
	const { rows } = await pool().query<Named<string>>(
		`SELECT id, name FROM partners WHERE id = $1
		 UNION ALL
		 SELECT id, name FROM partners
		  WHERE (name ILIKE $2 OR uscc ILIKE $2) AND NOT EXISTS (SELECT FROM partners WHERE id = $1)`,
		[text, likePattern(text)],
	);
	return rows;
}

/** A shop by its code first; else by whatever part of code or name. */
async function matchShops(text: string): Promise<Named<number>[] | null> {
	if (text === "") return null;
	const { rows } = await pool().query<Named<number>>(
		`SELECT id, code AS name FROM shops WHERE code = $1
		 UNION ALL
		 SELECT id, code FROM shops
		  WHERE (code ILIKE $2 OR name ILIKE $2) AND NOT EXISTS (SELECT FROM shops WHERE code = $1)`,
		[text, likePattern(text)],
	);
	return rows;
}

function idsOf<Id>(rows: readonly Named<Id>[] | null): Id[] | null {
	return rows?.map((row) => row.id) ?? null;
}

function only<Id>(rows: readonly Named<Id>[] | null): string | null {
	return rows?.length === 1 ? (rows[0]?.name ?? null) : null;
}

async function select(filter: ExplorerFilter, partners: Named<string>[] | null, group: Grouping) {
	const shops = await matchShops(filter.shop);
	return {
		partnerIds: idsOf(partners),
		shopIds: idsOf(shops),
		track: filter.track || null,
		channel: filter.channel ?? null,
		region: filter.region || null,
		group,
		knownOn: parseKnownOn(filter.knownOn),
		partnerName: only(partners),
		shopName: only(shops),
	} as Selection;
}

/** Everything the platform holds, narrowed by the filter. */
export async function selectAll(_scope: PlatformScope, filter: ExplorerFilter): Promise<Selection> {
	return select(filter, await matchPartners(filter.partner), filter.group ?? "partner");
}

/** The caller's own partner and nothing else, whatever the filter says; null before it is admitted. */
export async function selectOwn(scope: PartnerScope, filter: ExplorerFilter): Promise<Selection | null> {
	const partnerId = await findOwnPartnerId(scope);
	if (!partnerId) return null;
	const group = !filter.group || filter.group === "partner" ? "shop" : filter.group;
	return select(filter, [{ id: partnerId, name: "" }], group);
}

/** The regions shops are in, and whether some have none. */
export async function listShopRegions(reports: ReportReader): Promise<string[]> {
	const { rows } = await reports.query<{ region: string }>(
		`SELECT DISTINCT coalesce(region, $1) AS region FROM shops ORDER BY 1`,
		[noRegion],
	);
	return rows.map((row) => row.region);
}
