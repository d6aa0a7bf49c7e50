import { createHash } from "node:crypto";
import type { ApplicationPlan } from "./applications";
import { drawPdf, drawPng } from "./files-samples";
import { demoId } from "./identifiers";
import { createRandom, type Random } from "./random";
import type { ForceName } from "./types";

export type FilePlan = {
	id: string;
	application: ApplicationPlan;
	slot: string;
	name: string;
	mediaType: "application/pdf" | "image/png";
	/** From the id, so that a second load overwrites what an interrupted one left. */
	storageKey: string;
	sha256: string;
	bytes: Buffer;
	createdAt: Date;
};

type Sample = { slot: string; name: string; title?: string; lines?: readonly string[] };

const forceSamples: Record<ForceName, readonly Sample[]> = {
	traffic: [
		{
			slot: "traffic",
			name: "近三个月投产报表.pdf",
			title: "流量投放月度报表",
			lines: ["统计口径：归因成交额 / 投放消耗", "8 月 2.6   9 月 2.9   10 月 3.1"],
		},
		{ slot: "traffic", name: "投放后台截图_10月.png" },
	],
	livestream: [
		{ slot: "livestream", name: "直播间日成交_后台截图.png" },
		{
			slot: "livestream",
			name: "开播时长统计表.pdf",
			title: "店播开播时长统计",
			lines: ["统计周期：2026 年 8 月至 10 月", "每店月均 96 小时，中断 0 次"],
		},
	],
	incubation: [
		{
			slot: "incubation",
			name: "主播成长台账.pdf",
			title: "签约主播成长台账",
			lines: ["在册主播 24 人，月成交过 10 万 7 人", "培训与复盘记录见附页"],
		},
	],
	fulfilment: [
		{ slot: "fulfilment", name: "发货及时率_后台截图.png" },
		{
			slot: "fulfilment",
			name: "售后处理时效.pdf",
			title: "售后工单处理时效",
			lines: ["近三个月工单 1,842 件", "时限内关闭 96.4%，纠纷率 0.6%"],
		},
	],
	supply: [
		{
			slot: "supply",
			name: "渠道独家款清单.pdf",
			title: "渠道独家款清单",
			lines: ["在售款 132 个，其中独家款 18 个", "缺货天数占比 3.2%"],
		},
	],
};

/** Proof of what only some tracks ask for. */
const trackSamples: Record<string, readonly Sample[]> = {
	brand_operation: ["一", "二", "三"].map((count) => ({
		slot: "brandAuthorisations",
		name: `品牌授权书（${count}）.pdf`,
		title: "品牌授权书",
		lines: [
			"兹授权被授权方在快手电商平台经营授权品牌",
			"授权期限：2026 年 1 月 1 日至 2027 年 12 月 31 日",
			"授权方（盖章）",
		],
	})),
	supply_chain: [
		{
			slot: "facilityProofs",
			name: "仓库租赁合同.pdf",
			title: "仓库租赁合同",
			lines: ["面积 3,200 平方米，租期五年", "出租方（盖章）    承租方（盖章）"],
		},
	],
	streamer_agency: [
		{
			slot: "contractedStreamers",
			name: "主播签约合同_签章页.pdf",
			title: "主播签约合同（签章页）",
			lines: ["合同期限三年，身份证号已遮挡", "甲方（盖章）    乙方（签字）"],
		},
	],
};

const waiting: readonly ApplicationPlan["state"][] = ["SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED"];

/** Evidence of every application that is with a reviewer or back with its company: two or three small files each. */
export function planFiles(applications: readonly ApplicationPlan[]): FilePlan[] {
	const random = createRandom("files");
	return applications
		.filter((application) => waiting.includes(application.state))
		.flatMap((application) => planEvidence(random, application));
}

function planEvidence(random: Random, application: ApplicationPlan): FilePlan[] {
	const forces = random.shuffle(Object.values(forceSamples).flat()).slice(0, random.int(1, 2));
	const proofs = trackSamples[application.form.tracks.primary] ?? [];
	return [...proofs, ...forces].map((sample, index) => {
		const createdAt = new Date(application.createdAt.getTime() + (index + 4) * 60_000);
		const id = demoId("fil", createdAt, random);
		const { slot, name, title, lines = [] } = sample;
		const company = `${application.form.company.name}    编号 ${random.int(100_000, 999_999)}`;
		const bytes = title ? drawPdf([title, company, ...lines]) : drawPng(random);
		return {
			...{ id, application, slot, name, bytes, createdAt },
			mediaType: title ? "application/pdf" : "image/png",
			storageKey: createHash("sha256").update(`demo:${id}`).digest("hex").slice(0, 32),
			sha256: createHash("sha256").update(bytes).digest("hex"),
		};
	});
}
