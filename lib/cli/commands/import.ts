import { once } from "node:events";
import { createReadStream, createWriteStream, mkdirSync, renameSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { finished } from "node:stream/promises";
import { z } from "zod";
import { readFailure } from "@/lib/domains/gmv/rules/read-failure";
import { errorFileHeader, renderErrors } from "@/lib/domains/gmv/rules/render-errors";
import type { ImportProgress, ImportResult } from "@/lib/domains/gmv/types";
import { systemActor } from "@/lib/platform/audit/actor";
import { readEnv } from "@/lib/platform/env/env";
import { passFaultPoint } from "@/lib/platform/env/fault";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { locales } from "@/lib/platform/i18n/config";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { defineCommand } from "../define-command";
import type { Output } from "../output";
import { withDatabase } from "../with-database";

const grains = ["orders", "shop-days"] as const;

export const registerImport = defineCommand({
	usage: "import <file>",
	summary: "导入成交数据（CSV 或 CSV.gz） · Import a file of orders (CSV or CSV.gz)",
	declare: (command) =>
		command
			.requiredOption("--source <code>", "数据来源代码，如 uci · the sending system, such as uci")
			.option("--grain <grain>", "orders 订单行，shop-days 店铺日汇总 · orders or shop-days", "orders")
			.option(
				"--errors <path>",
				"错误文件的位置（默认在数据目录的 imports/ 下） · where to write refused lines (imports/ of the data folder by default)",
			)
			.option("--locale <locale>", "错误文件的语言 · language of the error file: zh-CN, en", "zh-CN"),
	options: z.object({
		source: z.string().min(1),
		grain: z.enum(grains, "orders | shop-days"),
		errors: z.string().min(1).optional(),
		locale: z.enum(locales, "zh-CN | en"),
	}),
	async run({ args: [file = ""], options, output }) {
		const path = resolve(readEnv().PORTAL_CALLER_CWD, file);
		requireFile(path);
		return withDatabase("portal import", output, async () => {
			const { importOrders, importShopDays } = await import("@/lib/domains/gmv/mutations/import-file");
			const importFile = options.grain === "orders" ? importOrders : importShopDays;
			const outcome = await importFile({
				stream: createReadStream(path),
				sourceCode: options.source,
				fileName: basename(path),
				actor: systemActor("cli:import"),
				onProgress: (progress) => show(output, progress),
			});
			if (!outcome.ok) throw await explain(outcome.reason, String(outcome.params?.columns ?? ""));
			const errorFile = await writeErrors(outcome, options.errors, options.locale);
			return { data: { ...outcome, errorFile }, text: describe(outcome, errorFile) };
		});
	},
});

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

async function explain(code: string, detail: string): Promise<OperatorError> {
	const failure = readFailure(`${code} ${detail}`);
	const [zh, en] = await Promise.all([createTranslations("zh-CN", "gmv"), createTranslations("en", "gmv")]);
	return new OperatorError(
		zh(`failure.${failure.code}`, { detail }),
		en(`failure.${failure.code}`, { detail }),
	);
}

/** The refused lines beside the data of the portal, or where the operator wants them; null where there are none. */
async function writeErrors(
	result: ImportResult,
	wanted: string | undefined,
	locale: (typeof locales)[number],
) {
	if (result.rejected + result.conflict === 0) return null;
	const { PORTAL_CALLER_CWD, PORTAL_DATA } = readEnv();
	const path = wanted
		? resolve(PORTAL_CALLER_CWD, wanted)
		: join(PORTAL_DATA, "imports", `${result.batchId}.errors.csv`);
	mkdirSync(dirname(path), { recursive: true });
	const { streamRejections } = await import("@/lib/domains/gmv/data/rejections");
	const t = await createTranslations(locale, "gmv");
	const unfinished = `${path}.part`;
	const file = createWriteStream(unfinished);
	file.write(errorFileHeader);
	passFaultPoint("error-file");
	for await (const rejections of streamRejections(result.batchId)) {
		const text = renderErrors(rejections, (code) => t(`rejection.${code}`));
		if (!file.write(text)) await once(file, "drain");
	}
	file.end();
	await finished(file);
	renameSync(unfinished, path);
	return path;
}

function describe(result: ImportResult, errorFile: string | null): string {
	const count = (value: number) => value.toLocaleString("en-US");
	const { lines, accepted, duplicate, conflict, rejected } = result;
	const zh = `共 ${count(lines)} 行：新增 ${count(accepted)}，重复 ${count(duplicate)}，冲突 ${count(conflict)}，拒绝 ${count(rejected)}；${rate(lines, result.elapsedMs)} 行/秒。`;
	const en = `${count(lines)} lines: ${count(accepted)} added, ${count(duplicate)} duplicate, ${count(conflict)} in conflict, ${count(rejected)} refused; ${rate(lines, result.elapsedMs)} lines/s.`;
	const nothing = accepted === 0 ? ["没有新增任何数据。 Nothing was added."] : [];
	const errors = errorFile ? [`错误文件 · error file: ${errorFile}`] : [];
	return [zh, en, ...nothing, ...errors].join("\n");
}
