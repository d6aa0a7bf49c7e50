import type { Random } from "./random";
import type { ForceName } from "./types";

/** How applicants describe themselves: strong, fair and thin, per force. `{n}` becomes a number. */
const statements: Record<ForceName, readonly (readonly string[])[]> = {
	traffic: [
		[
			"自有投放团队 {n} 人，近半年投放回报稳定在 4 以上，短视频与直播间联动测款。",
			"内容矩阵 {n} 个账号，自然流量占六成，大促前有完整的预热与蓄水方案。",
		],
		[
			"投放由 {n} 名优化师负责，回报约 2.5，正在补短视频素材能力。",
			"以达人带货流量为主，公域投放刚起步，已跑通两个类目。",
		],
		["投放主要外包，内部尚无专人。", "目前依靠商家自有粉丝，投放经验较少。"],
	],
	livestream: [
		[
			"自建直播间 {n} 间，日均开播 9 小时以上，运营、场控、客服三班轮换。",
			"店播代运营 {n} 家，有标准化开播手册与复盘机制。",
		],
		["直播间 {n} 间，日均开播 5 小时，正在培养第二批运营。", "以品牌店播为主，晚场为强，白天时段待补。"],
		["直播间 2 间，每周开播 4 天。", "目前为兼职主播，开播时长不稳定。"],
	],
	incubation: [
		[
			"签约主播 {n} 名，其中月销过十万的占三成，孵化周期约 90 天。",
			"有完整的选拔、培训、陪跑体系，过去一年孵化腰部主播 {n} 名。",
		],
		["签约主播 {n} 名，以新人为主，三个月留存约六成。", "主播以店播型为主，尚未形成达人梯队。"],
		["主播 3 名，由创始团队兼任。", "暂未开展主播孵化。"],
	],
	fulfilment: [
		[
			"自营云仓 {n},000 平米，48 小时发货率 99%，售后专员 12 人。",
			"订单、仓储、售后系统打通，纠纷率低于千分之四。",
		],
		["与两家云仓合作，发货及时率约 96%，售后响应在 4 小时内。", "大促期间发货有延迟，已增加备用仓。"],
		["发货由商家自行负责，我们只做跟单。", "售后暂由运营兼任。"],
	],
	supply: [
		[
			"直连工厂 {n} 家，渠道特供款占在售两成，支持小单快反。",
			"产业带选品中心常备样品 {n} 款，可在 7 天内完成打样。",
		],
		["合作工厂 {n} 家，特供款占比约一成。", "选品以品牌现货为主，正在谈独家规格。"],
		["以分销货盘为主，没有自有供应链。", "目前只代理单一品牌，货盘较窄。"],
	],
};

/** What an applicant writes about a force it gives itself `score` points (0–5) for. */
export function writeStatement(random: Random, force: ForceName, score: number): string {
	const level = score >= 4 ? 0 : score >= 3 ? 1 : 2;
	const sentence = random.pick(statements[force][level] ?? []);
	return sentence.replace("{n}", String(random.int(4, 26)));
}
