import type { FundChoice, FundStage } from "@/lib/domains/fund/types";
import { addDays, addMonths, type Day } from "@/lib/platform/time";
import { demoId } from "./identifiers";
import type { DemoPlan } from "./plan";
import type { GrantPlan, MovementPlan } from "./pool-plan";
import { createRandom } from "./random";
import { instantOn } from "./timeline";
import type { PartnerPlan } from "./types";

export const FUND_POOL = "ecosystem-fund";

type Draft = {
	readonly title: string;
	readonly story: string;
	readonly use: string;
	readonly askedWan: number;
	readonly stage: FundStage;
	/** Days before today on which it was filed. */
	readonly filed: number;
	/** Why it was not taken on, or what the committee resolved. */
	readonly reason?: string;
	/** Where a declined or withdrawn one stood. */
	readonly from?: FundStage;
	/** `+` for, `-` against, `0` abstained, in the order of the committee. */
	readonly votes?: string;
	readonly committedWan?: number;
	/** Shares of the commitment that were paid, in per cent. */
	readonly paid?: readonly number[];
	readonly note?: string;
};

const live = (place: string) =>
	`公司在${place}经营自有直播基地三年，服务 40 余个品牌自播间，复购与履约口碑稳定。`;

export const fundDrafts: readonly Draft[] = [
	{
		title: "产业带直播基地二期",
		story: `${live("产业带")}\n二期新增 12 间直播间和样品中心，预计一年带动新增成交 3 亿元。`,
		use: "场地与装修 900 万；设备 500 万；人员与培训 400 万。",
		askedWan: 1800,
		stage: "INVESTED",
		filed: 150,
		votes: "+++0+",
		committedWan: 1500,
		paid: [40, 30],
		reason: "团队与产业带结合紧密，回款清晰；按里程碑分三期拨付。",
		note: "访谈了 6 个合作品牌，续约率 92%。",
	},
	{
		title: "冷链云仓网络",
		story: "在三个生鲜产区建设前置冷链仓，为中小商家提供当日发货，退货率由 11% 降到 6%。",
		use: "冷库租赁与改造 2,200 万；系统 300 万；流动资金 500 万。",
		askedWan: 3000,
		stage: "INVESTED",
		filed: 120,
		votes: "++-++",
		committedWan: 2600,
		paid: [50],
		reason: "生鲜履约是平台短板，同意投资；二期以退货率达标为条件。",
		note: "退货率数据已与平台履约数据核对一致。",
	},
	{
		title: "主播学院与讲师体系",
		story: "已培训主播 1,200 人，其中 300 人通过直播运营专家认证；计划建设线上课程与线下实训。",
		use: "课程制作 260 万；实训场地 340 万。",
		askedWan: 600,
		stage: "INVESTED",
		filed: 75,
		votes: "+++",
		committedWan: 600,
		paid: [],
		reason: "符合赋能方向，全额承诺，签约后首拨。",
	},
	{
		title: "非遗手作供应链",
		story: "联合 80 位非遗手艺人组织小单快反，直播间预售、按单生产，库存周转 18 天。",
		use: "打样中心 300 万；质检与包装 200 万；预付款 400 万。",
		askedWan: 900,
		stage: "COMMITTEE",
		filed: 48,
		votes: "++0",
		note: "存货在三个仓抽盘，账实相符。",
	},
	{
		title: "智能选品与排期系统",
		story: "自研选品系统已服务 210 个直播间，排期准确率 87%，希望开放给全平台服务商。",
		use: "研发 1,000 万；算力 300 万；推广 200 万。",
		askedWan: 1500,
		stage: "COMMITTEE",
		filed: 44,
		votes: "+-",
		note: "技术尽调：核心代码自有，无开源许可风险。",
	},
	{
		title: "县域品牌孵化中心",
		story: `${live("四个县域")}\n与地方政府共建孵化中心，首批签约 26 个县域品牌。`,
		use: "孵化中心建设 800 万；品牌扶持金 700 万；运营 500 万。",
		askedWan: 2000,
		stage: "COMMITTEE",
		filed: 40,
		votes: "+--0",
	},
	{
		title: "跨境保税直播仓",
		story: "在保税区建设直播仓，进口美妆与母婴现货直发，签约海外品牌 17 个。",
		use: "保税仓 1,500 万；备货 2,000 万。",
		askedWan: 3500,
		stage: "COMMITTEE",
		filed: 37,
		note: "海关资质齐全，等待补充两年审计报告。",
	},
	{
		title: "服饰快反工厂联盟",
		story: "整合 23 家中小工厂产能，直播返单 7 天交付，次品率 1.8%。",
		use: "数字化改造 900 万；面料备货 600 万。",
		askedWan: 1500,
		stage: "DUE_DILIGENCE",
		filed: 30,
		note: "走访 5 家工厂，产能与申报一致。",
	},
	{
		title: "家电以旧换新服务网",
		story: "覆盖 60 城的上门回收与安装队伍，直播下单次日上门。",
		use: "城市仓 700 万；服务系统 300 万。",
		askedWan: 1000,
		stage: "DUE_DILIGENCE",
		filed: 27,
	},
	{
		title: "虚拟主播工作室",
		story: "为 14 个品牌提供夜间虚拟主播时段，夜间成交占比由 3% 升到 11%。",
		use: "动捕设备 200 万；内容团队 300 万。",
		askedWan: 500,
		stage: "DUE_DILIGENCE",
		filed: 24,
		note: "成交数据口径需要与平台一致，已请对方重新提供。",
	},
	{
		title: "食品安全检测实验室",
		story: "自建 CNAS 实验室，为平台食品类商家提供批次检测与溯源标签。",
		use: "仪器 1,100 万；认证与人员 400 万。",
		askedWan: 1500,
		stage: "DUE_DILIGENCE",
		filed: 21,
	},
	{
		title: "酒水溯源与仓配一体",
		story: "酒水专仓与一物一码溯源，假货投诉率低于行业均值六成。",
		use: "专仓 800 万；溯源系统 400 万。",
		askedWan: 1200,
		stage: "DUE_DILIGENCE",
		filed: 19,
	},
	{
		title: "中小商家代运营平台",
		story: "标准化代运营工具包，单店月费 1,980 元，已有 640 家店铺付费。",
		use: "产品研发 500 万；客户成功 300 万。",
		askedWan: 800,
		stage: "SCREENING",
		filed: 14,
	},
	{
		title: "珠宝鉴定直播间",
		story: "持证鉴定师驻场，一件一证，退货率由 24% 降到 9%。",
		use: "鉴定设备 260 万；场地 140 万。",
		askedWan: 400,
		stage: "SCREENING",
		filed: 12,
		note: "需要确认鉴定资质覆盖的品类。",
	},
	{
		title: "农机具直播与售后",
		story: "覆盖 11 省的农机售后网点，直播成交后由网点交付培训。",
		use: "网点改造 600 万；备件库 400 万。",
		askedWan: 1000,
		stage: "SCREENING",
		filed: 11,
	},
	{
		title: "母婴私域会员体系",
		story: "会员 38 万，月复购 31%，计划建设会员权益与线下亲子活动。",
		use: "会员系统 300 万；活动 200 万。",
		askedWan: 500,
		stage: "SCREENING",
		filed: 9,
	},
	{
		title: "短视频素材工厂",
		story: "日产素材 800 条，为 90 个品牌提供测品素材，平均点击率提升 22%。",
		use: "拍摄基地 450 万；人员 250 万。",
		askedWan: 700,
		stage: "SCREENING",
		filed: 8,
	},
	{
		title: "绿色包装循环计划",
		story: "可循环快递箱试点 4 城，单箱循环 18 次，包装成本下降 35%。",
		use: "循环箱 500 万；回收网络 300 万。",
		askedWan: 800,
		stage: "APPLIED",
		filed: 5,
	},
	{
		title: "户外运动自有品牌",
		story: "直播间沉淀 60 万户外人群，自有品牌首年成交 4,200 万元。",
		use: "开模与备货 900 万；内容 300 万。",
		askedWan: 1200,
		stage: "APPLIED",
		filed: 4,
	},
	{
		title: "数据中台与经营看板",
		story: "为服务商提供跨店经营看板，已接入 130 家。",
		use: "研发 600 万。",
		askedWan: 600,
		stage: "APPLIED",
		filed: 3,
	},
	{
		title: "乡村主播就业计划",
		story: "在 9 个县培训返乡青年 700 人，稳定开播 410 人。",
		use: "培训 280 万；设备补贴 320 万。",
		askedWan: 600,
		stage: "APPLIED",
		filed: 2,
	},
	{
		title: "直播间灯光与声学改造",
		story: "模块化直播间改造方案，三天交付，单间成本 4.6 万元。",
		use: "样板间 120 万；库存 180 万。",
		askedWan: 300,
		stage: "APPLIED",
		filed: 1,
	},
	{
		title: "达人经纪矩阵扩张",
		story: "签约腰部达人 86 人，计划两年扩张到 300 人。",
		use: "签约金 1,600 万；团队 400 万。",
		askedWan: 2000,
		stage: "DECLINED",
		from: "COMMITTEE",
		filed: 110,
		votes: "--0+-",
		reason: "签约金占比过高，回收依赖少数头部达人，投决会未通过。建议先以分成方式扩张，一年后可再申请。",
	},
	{
		title: "二手奢侈品直播鉴定",
		story: "鉴定与寄售一体，计划自持库存。",
		use: "库存 2,500 万；鉴定 300 万。",
		askedWan: 2800,
		stage: "DECLINED",
		from: "DUE_DILIGENCE",
		filed: 95,
		reason: "自持库存风险与基金方向不符，且鉴定资质未覆盖主要品类。",
	},
	{
		title: "品牌自播陪跑营",
		story: "三个月陪跑营，帮助品牌从零搭建自播间，已服务 12 个品牌。",
		use: "讲师与教研 180 万；场地 120 万。",
		askedWan: 300,
		stage: "DECLINED",
		from: "SCREENING",
		filed: 60,
		reason: "项目规模适合申请「培训赋能池」，不需要股权或承诺资金；欢迎改走权益申请。",
	},
	{
		title: "直播电商园区收购",
		story: "拟收购一处 3 万平方米园区。",
		use: "收购款 9,000 万。",
		askedWan: 9000,
		stage: "WITHDRAWN",
		from: "SCREENING",
		filed: 70,
		reason: "业主变更出售计划",
	},
];

export type FundPerson = { readonly id: string; readonly name: string };

export type FundStep = {
	readonly from: FundStage | null;
	readonly to: FundStage;
	readonly at: Date;
	readonly by: "company" | "lead" | "reviewer";
	readonly reason: string | null;
	readonly isShared: boolean;
};

export type FundPlan = Draft & {
	readonly id: string;
	readonly partner: PartnerPlan;
	readonly askedFen: bigint;
	readonly committedFen: bigint | null;
	readonly steps: readonly FundStep[];
	readonly ballots: readonly { choice: FundChoice; at: Date }[];
	readonly grant: GrantPlan | null;
	readonly movements: readonly MovementPlan[];
};

const path = ["APPLIED", "SCREENING", "DUE_DILIGENCE", "COMMITTEE", "INVESTED"] as const;
/** When a stage is reached, as a share of the time between filing and the last step. */
const pace = [0, 0.12, 0.35, 0.7, 1] as const;
const choices: Record<string, FundChoice> = { "+": "FOR", "-": "AGAINST", "0": "ABSTAIN" };
const fen = (wan: number) => BigInt(wan) * 1_000_000n;

/** The fund's applications, dated back from the day of the load; one for the demo's own partner, so that it sees how one ended. */
export function planFund(plan: DemoPlan): FundPlan[] {
	const random = createRandom("fund");
	const { today, programme } = plan.timeline;
	const isOld = (one: PartnerPlan) => one.status === "ACTIVE" && one.admittedOn < programme.start;
	const others = random.shuffle(plan.partners.filter((one) => isOld(one) && !one.isOfAccount));
	const own = plan.partners.find((one) => one.isOfAccount);
	// The pool is filled in the programme's second month.
	const first = addMonths(programme.start, 1);
	return fundDrafts.flatMap((draft, index) => {
		const partner = draft.from === "SCREENING" && draft.stage === "DECLINED" && own ? own : others[index];
		const filedOn = addDays(today, -draft.filed);
		return partner && filedOn > first ? [planOne(draft, partner, filedOn, today)] : [];
	});
}

function planOne(draft: Draft, partner: PartnerPlan, filedOn: Day, today: Day): FundPlan {
	const random = createRandom(`fund-${draft.title}`);
	const id = demoId("fap", instantOn(filedOn, 10), random);
	const hasEnded = ["INVESTED", "DECLINED", "WITHDRAWN"].includes(draft.stage);
	const lastAt = Math.max(hasEnded ? 2 : 0, Math.floor(draft.filed * (hasEnded ? 0.5 : 0.7)));
	const reached = path.indexOf((draft.from ?? draft.stage) as (typeof path)[number]);
	const scale = hasEnded && reached < 4 ? (pace[reached + 1] ?? 1) : pace[reached] || 1;
	const dayOf = (step: number) => addDays(filedOn, Math.floor((lastAt * (pace[step] ?? 1)) / scale));
	const steps: FundStep[] = path.slice(0, reached + 1).map((to, step) => ({
		from: path[step - 1] ?? null,
		to,
		at: instantOn(dayOf(step), 10 + step * 1.5),
		by: step === 0 ? "company" : step >= 3 ? "lead" : "reviewer",
		reason: to === "INVESTED" ? (draft.reason ?? null) : null,
		isShared: step === 0 || to === "INVESTED",
	}));
	if (draft.from)
		steps.push({
			from: draft.from,
			to: draft.stage,
			at: instantOn(dayOf(reached + 1), 16.5),
			by: draft.stage === "WITHDRAWN" ? "company" : "lead",
			reason: draft.reason ?? null,
			isShared: true,
		});
	const before = steps.find((step) => step.to === "COMMITTEE")?.at ?? instantOn(filedOn, 10);
	const ballots = [...(draft.votes ?? "")].map((sign, at) => ({
		choice: choices[sign] ?? "ABSTAIN",
		at: new Date(before.getTime() + (at + 1) * 2_400_000),
	}));
	const decidedAt = steps.at(-1)?.at ?? before;
	return {
		...draft,
		...{ id, partner, steps, ballots },
		askedFen: fen(draft.askedWan),
		committedFen: draft.committedWan === undefined ? null : fen(draft.committedWan),
		...planCommitment(draft, partner, decidedAt, addDays(filedOn, lastAt), today),
	};
}

/** Reserved with the decision, signed a fortnight later, and paid in tranches a month apart. */
function planCommitment(draft: Draft, partner: PartnerPlan, decidedAt: Date, decidedOn: Day, today: Day) {
	if (draft.committedWan === undefined) return { grant: null, movements: [] };
	const random = createRandom(`fund-grant-${draft.title}`);
	const amount = fen(draft.committedWan);
	const signedOn = addDays(decidedOn, 14);
	const isSigned = (draft.paid?.length ?? 0) > 0 && signedOn < today;
	const grant: GrantPlan = {
		id: demoId("pgr", decidedAt, random),
		partner,
		benefit: FUND_POOL,
		purpose: draft.title,
		createdAt: decidedAt,
		expiresOn: null,
		grantedOn: isSigned ? signedOn : null,
	};
	const move = (
		values: Pick<MovementPlan, "kind" | "from" | "to" | "amount" | "reason">,
		day: Day,
		at: Date,
	) => ({
		...values,
		...{ grant, day, at, id: demoId("pmv", at, random) },
	});
	const reserved = {
		kind: "RESERVE",
		from: "AVAILABLE",
		to: "RESERVED",
		amount,
		reason: draft.reason ?? "",
	} as const;
	const movements: MovementPlan[] = [move(reserved, decidedOn, decidedAt)];
	if (!isSigned) return { grant, movements };
	const signed = {
		kind: "GRANT",
		from: "RESERVED",
		to: "GRANTED",
		amount,
		reason: "投资协议签署生效",
	} as const;
	movements.push(move(signed, signedOn, instantOn(signedOn, 11)));
	(draft.paid ?? []).forEach((share, index) => {
		const day = addDays(signedOn, 5 + index * 30);
		const part = (amount * BigInt(share)) / 100n;
		const reason = `第 ${index + 1} 期拨付：${index === 0 ? "协议生效" : "里程碑验收通过"}`;
		if (day < today)
			movements.push(
				move({ kind: "SPEND", from: "GRANTED", to: "SPENT", amount: part, reason }, day, instantOn(day, 15)),
			);
	});
	return { grant, movements };
}
