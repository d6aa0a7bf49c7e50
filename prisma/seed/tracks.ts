/** The default tracks of domain.md §3.1. Tracks are data: operations may add others. */
export const defaultTracks = [
	{ code: "brand_operation", nameZh: "品牌运营", nameEn: "Brand operation" },
	{ code: "industry_belt", nameZh: "产业带", nameEn: "Industry belt" },
	{ code: "supply_chain", nameZh: "供应链", nameEn: "Supply chain" },
	{ code: "streamer_agency", nameZh: "主播机构", nameEn: "Streamer agency" },
	{ code: "training", nameZh: "培训赋能", nameEn: "Training and enablement" },
] as const;
export type DefaultTrack = (typeof defaultTracks)[number]["code"];
