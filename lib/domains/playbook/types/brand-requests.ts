import type { brandRequestStates, refusalReasons } from "@/lib/domains/playbook/constants/brand-requests";

export type RefusalReason = (typeof refusalReasons)[number];
export type BrandRequestState = (typeof brandRequestStates)[number];

/** What the one who asked may see. */
export type OwnBrandRequest = {
	readonly name: string;
	readonly kind: "WELL_KNOWN" | "NEW_CONSUMPTION";
	readonly category: string;
	readonly email: string;
	readonly state: BrandRequestState;
	readonly reasonCodes: readonly RefusalReason[];
	readonly reason: string | null;
	readonly createdAt: Date;
	readonly decidedAt: Date | null;
};

export type BrandRequest = OwnBrandRequest & {
	readonly id: string;
	readonly shops: readonly string[];
	readonly contactName: string;
	readonly phone: string | null;
	readonly message: string;
	readonly decidedByName: string | null;
	readonly brandId: string | null;
};
