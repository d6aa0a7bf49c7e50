import { z } from "zod";
import type { RunDone } from "@/lib/domains/tiers/mutations/run-evaluation";
import type { MovementSummary } from "@/lib/domains/tiers/rules/summarise-run";
import { systemActor } from "@/lib/platform/audit/actor";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { isDay } from "@/lib/platform/time";
import { defineCommand } from "../define-command";
import { explainCode } from "../failure";
import type { Result } from "../output";
import { withDatabase } from "../with-database";

export const registerEvaluate = defineCommand({
	usage: "evaluate",
	summary: "为一个月份判定所有服务商的层级 · Classify every partner for a month",
	declare: (command) =>
		command.requiredOption(
			"--as-of <YYYY-MM-DD>",
			"事实截至的营业日；评定当天已结束的最近一个整月 · the day the facts reach; the last month that had ended by it is evaluated",
		),
	options: z.object({ asOf: z.string().refine(isDay, "YYYY-MM-DD") }),
	async run({ options, output }) {
		const outcome = await withDatabase("portal evaluate", output, async () => {
			const { runEvaluation } = await import("@/lib/domains/tiers/mutations/run-evaluation");
			return runEvaluation({ asOf: options.asOf, actor: systemActor("cli:evaluate"), now: new Date() });
		});
		if (!outcome.ok) {
			const { zh, en } = await explainCode(outcome.reason);
			throw new OperatorError(zh, en);
		}
		return report(outcome);
	},
});

function report({ ok: _ok, ...done }: RunDone & { ok: true }): Result {
	const { total, tracks } = done.summary;
	const lines = [
		`${done.period} 评定完成（事实截至 ${done.asOf}，层级规则 v${done.tierPolicyVersion}，五力口径 v${done.forcePolicyVersion}）：参评 ${total.partners} 家，升 ${total.promoted}，降 ${total.demoted}，首次 ${total.first}，新进观察期 ${done.probation}。`,
		`${done.period} evaluated: ${total.partners} partners, ${total.promoted} up, ${total.demoted} down, ${total.first} first-time, ${done.probation} to probation; run ${done.runId}.`,
		...[...tracks, { trackCode: "TOTAL", ...total }].map(describe),
	];
	return { data: done, text: lines.join("\n") };
}

function describe({ trackCode, ...track }: MovementSummary & { trackCode: string }): string {
	const tiers = Object.entries(track.tiers).map(([level, count]) => `T${level} ${String(count).padStart(4)}`);
	return `  ${trackCode.padEnd(18)}${tiers.join("  ")}  ↑${track.promoted} ↓${track.demoted}`;
}
