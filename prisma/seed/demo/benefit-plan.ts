/** The demo's catalogue. Codes of what pools give are those of its grants (pool-plan). */
export type BenefitPlan = {
	code: string;
	programme: "WINDMAKER" | "DIVIDEND";
	module: string;
	audience: "PARTNER" | "STREAMER" | "BRAND";
	names: readonly [zh: string, en: string];
	texts: readonly [zh: string, en: string];
	terms?: { minTier?: number; tracks?: string[]; minStep?: number; goodStanding?: boolean };
	pool?: readonly [code: string, amount: bigint];
	fourEyesAbove?: bigint;
	approval?: "AUTO" | "PERSON";
	limit?: readonly [count: number, period: "MONTH" | "QUARTER" | "YEAR"];
	validDays?: number;
	proof?: readonly [zh: string, en: string];
	status?: "DRAFT" | "PAUSED";
	items?: readonly (readonly [kind: "TRAINING" | "TOOL" | "DOCUMENT", zh: string, en: string])[];
	/** What its first version said otherwise, where there are two. */
	was?: { amount: string; perPeriod: number; validDays: number };
	/** Share of partners that asked for a right without an amount. */
	asked?: number;
};

const order = [
	"投放订单号与后台截图链接",
	"Order numbers of the placement and a link to the screenshots",
] as const;
const session = ["直播场次与时间", "Sessions and times of the livestreams"] as const;

export const demoBenefits: readonly BenefitPlan[] = [
	{
		code: "monthly-growth-reward",
		programme: "WINDMAKER",
		module: "INCENTIVE",
		audience: "PARTNER",
		names: ["月度增长奖励", "Monthly growth reward"],
		texts: [
			"为达到层级要求的服务商发放的月度现金奖励，用于团队与投放，由运营逐月审核。",
			"A monthly cash reward for partners of the tiers asked for, for their team and placements; operations review each month.",
		],
		terms: { minTier: 2, goodStanding: true },
		pool: ["reward-fund", 5_000_000n],
		approval: "PERSON",
		fourEyesAbove: 3_000_000n,
		limit: [1, "MONTH"],
		validDays: 120,
		proof: ["奖励使用清单", "List of what it was used for"],
	},
	{
		code: "peak-season-subsidy",
		programme: "WINDMAKER",
		module: "INCENTIVE",
		audience: "PARTNER",
		names: ["大促投放补贴", "Peak-season subsidy"],
		texts: [
			"大促期间的付费投放按比例补贴，到期未用部分退回。",
			"Subsidises paid placement in sales seasons; what is not used in time lapses.",
		],
		terms: { minTier: 2, goodStanding: true },
		pool: ["reward-fund", 8_000_000n],
		approval: "PERSON",
		fourEyesAbove: 20_000_000n,
		limit: [2, "QUARTER"],
		validDays: 45,
		was: { amount: "6000000", perPeriod: 1, validDays: 30 },
		proof: order,
	},
	{
		code: "live-traffic-boost",
		programme: "DIVIDEND",
		module: "TRAFFIC",
		audience: "PARTNER",
		names: ["直播间流量扶持", "Livestream traffic"],
		texts: [
			"为合作店铺直播间提供曝光流量，符合条件即时到账。",
			"Impressions for the livestreams of bound shops, granted at once.",
		],
		terms: { goodStanding: true },
		pool: ["traffic", 20_000_000n],
		approval: "AUTO",
		limit: [2, "MONTH"],
		validDays: 30,
		proof: session,
	},
	{
		code: "newcomer-traffic",
		programme: "DIVIDEND",
		module: "TRAFFIC",
		audience: "BRAND",
		names: ["新店冷启动流量", "Cold-start traffic"],
		texts: [
			"品牌新店前 60 天的冷启动曝光，由运营服务商代为使用。",
			"Impressions for a brand’s first 60 days, used by the partner that runs its shops.",
		],
		terms: { minStep: 1 },
		pool: ["traffic", 5_000_000n],
		approval: "AUTO",
		limit: [1, "QUARTER"],
		validDays: 60,
		proof: session,
	},
	{
		code: "training-voucher",
		programme: "WINDMAKER",
		module: "RIGHTS",
		audience: "PARTNER",
		names: ["专家训练营名额", "Boot-camp places"],
		texts: [
			"直播运营专家训练营的学费名额，抵扣认证培训费用。",
			"Places in the boot camp for livestream experts, against its fees.",
		],
		pool: ["training-budget", 300_000n],
		approval: "AUTO",
		limit: [2, "QUARTER"],
		validDays: 90,
		proof: ["学员名单与结业证明", "Names of those who attended, and their certificates"],
	},
	{
		code: "key-account-manager",
		programme: "WINDMAKER",
		module: "RIGHTS",
		audience: "PARTNER",
		names: ["专属小二服务", "Own account manager"],
		texts: [
			"配备一对一平台小二，优先处理问题与资源协调。",
			"One person at the platform who answers first and finds resources.",
		],
		terms: { minTier: 3, goodStanding: true },
		approval: "PERSON",
		limit: [1, "YEAR"],
		validDays: 365,
		asked: 0.2,
	},
	{
		code: "new-feature-preview",
		programme: "WINDMAKER",
		module: "RIGHTS",
		audience: "PARTNER",
		names: ["新功能内测资格", "Preview of new features"],
		texts: [
			"提前试用平台新功能，并直接向产品团队反馈。",
			"Try new features early and tell the product team.",
		],
		terms: { minTier: 2 },
		approval: "PERSON",
		limit: [1, "QUARTER"],
		validDays: 90,
		asked: 0.25,
	},
	{
		code: "streamer-incubation-traffic",
		programme: "WINDMAKER",
		module: "INCENTIVE",
		audience: "STREAMER",
		names: ["潜力主播成长流量", "Traffic for rising streamers"],
		texts: [
			"机构为旗下潜力主播申请的成长曝光，每位主播独立核算。",
			"Impressions an agency asks for on behalf of a rising streamer.",
		],
		terms: { tracks: ["streamer_agency"], goodStanding: true },
		pool: ["traffic", 3_000_000n],
		approval: "AUTO",
		limit: [10, "MONTH"],
		validDays: 30,
		proof: session,
	},
	{
		code: "streamer-fast-track",
		programme: "DIVIDEND",
		module: "POLICY",
		audience: "STREAMER",
		names: ["主播入驻绿色通道", "Fast track for streamers"],
		texts: [
			"机构推荐的主播享受实名核验与权限开通加急。",
			"Streamers an agency recommends are verified and enabled first.",
		],
		terms: { tracks: ["streamer_agency"] },
		approval: "PERSON",
		limit: [20, "MONTH"],
		asked: 0.5,
	},
	{
		code: "enablement-academy",
		programme: "WINDMAKER",
		module: "ENABLEMENT",
		audience: "PARTNER",
		names: ["造风学院课程包", "Windmaker academy"],
		texts: [
			"从选品、直播到履约的系统课程与模板，可随时领取。",
			"Courses and templates from selection to fulfilment, free to take.",
		],
		items: [
			["TRAINING", "信任电商直播运营入门", "Trust commerce: running livestreams"],
			["TRAINING", "五力模型提升训练", "Raising the five forces"],
			["DOCUMENT", "大促筹备清单模板", "Checklist for sales seasons"],
			["TOOL", "选品数据看板", "Dashboard for selecting goods"],
		],
	},
	{
		code: "product-toolkit",
		programme: "DIVIDEND",
		module: "PRODUCT",
		audience: "BRAND",
		names: ["品牌自播工具箱", "Self-broadcast toolkit"],
		texts: [
			"品牌自播间搭建、短视频脚本与私域运营工具。",
			"Tools for a brand’s own live room, scripts and private domain.",
		],
		items: [
			["TOOL", "直播间装修模板", "Live-room templates"],
			["DOCUMENT", "品牌人设文档范例", "Example of a brand persona"],
			["TRAINING", "私域复购实战课", "Repurchase in the private domain"],
		],
	},
	{
		code: "supply-chain-toolkit",
		programme: "DIVIDEND",
		module: "PRODUCT",
		audience: "PARTNER",
		names: ["履约与供应链工具包", "Fulfilment toolkit"],
		texts: [
			"发货时效、售后时限与库存预警工具。",
			"Tools for dispatch, after-sales time limits and stock alerts.",
		],
		terms: { tracks: ["supply_chain", "industry_belt"] },
		items: [
			["TOOL", "库存预警助手", "Stock alert"],
			["DOCUMENT", "售后时效管理手册", "Handbook of after-sales times"],
		],
	},
	{
		code: "commission-relief",
		programme: "DIVIDEND",
		module: "POLICY",
		audience: "BRAND",
		names: ["品牌入驻佣金减免", "Commission relief"],
		texts: ["新入驻品牌首季技术服务费减免。", "Less service fee in a brand’s first quarter."],
		terms: { minStep: 2 },
		approval: "PERSON",
		limit: [1, "YEAR"],
		validDays: 90,
	},
	{
		code: "logistics-subsidy",
		programme: "DIVIDEND",
		module: "POLICY",
		audience: "PARTNER",
		names: ["冷链物流补贴", "Cold-chain subsidy"],
		texts: [
			"生鲜类目冷链运费补贴，规则修订中，暂停申请。",
			"Freight for fresh goods; paused while its rules are revised.",
		],
		terms: { tracks: ["supply_chain"] },
		pool: ["reward-fund", 2_000_000n],
		approval: "PERSON",
		limit: [1, "MONTH"],
		validDays: 60,
		status: "PAUSED",
	},
	{
		code: "overseas-pilot",
		programme: "WINDMAKER",
		module: "INCENTIVE",
		audience: "PARTNER",
		names: ["跨境试点激励", "Cross-border pilot"],
		texts: ["跨境直播试点的启动激励，方案草拟中。", "A start for cross-border livestreams; being drafted."],
		terms: { minTier: 4 },
		pool: ["reward-fund", 50_000_000n],
		approval: "PERSON",
		fourEyesAbove: 10_000_000n,
		limit: [1, "YEAR"],
		validDays: 180,
		status: "DRAFT",
	},
];
