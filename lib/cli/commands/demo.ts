import type { Command } from "commander";
import { z } from "zod";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { businessDayOf, isDay } from "@/lib/platform/time";
import { defineCommand } from "../define-command";
import { demoPhaseNames } from "../server/demo-phases";
import { withDatabase } from "../with-database";

export function registerDemo(program: Command): void {
	const group = program.command("demo").description("演示数据 · Demo data");
	registerDemoLoad(group);
	registerDemoReset(group);
}

const registerDemoLoad = defineCommand({
	usage: "load",
	summary: "载入演示数据（已有则不变） · Load the demo data; nothing happens when it is there",
	declare: (command) =>
		command.option(
			"--today <day>",
			"数据以哪一天为今天，默认今天 · the day the data are dated back from (default: today)",
		),
	options: z.object({ today: z.string().optional() }),
	async run({ options, output }) {
		const today = options.today ?? businessDayOf(new Date());
		if (!isDay(today))
			throw new OperatorError(
				`--today 应为 YYYY-MM-DD，收到 ${today}。`,
				`--today is a day as YYYY-MM-DD, not ${today}.`,
			);
		const report = await withDatabase("portal demo load", output, async () => {
			const { loadDemo } = await import("@/prisma/seed/load-demo");
			return loadDemo({
				today,
				onProgress: (phase, done, total) => output.progress(demoPhaseNames[phase], done, total),
			});
		});
		const { partners = 0, shops = 0, shopDays = 0 } = report.counts;
		const text = report.loaded
			? `演示数据已载入：${partners} 家服务商，${shops} 家店铺，${shopDays} 行店铺日成交。\nLoaded the demo: ${partners} partners, ${shops} shops, ${shopDays} shop-day rows.`
			: "演示数据已在，未作改动。\nThe demo data are there already; nothing was changed.";
		return { data: report, text };
	},
});

const registerDemoReset = defineCommand({
	usage: "reset",
	summary: "删除全部演示数据，保留真实数据 · Remove all demo data and nothing else",
	options: z.object({}),
	async run({ output }) {
		const report = await withDatabase("portal demo reset", output, async () => {
			const { resetDemo } = await import("@/prisma/seed/reset-demo");
			return resetDemo();
		});
		const text =
			report.users > 0
				? `已删除演示数据：${report.partners} 家服务商，${report.shops} 家店铺，${report.users} 个账号。\nRemoved the demo: ${report.partners} partners, ${report.shops} shops, ${report.users} accounts.`
				: "没有演示数据。\nThere are no demo data.";
		return { data: report, text };
	},
});
