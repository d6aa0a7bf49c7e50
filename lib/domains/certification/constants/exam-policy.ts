import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";

const topics: ExamPolicy["topics"] = [
	{ code: "compliance", name: { "zh-CN": "合规与信任", en: "Rules and trust" } },
	{ code: "room", name: { "zh-CN": "直播间运营", en: "Running the live room" } },
	{ code: "goods", name: { "zh-CN": "选品与货盘", en: "Selection of goods" } },
	{ code: "traffic", name: { "zh-CN": "流量与投放", en: "Traffic and spending" } },
	{ code: "service", name: { "zh-CN": "服务与履约", en: "Service and fulfilment" } },
];

/** So many questions of each difficulty, from every topic alike. */
const fromEach = (counts: Readonly<Partial<Record<1 | 2 | 3, number>>>) =>
	topics.flatMap(({ code }) =>
		([1, 2, 3] as const).flatMap((difficulty) => {
			const count = counts[difficulty];
			return count ? [{ topic: code, difficulty, count }] : [];
		}),
	);

/** The first row of the policy table for exams: seed data, never read at run time. */
export const examPolicyV1: ExamPolicy = {
	schemaVersion: 1,
	topics,
	blueprints: [
		{
			level: "junior",
			sections: fromEach({ 1: 2, 2: 1 }),
			minutes: 30,
			passBps: 6_000,
			attempts: 3,
			attemptDays: 365,
			coolingDays: 7,
			prerequisite: null,
			validMonths: 24,
			practical: false,
		},
		{
			level: "intermediate",
			sections: fromEach({ 1: 1, 2: 2, 3: 1 }),
			minutes: 60,
			passBps: 7_000,
			attempts: 3,
			attemptDays: 365,
			coolingDays: 14,
			prerequisite: "junior",
			validMonths: 24,
			practical: false,
		},
		{
			level: "senior",
			sections: fromEach({ 2: 2, 3: 1 }),
			minutes: 60,
			passBps: 7_500,
			attempts: 2,
			attemptDays: 365,
			coolingDays: 30,
			prerequisite: "intermediate",
			validMonths: 24,
			practical: true,
		},
	],
	practical: {
		dueDays: 14,
		passBps: 7_000,
		rubric: [
			{ code: "goal", max: 20, name: { "zh-CN": "目标与人群", en: "Goal and audience" } },
			{ code: "goods", max: 25, name: { "zh-CN": "货盘与排品", en: "Goods and their order" } },
			{ code: "script", max: 25, name: { "zh-CN": "脚本与节奏", en: "Script and pace" } },
			{ code: "trust", max: 15, name: { "zh-CN": "合规与信任", en: "Rules and trust" } },
			{ code: "review", max: 15, name: { "zh-CN": "数据与复盘", en: "Figures and review" } },
		],
	},
};
