import "server-only";
import { notFound } from "next/navigation";
import { findBatch, listBatches, listRejections } from "@/lib/domains/gmv/data/batches";
import { listBindings, listOwnBindings } from "@/lib/domains/gmv/data/bindings";
import {
	listFreeShops,
	listUnattributedShops,
	readAttribution,
	suggestFreeShops,
} from "@/lib/domains/gmv/data/free-shops";
import {
	findPartner,
	listPartners,
	listTracks,
	listTracksOf,
	readPartnerGmv,
} from "@/lib/domains/gmv/data/partners";
import { listOwnProposals } from "@/lib/domains/gmv/data/proposals";
import { listUnknownSales, listUnknownSalesByShop } from "@/lib/domains/gmv/data/unknown-sales";
import {
	batchFilterSchema,
	freeShopFilterSchema,
	partnerFilterSchema,
	rejectionFilterSchema,
	unknownSalesFilterSchema,
} from "@/lib/domains/gmv/schema";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

export type Query = Record<string, string | string[] | undefined>;

/** Shops offered by name when binding; any other code can be typed. */
const SUGGESTED_SHOPS = 30;

function today() {
	return businessDayOf(new Date());
}

export async function loadBatches(query: Query) {
	const scope = await requireScope("import.read", routes.ops.imports());
	const filter = batchFilterSchema.parse(query);
	return { filter, ...(await listBatches(scope, filter)) };
}

export async function loadBatch(id: string, query: Query) {
	const scope = await requireScope("import.read", routes.ops.imports());
	const filter = rejectionFilterSchema.parse(query);
	const batch = await findBatch(scope, id);
	if (!batch) notFound();
	return { batch, filter, ...(await listRejections(scope, id, filter)) };
}

export async function loadPartners(query: Query) {
	const scope = await requireScope("partner.read", routes.ops.partners());
	const filter = partnerFilterSchema.parse(query);
	const [list, tracks] = await Promise.all([listPartners(scope, filter, today()), listTracks()]);
	return { filter, tracks, ...list };
}

export async function loadFreeShops(query: Query) {
	const scope = await requireScope("partner.read", routes.ops.partners());
	const filter = freeShopFilterSchema.parse(query);
	const [list, attribution] = await Promise.all([
		filter.show === "all"
			? listUnattributedShops(scope, filter, today())
			: listFreeShops(scope, filter, today()),
		readAttribution(scope),
	]);
	return { filter, attribution, canBind: can(scope.role, "binding.manage"), ...list };
}

/** Refunds of sales nobody has sent: by shop, or those of one. */
export async function loadUnknownSales(query: Query) {
	const scope = await requireScope("gmv.read", routes.ops.unknownSales());
	const filter = unknownSalesFilterSchema.parse(query);
	const canBind = can(scope.role, "binding.manage");
	if (filter.shop === "")
		return {
			filter,
			canBind,
			byShop: await listUnknownSalesByShop(scope, today(), filter.page),
			ofShop: null,
		};
	return { filter, canBind, byShop: null, ofShop: await listUnknownSales(scope, filter.page, filter.shop) };
}

export async function loadPartner(id: string) {
	const scope = await requireScope("partner.read", routes.ops.partners());
	const partner = await findPartner(scope, id);
	if (!partner) notFound();
	const canBind = can(scope.role, "binding.manage") && partner.status !== "EXITED";
	const [gmv, bindings, tracks, freeShops] = await Promise.all([
		readPartnerGmv(partner.id, today()),
		listBindings(scope, partner.id, today()),
		listTracks(),
		canBind ? suggestFreeShops(scope, today(), SUGGESTED_SHOPS) : [],
	]);
	return {
		partner,
		gmv,
		bindings,
		tracks,
		freeShops,
		canBind,
		canCorrect: can(scope.role, "binding.correct"),
		today: today(),
	};
}

/** The caller's own shops; null before admission. */
export async function loadOwnShops() {
	const scope = await requireScope("partner.read-own", routes.partner.shops());
	const [own, tracks, proposals] = await Promise.all([
		listOwnBindings(scope, today()),
		listTracks(),
		listOwnProposals(scope),
	]);
	if (!own) return null;
	const [gmv, ownTracks] = await Promise.all([
		readPartnerGmv(own.partnerId, today()),
		listTracksOf(own.partnerId),
	]);
	return { ...own, tracks, ownTracks, proposals, gmv, today: today() };
}
