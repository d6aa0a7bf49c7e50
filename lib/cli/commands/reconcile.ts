import { z } from "zod";
import { defineCommand } from "../define-command";
import { withDatabase } from "../with-database";

const SHOWN = 20;

export const registerReconcile = defineCommand({
	usage: "reconcile",
	summary:
		"从事实重新计算并核对全部汇总、归属与批次 · Recompute rollups, attribution and batches from the facts and compare",
	options: z.object({}),
	run: ({ output }) =>
		withDatabase("portal reconcile", output, async () => {
			const { proveTotals } = await import("@/lib/domains/gmv/mutations/prove-totals");
			const started = performance.now();
			const { violations, checked, first, last } = await proveTotals("cli");
			const seconds = ((performance.now() - started) / 1000).toFixed(1);
			const facts = (checked.order_lines + checked.shop_day_facts).toLocaleString("en-US");
			const days = checked.platform_days.toLocaleString("en-US");
			const span = first ? `${first} – ${last}` : "–";
			const clean = [
				`核对无误：${facts} 条事实，${days} 个业务日（${span}），用时 ${seconds} 秒。`,
				`All agrees: ${facts} facts, ${days} days (${span}), ${seconds} s.`,
			];
			const broken = [
				`发现 ${violations.length} 处不一致，第一处：`,
				`${violations.length} differences; the first:`,
				...violations.slice(0, SHOWN).map(({ invariant, detail }) => `  ${invariant}: ${detail}`),
			];
			return {
				data: { ok: violations.length === 0, checked, first, last, violations: violations.slice(0, 1000) },
				text: (violations.length === 0 ? clean : broken).join("\n"),
				failed: violations.length > 0,
			};
		}),
});
