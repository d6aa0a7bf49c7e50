export const poolUnits = ["FEN", "IMPRESSION"] as const;

/** Where an amount stands. FUNDING is the other side of every raise and cut. */
export const poolAccounts = [
	"FUNDING",
	"AVAILABLE",
	"RESERVED",
	"GRANTED",
	"SPENT",
	"EXPIRED",
	"CLAWED_BACK",
] as const;

export const movementKinds = [
	"RAISE",
	"CUT",
	"RESERVE",
	"RELEASE",
	"GRANT",
	"SPEND",
	"EXPIRE",
	"CLAW_BACK",
	"RETURN",
] as const;

/** The accounts that make up a pool's total, in the order they are shown. */
export const balanceAccounts = [
	"AVAILABLE",
	"RESERVED",
	"GRANTED",
	"SPENT",
	"EXPIRED",
	"CLAWED_BACK",
] as const;

/** Days after its end in which a month may still be objected to and told of; then it closes. */
export const REVIEW_DAYS = 7;
export const PAGE_SIZE = 30;

/** What the fund's commitments are called among the grants of a pool, in the place of a benefit's code. */
export const FUND_CODE = "ecosystem-fund";
/** What a grant lasts where nobody says otherwise. */
export const GRANT_MONTHS = 6;

/** The programme's pools as announced (domain.md §3.6, policy): offered when a pool is set up. */
export const poolTemplates = [
	{
		code: "reward-fund",
		unit: "FEN",
		nameZh: "现金激励池",
		nameEn: "Cash incentives",
		purposeZh: "造风者计划的现金奖励与补贴。",
		purposeEn: "Cash rewards and subsidies of the Windmaker programme.",
		amount: "1亿",
	},
	{
		code: "traffic",
		unit: "IMPRESSION",
		nameZh: "流量池",
		nameEn: "Traffic",
		purposeZh: "扶持直播间与商品的曝光流量，按曝光次数计。",
		purposeEn: "Traffic for livestreams and goods, counted in impressions.",
		amount: "1000亿",
	},
	{
		code: "ecosystem-fund",
		unit: "FEN",
		nameZh: "生态基金",
		nameEn: "Ecosystem fund",
		purposeZh: "对服务商与产业项目的投资承诺。",
		purposeEn: "Commitments to invest in partners and industry projects.",
		amount: "10亿",
	},
] as const;
