import { withQuery } from "@/components/gmv/page-href";
import type { ExplorerFilter } from "@/lib/domains/gmv/schema/explorer";
import { routes } from "@/lib/platform/routes/routes";

/** Whose explorer it is: operations see everything and lead on to partners, a partner sees its own. */
export type ExplorerSide = "ops" | "own";

export const explorerPath = { ops: routes.ops.gmv(), own: routes.partner.gmv() } as const;
export const exportPath = { ops: routes.api.gmvExport(), own: routes.api.ownGmvExport() } as const;
export const linesPath = { ops: routes.api.gmvLines(), own: routes.api.ownGmvLines() } as const;
export const shopHref = { ops: routes.ops.gmvShop, own: routes.partner.gmvShop } as const;
export const dayHref = { ops: routes.ops.gmvDay, own: routes.partner.gmvDay } as const;

/** The same question with some of it changed; a new question begins on its first page, and defaults stay out. */
export function explorerHref(
	path: string,
	filter: ExplorerFilter,
	change: Partial<ExplorerFilter> = {},
): string {
	const asked = { ...filter, page: 1, ...change };
	const isCustom = asked.preset === "custom";
	return withQuery(path, {
		preset: asked.preset === "last30" ? undefined : asked.preset,
		from: isCustom ? asked.from : undefined,
		to: isCustom ? asked.to : undefined,
		by: asked.by,
		group: asked.group,
		measure: asked.measure === "net" ? undefined : asked.measure,
		partner: asked.partner,
		shop: asked.shop,
		track: asked.track,
		channel: asked.channel,
		region: asked.region,
		compare: asked.compare,
		knownOn: asked.knownOn,
		page: asked.page > 1 ? asked.page : undefined,
	});
}
