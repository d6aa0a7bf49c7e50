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

/** A shop as the platform sees it among a brand's. */
export type ConnectedShop = {
	readonly id: number;
	readonly code: string;
	readonly name: string | null;
	readonly region: string | null;
	/** Partners bound to it today. */
	readonly partners: readonly string[];
	readonly netFen: bigint;
	/** Something was done with it in the brand's name: it stays. */
	readonly isKept: boolean;
};
