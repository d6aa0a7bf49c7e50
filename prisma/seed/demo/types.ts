import type { Day } from "@/lib/platform/time";
import type { Category } from "./brand-names";
import type { City } from "./geography";

export type ForceName = "traffic" | "livestream" | "incubation" | "fulfilment" | "supply";

/** How good a partner is, 0–100 per force at the end of the timeline, and how far it came in its fifteen months. */
export type Quality = Readonly<Record<ForceName, number>> & { readonly improvement: number };

export type PartnerPlan = {
	readonly id: string;
	readonly organisationId: string;
	readonly name: string;
	/** The invented word in its name. */
	readonly house: string;
	readonly city: City;
	readonly uscc: string;
	readonly legalRepresentative: string;
	readonly contactName: string;
	readonly contactPhone: string;
	readonly foundedOn: Day;
	readonly registeredCapitalCny: number;
	readonly staffCount: number;
	readonly primaryTrack: string;
	readonly tracks: readonly string[];
	readonly status: "ACTIVE" | "EXIT_NOTICE" | "EXITED";
	readonly admittedOn: Day;
	/** Net GMV wanted over `calibratedOver`. */
	readonly targetCny: number;
	readonly calibratedOver: "programme" | "trailing-year";
	readonly monthlyGrowth: number;
	readonly quality: Quality;
	readonly standing: Standing;
	/** The partner of the demo account. */
	readonly isOfAccount: boolean;
};

/** Where a partner stands in the programme's pyramid, highest first. */
export const standings = [
	"champion",
	"giant",
	"near-billion",
	"large",
	"near-hundred-million",
	"medium",
	"small",
] as const;
export type Standing = (typeof standings)[number];

export type BrandPlan = {
	readonly id: string;
	readonly organisationId: string;
	readonly name: string;
	readonly kind: "WELL_KNOWN" | "NEW_CONSUMPTION";
	readonly category: Category;
	joinedAt: Date;
};

export type BindingPlan = {
	readonly id: string;
	/** Position in the plan's shops. */
	readonly shop: number;
	readonly partnerId: string;
	readonly trackCode: string;
	readonly from: Day;
	readonly to: Day | null;
	readonly status: "CONFIRMED" | "PROPOSED" | "DECLINED";
};

export type ShopPlan = {
	readonly code: string;
	readonly name: string;
	readonly region: string;
	readonly category: Category;
	readonly brandId: string | null;
	/** The partner whose GMV target the shop's sales are scaled to; null for a shop of nobody. */
	readonly ownerId: string | null;
	readonly openedOn: Day;
	/** Share of its partner's GMV relative to the partner's other shops; CNY a day for a shop of nobody. */
	readonly weight: number;
	readonly monthlyGrowth: number;
	/** How strongly the trade's peaks show: 1 = as in the calendar. */
	readonly peakiness: number;
	/** Channels with their share of the shop's sales in the first and in the last month. */
	readonly channels: readonly ChannelPlan[];
	/** Share of days on which the shop sells at all. */
	readonly density: number;
};

export type ChannelPlan = { readonly channel: SaleChannel; readonly first: number; readonly last: number };

export const saleChannels = ["distribution", "public", "self_live", "private", "other"] as const;
export type SaleChannel = (typeof saleChannels)[number];
