import "server-only";
import { listTracks } from "@/lib/domains/gmv/data/partners";
import { listBrandProposals, listBrandShops, listProposals } from "@/lib/domains/gmv/data/proposals";
import type { Query } from "@/lib/domains/gmv/loaders";
import { proposalFilterSchema } from "@/lib/domains/gmv/schema/proposals";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

export async function loadProposals(query: Query) {
	const scope = await requireScope("partner.read", routes.ops.bindingProposals());
	const filter = proposalFilterSchema.parse(query);
	const [list, tracks] = await Promise.all([listProposals(scope, filter), listTracks()]);
	return {
		filter,
		tracks,
		canDecide: can(scope.role, "binding.manage"),
		today: businessDayOf(new Date()),
		...list,
	};
}

export async function loadBrandShops() {
	const scope = await requireScope("binding.brand", routes.brand.shops());
	const today = businessDayOf(new Date());
	const [shops, proposals, tracks] = await Promise.all([
		listBrandShops(scope, today),
		listBrandProposals(scope),
		listTracks(),
	]);
	return { shops, proposals, tracks, today };
}
