export type BrandKind = "WELL_KNOWN" | "NEW_CONSUMPTION";

export type BrandShop = {
	shopId: number;
	code: string;
	name: string | null;
	region: string | null;
	/** Over the period, all sources and channels. */
	paidFen: bigint;
	refundedFen: bigint;
	netFen: bigint;
};

export type BrandOverview = {
	name: string;
	kind: BrandKind;
	category: string;
	/** Largest net GMV first. */
	shops: BrandShop[];
	netFen: bigint;
};
