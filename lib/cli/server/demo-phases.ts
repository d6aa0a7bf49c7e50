import type { DemoPhase } from "@/prisma/seed/load-demo";

/** What a phase of loading the demo is called on the progress line. */
export const demoPhaseNames: Readonly<Record<DemoPhase, string>> = {
	plan: "规划 plan",
	masters: "机构、申请、店铺 companies, applications, shops",
	sales: "店铺日成交 shop days",
	rollup: "店铺日汇总 rollup",
	totals: "服务商与平台汇总 totals",
	metrics: "五力月指标 metrics",
	steps: "品牌步骤 brand steps",
	evaluations: "月度评定 evaluations",
	forecast: "期末预测 forecast",
};
