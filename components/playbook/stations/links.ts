import type { PlaybookSide } from "@/lib/domains/playbook/types/template";
import { routes } from "@/lib/platform/routes/routes";

export type BrandLinks = {
	readonly list: () => string;
	readonly products: () => string;
	readonly product: (shopId: number, productId: string) => string;
	readonly cohorts: () => string;
	readonly live: (month?: string) => string;
	readonly exclusives: () => string;
	readonly brief: (week?: string) => string;
};

/** Where the pages of a brand are for whoever looks at it. */
export function linksOf(side: PlaybookSide, brandId: string): BrandLinks {
	if (side === "BRAND")
		return {
			list: () => routes.brand.playbook(),
			...{ products: routes.brand.products, product: routes.brand.product },
			...{ live: routes.brand.live, exclusives: routes.brand.exclusives },
			...{ cohorts: routes.brand.cohorts, brief: routes.brand.brief },
		};
	const of = side === "PARTNER" ? routes.partner : routes.ops;
	return {
		list: () => of.brand(brandId),
		products: () => of.brandProducts(brandId),
		product: (shopId, productId) => of.brandProduct(brandId, shopId, productId),
		cohorts: () => of.brandCohorts(brandId),
		live: (month) => of.brandLive(brandId, month),
		exclusives: () => of.brandExclusives(brandId),
		brief: (week) => of.brandBrief(brandId, week),
	};
}
