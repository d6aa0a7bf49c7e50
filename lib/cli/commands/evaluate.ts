import { z } from "zod";
import type { MovementSummary, RunSummary } from "@/lib/domains/tiers/rules/summarise-run";
import { systemActor } from "@/lib/platform/audit/actor";
import { OperatorError } from "@/lib/platform/env/operator-error";
import type { Refusal } from "@/lib/platform/errors/errors";
import { type Day, isDay, type Month } from "@/lib/platform/time";
import { defineCommand } from "../define-command";
import { explainCode } from "../failure";
import type { Result } from "../output";
import { withDatabase } from "../with-database";

/** The portal takes a run up whose command died. */
const TAKEN_UP_AFTER_MS = 5 * 60_000;

const options = z.object({
	asOf: z.string().refine(isDay, "YYYY-MM-DD · 2026-10-31"),
	backfill: z.boolean().default(false),
	reason: z.string().trim().min(5).max(500).optional(),
});

export const registerEvaluate = defineCommand({
	usage: "evaluate",
	summary: "为一个月份判定所有服务商的层级 · Classify every partner for a month",
	declare: (command) =>
		command
			.requiredOption(
				"--as-of <YYYY-MM-DD>",
				"事实截至的营业日；评定当天已结束的最近一个整月 · the day the facts reach; the last month that had ended by it is evaluated",
			)
			.option(
				"--backfill",
				"补录以往月份，立即定稿；最近一个可评定的月份须先公示 · a month of the past, final at once; the newest needs its notice",
			)
			.option("--reason <text>", "更正已定稿月份的原因 · why a final month is evaluated again"),
	options,
	async run({ options: { asOf, backfill, reason }, output }) {
		return withDatabase("portal evaluate", output, () =>
			backfill ? fill(asOf, reason) : draft(asOf, reason),
		);
	},
});

async function fill(asOf: Day, reason: string | undefined): Promise<Result> {
	const { backfillRun } = await import("@/lib/domains/tiers/mutations/backfill-run");
	const outcome = await backfillRun({ asOf, reason, actor: systemActor("cli:evaluate"), now: new Date() });
	if (!outcome.ok) return refuseWith(outcome);
	const { ok: _ok, ...done } = outcome;
	return {
		data: { ...done, status: "FINAL" },
		text: [
			`${done.period} 评定完成并定稿（事实截至 ${asOf}，层级规则 v${done.tierPolicyVersion}，五力口径 v${done.forcePolicyVersion}）：${count(done.summary, "zh")}，新进观察期 ${done.probation}。`,
			`${done.period} evaluated and final: ${count(done.summary, "en")}, ${done.probation} to probation; run ${done.runId}.`,
			...describeTracks(done.summary),
		].join("\n"),
	};
}

async function draft(asOf: Day, reason: string | undefined): Promise<Result> {
	const { startRun } = await import("@/lib/domains/tiers/mutations/start-run");
	const { computeRun } = await import("@/lib/domains/tiers/mutations/compute-run");
	const { searchRun } = await import("@/lib/domains/tiers/mutations/search-run");
	const actor = systemActor("cli:evaluate");
	const now = new Date();
	const computeAfter = new Date(now.getTime() + TAKEN_UP_AFTER_MS);
	const started = await startRun({ asOf, reason, actor, now, computeAfter });
	if (!started.ok) return refuseWith(started);
	const { runId, period } = started;
	const computed = await computeRun({ runId, actor, now });
	if (!computed.ok) return refuseWith(computed);
	await searchRun(runId, now);
	const { summary } = computed;
	return {
		data: { runId, period, asOf, status: "DRAFT", summary },
		text: text(period, runId, summary),
	};
}

function text(period: Month, runId: string, summary: RunSummary): string {
	return [
		`${period} 的草案已算完：${count(summary, "zh")}。由运营负责人复核并公示后定稿。`,
		`The draft of ${period} is computed: ${count(summary, "en")}; run ${runId}. A lead reviews it and opens its notice.`,
		...describeTracks(summary),
	].join("\n");
}

async function refuseWith(refusal: Refusal): Promise<never> {
	const { zh, en } = await explainCode(refusal.reason, refusal.params);
	throw new OperatorError(zh, en);
}

function count({ total }: RunSummary, language: "zh" | "en"): string {
	return language === "zh"
		? `参评 ${total.partners} 家，升 ${total.promoted}，降 ${total.demoted}，首次 ${total.first}`
		: `${total.partners} partners, ${total.promoted} up, ${total.demoted} down, ${total.first} first-time`;
}

function describeTracks({ total, tracks }: RunSummary): string[] {
	return [...tracks, { trackCode: "TOTAL", ...total }].map(describe);
}

function describe({ trackCode, ...track }: MovementSummary & { trackCode: string }): string {
	const tiers = Object.entries(track.tiers).map(([level, count]) => `T${level} ${String(count).padStart(4)}`);
	return `  ${trackCode.padEnd(18)}${tiers.join("  ")}  ↑${track.promoted} ↓${track.demoted}`;
}
