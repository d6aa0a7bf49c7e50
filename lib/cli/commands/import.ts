import { createReadStream, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { z } from "zod";
import { readFailure } from "@/lib/domains/gmv/rules/read-failure";
import type { UsedMapping } from "@/lib/domains/gmv/schema/mapping";
import type { FeedGrain, ImportCounts, ImportProgress, RehearsalResult } from "@/lib/domains/gmv/types";
import { toUsedMapping } from "@/lib/domains/intake/rules/used-mapping";
import { systemActor } from "@/lib/platform/audit/actor";
import { readEnv } from "@/lib/platform/env/env";
import { OperatorError } from "@/lib/platform/env/operator-error";
import type { Refusal } from "@/lib/platform/errors/errors";
import { formatFen } from "@/lib/platform/format";
import { locales } from "@/lib/platform/i18n/config";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { defineCommand } from "../define-command";
import { writeErrorFile } from "../error-file";
import type { Output, Result } from "../output";
import { withDatabase } from "../with-database";

const grains = {
	orders: "ORDER_LINE",
	"shop-days": "SHOP_DAY",
	"force-metrics": "FORCE_MONTH",
	"live-sessions": "LIVE_SESSION",
	complaints: "COMPLAINT_DAY",
} as const;
const grainNames = ["orders", "shop-days", "force-metrics", "live-sessions", "complaints"] as const;

const importOptions = z.object({
	source: z.string().min(1),
	grain: z.enum(grainNames, "orders | shop-days | force-metrics | live-sessions | complaints").optional(),
	mapping: z.string().trim().min(1).optional(),
	dryRun: z.boolean().default(false),
	errors: z.string().min(1).optional(),
	locale: z.enum(locales, "zh-CN | en"),
});
type ImportOptions = z.output<typeof importOptions>;

export const registerImport = defineCommand({
	usage: "import <file>",
	summary:
		"导入成交数据、月度五力指标、直播场次或投诉（CSV 或 CSV.gz） · Import a file of orders, monthly metrics, live sessions or complaints (CSV or CSV.gz)",
	declare: (command) =>
		command
			.requiredOption("--source <code>", "数据来源代码，如 uci · the sending system, such as uci")
			.option(
				"--grain <grain>",
				"orders 订单行（默认），shop-days 店铺日汇总，force-metrics 月度五力指标，live-sessions 直播场次，complaints 投诉 · orders (the default), shop-days, force-metrics, live-sessions or complaints; of a mapping, its own",
			)
			.option(
				"--mapping <name>",
				"按已保存的列映射读取，见 portal mappings · read the columns by a saved mapping, see portal mappings",
			)
			.option("--dry-run", "试运行：只报告会发生什么，不写入 · say what would happen and write nothing")
			.option(
				"--errors <path>",
				"错误文件的位置（默认在数据目录的 imports/ 下） · where to write refused lines (imports/ of the data folder by default)",
			)
			.option("--locale <locale>", "错误文件的语言 · language of the error file: zh-CN, en", "zh-CN"),
	options: importOptions,
	async run({ args: [file = ""], options, output }) {
		const path = resolve(readEnv().PORTAL_CALLER_CWD, file);
		requireFile(path);
		return withDatabase("portal import", output, async () => {
			const { grain, mapping } = await choose(options);
			const request = {
				stream: createReadStream(path),
				sourceCode: options.source,
				fileName: basename(path),
				actor: systemActor("cli:import"),
				mapping,
				onProgress: (progress: ImportProgress) => show(output, progress),
			};
			return options.dryRun ? rehearse(grain, request, options) : importNow(grain, request, options);
		});
	},
});

type Request = Parameters<typeof import("@/lib/domains/gmv/mutations/import-file")["importFacts"]>[1];

async function importNow(grain: FeedGrain, request: Request, options: ImportOptions): Promise<Result> {
	const { importFacts } = await import("@/lib/domains/gmv/mutations/import-file");
	const outcome = await importFacts(grain, request);
	if (!outcome.ok) throw await explain(outcome);
	let errorFile: string | null = null;
	if (outcome.rejected + outcome.conflict > 0) {
		const { streamRejections } = await import("@/lib/domains/gmv/data/rejections");
		errorFile = await writeErrorFile(streamRejections(outcome.batchId), outcome.batchId, options);
	}
	return { data: { ...outcome, errorFile }, text: describe(outcome, errorFile) };
}

async function rehearse(grain: FeedGrain, request: Request, options: ImportOptions): Promise<Result> {
	const { rehearseFile } = await import("@/lib/domains/gmv/mutations/rehearse-file");
	let errorFile: string | null = null;
	const outcome = await rehearseFile({
		...request,
		grain,
		keepRejections: async (rejections) => {
			const name = `dry-run-${basename(request.fileName)}`;
			errorFile = await writeErrorFile(rejections, name, options);
		},
	});
	if (!outcome.ok) throw await explain(outcome);
	const { ok: _, ...result } = outcome;
	return { data: { dryRun: true, ...result, errorFile }, text: describeRehearsal(result, errorFile) };
}

/** The saved mapping of a name and what it is for; without one, what the operator says the file is. */
async function choose(options: ImportOptions): Promise<{ grain: FeedGrain; mapping: UsedMapping | null }> {
	const { grain, mapping: name } = options;
	if (!name) return { grain: grains[grain ?? "orders"], mapping: null };
	const { findMappingByName } = await import("@/lib/domains/intake/data/mappings");
	const found = await findMappingByName(name);
	if (!found)
		throw new OperatorError(
			`没有名为“${name}”的映射，或它已停用；portal mappings 列出可用的映射。`,
			`There is no mapping named "${name}", or it is archived; portal mappings lists those in use.`,
		);
	if (grain && grains[grain] !== found.grain) {
		const own = grainNames.find((one) => grains[one] === found.grain);
		throw new OperatorError(
			`映射“${name}”用于 ${own}，与 --grain ${grain} 不符。`,
			`The mapping "${name}" is for ${own}, and not for --grain ${grain}.`,
		);
	}
	return { grain: found.grain, mapping: toUsedMapping(found) };
}

function requireFile(path: string): void {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (stats?.isFile()) return;
	throw new OperatorError(`找不到文件 ${path}。`, `There is no file ${path}.`);
}

function rate(lines: number, elapsedMs: number): string {
	return Math.round(lines / Math.max(0.001, elapsedMs / 1000)).toLocaleString("en-US");
}

const phases = {
	waiting: "等待 waiting",
	reading: "读入 lines",
	totals: "汇总 totals",
	done: "完成 done",
} as const;

function show(output: Output, { phase, lines, elapsedMs }: ImportProgress): void {
	output.progress(
		`${phases[phase]} · ${rate(lines, elapsedMs)}/s ·`,
		lines,
		phase === "done" ? lines : undefined,
	);
}

async function explain(refusal: Refusal): Promise<OperatorError> {
	const detail = String(refusal.params?.columns ?? "");
	const failure = readFailure(`${refusal.reason} ${detail}`);
	const [zh, en] = await Promise.all([createTranslations("zh-CN", "gmv"), createTranslations("en", "gmv")]);
	return new OperatorError(
		zh(`failure.${failure.code}`, { detail }),
		en(`failure.${failure.code}`, { detail }),
	);
}

type Counted = ImportCounts & { elapsedMs: number };
const count = (value: number) => value.toLocaleString("en-US");

function describe(result: Counted, errorFile: string | null): string {
	const { lines, accepted, duplicate, conflict, rejected } = result;
	const zh = `共 ${count(lines)} 行：新增 ${count(accepted)}，重复 ${count(duplicate)}，冲突 ${count(conflict)}，拒绝 ${count(rejected)}；${rate(lines, result.elapsedMs)} 行/秒。`;
	const en = `${count(lines)} lines: ${count(accepted)} added, ${count(duplicate)} duplicate, ${count(conflict)} in conflict, ${count(rejected)} refused; ${rate(lines, result.elapsedMs)} lines/s.`;
	const nothing = accepted === 0 ? ["没有新增任何数据。 Nothing was added."] : [];
	const errors = errorFile ? [`错误文件 · error file: ${errorFile}`] : [];
	return [zh, en, ...nothing, ...errors].join("\n");
}

function describeMetrics({ metrics, accepted }: RehearsalResult): string[] {
	if (!metrics || accepted === 0) return [];
	const { partners, fromMonth, toMonth, corrections } = metrics;
	return [
		`涉及服务商 ${count(partners)} 家，${fromMonth} 至 ${toMonth}；其中更正 ${count(corrections)} 条。`,
		`${count(partners)} partners, ${fromMonth} to ${toMonth}; ${count(corrections)} corrections among them.`,
	];
}

function describeRehearsal(result: RehearsalResult, errorFile: string | null): string {
	const { paidFen, refundedFen, newShops, fromDay, toDay } = result;
	const net = formatFen(BigInt(paidFen) - BigInt(refundedFen));
	return [
		"试运行，没有写入任何数据。 A dry run: nothing was written.",
		describe(result, errorFile),
		...describeMetrics(result),
		...(result.accepted > 0 && !result.metrics
			? [
					`净成交额将增加 ${net}，${fromDay} 至 ${toDay}；新店铺 ${count(newShops)} 家。`,
					`Net GMV would grow by ${net}, ${fromDay} to ${toDay}; ${count(newShops)} new shops.`,
				]
			: []),
	].join("\n");
}
