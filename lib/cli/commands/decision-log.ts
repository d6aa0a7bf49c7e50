import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { LogCheck, LogFault, LogFaultCode, LogState } from "@/lib/domains/decisions/types";
import { systemActor } from "@/lib/platform/audit/actor";
import { defineCommand } from "../define-command";
import type { Result } from "../output";
import { withDatabase } from "../with-database";

const hash = z.string().regex(/^[0-9a-f]{64}$/, "64 位十六进制 · 64 hex digits");

export const registerVerifyLog = defineCommand({
	usage: "verify-log [file]",
	summary:
		"核对决定日志，指出第一处改动；给出文件时离线核对 · Verify the decision log and name the first alteration; offline for a file",
	declare: (command) =>
		command.option(
			"--head <hex>",
			"在别处记下的链尾指纹：日志里必须有它 · a head noted elsewhere that the log must contain",
		),
	options: z.object({ head: hash.optional() }),
	async run({ args: [file], options, output }) {
		const heads = options.head ? [options.head] : [];
		if (file) {
			const { checkLogFile } = await import("@/lib/domains/decisions/rules/read-log-file");
			const input = createReadStream(file);
			await Promise.race([
				once(input, "open"),
				once(input, "error").then(([error]) => Promise.reject(error)),
			]);
			return tell(await checkLogFile(createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }), heads));
		}
		return withDatabase("portal verify-log", output, async () => {
			const { checkDecisions } = await import("@/lib/domains/decisions/mutations/check-decisions");
			return tell(await checkDecisions(systemActor("cli:verify-log"), heads));
		});
	},
});

export const registerExportLog = defineCommand({
	usage: "export-log <file>",
	summary: "把决定日志导出为外部可核对的文件 · Export the decision log as a file that an outsider can verify",
	options: z.object({}),
	run: ({ args: [file = ""], output }) =>
		withDatabase("portal export-log", output, async () => {
			const [{ exportLog }, { noteExport }, { sealDecisions }] = await Promise.all([
				import("@/lib/domains/decisions/data/export-log"),
				import("@/lib/domains/decisions/mutations/note-export"),
				import("@/lib/domains/decisions/mutations/seal-decisions"),
			]);
			await sealDecisions(new Date());
			let state: LogState | undefined;
			await writeWhole(
				file,
				exportLog(new Date(), (given) => {
					state = given;
					return noteExport(systemActor("cli:export-log"), given);
				}),
			);
			const { blocks = 0, entries = 0, head = "" } = state ?? {};
			return {
				data: { file, blocks, entries, head },
				text: [
					`已导出 ${entries} 条决定、${blocks} 个区块到 ${file}；链尾 ${head}`,
					`Exported ${entries} decisions in ${blocks} blocks to ${file}; head ${head}`,
				].join("\n"),
			};
		}),
});

/** Beside the file until it is whole, so that no half of a log is ever taken for one. */
async function writeWhole(file: string, pieces: AsyncIterable<string>): Promise<void> {
	const unfinished = `${file}.part`;
	const out = createWriteStream(unfinished);
	try {
		for await (const text of pieces) if (!out.write(text)) await once(out, "drain");
		out.end();
		await once(out, "close");
		await rename(unfinished, file);
	} catch (error) {
		out.destroy();
		await rm(unfinished, { force: true });
		throw error;
	}
}

function tell(check: LogCheck): Result {
	const { entries, blocks, head, fault } = check;
	if (fault) return { data: { ok: false, ...check }, text: nameFault(fault), failed: true };
	return {
		data: { ok: true, ...check },
		text: [
			`决定日志完好：${entries} 条决定、${blocks} 个区块；链尾 ${head}`,
			`The decision log is whole: ${entries} decisions in ${blocks} blocks; head ${head}`,
		].join("\n"),
	};
}

const words: Record<LogFaultCode, { zh: string; en: string }> = {
	ENTRY_ALTERED: { zh: "内容被改动", en: "its content was altered" },
	ENTRY_MISPLACED: {
		zh: "不是封存在此处的那一条：被替换或调换了位置",
		en: "not the entry that was sealed here: replaced or moved",
	},
	ENTRY_MISSING: { zh: "缺失：被删除或截断", en: "missing: deleted or cut off" },
	ENTRY_OUT_OF_ORDER: { zh: "次序不对或重复", en: "out of its order, or there twice" },
	ENTRY_UNSEALED: { zh: "不在任何区块中，也不在等待封存", en: "in no block, and not waiting for one" },
	BLOCK_ALTERED: { zh: "区块被改动", en: "the block was altered" },
	BLOCK_MISSING: { zh: "区块缺失", en: "the block is missing" },
	BLOCK_OUT_OF_ORDER: { zh: "区块次序不对或重复", en: "the block is out of its order, or there twice" },
	LOG_CUT: {
		zh: "日志在此之前被截断，或不是同一份日志",
		en: "the log was cut before this, or is another log",
	},
	UNREADABLE: { zh: "无法读取", en: "cannot be read" },
};

function nameFault({ code, block, sequence, entryId, line }: LogFault): string {
	const place = (labels: { block: string; entry: string; line: string }) =>
		[
			line === null ? "" : `${labels.line} ${line}`,
			block === null ? "" : `${labels.block} ${block}`,
			sequence === null ? "" : `${labels.entry} ${sequence}`,
			entryId === null ? "" : entryId,
		]
			.filter(Boolean)
			.join(" · ");
	return [
		`决定日志不完好，第一处：${place({ block: "区块", entry: "第", line: "行" })}：${words[code].zh}（${code}）。`,
		`The decision log does not hold; the first fault: ${place({ block: "block", entry: "entry", line: "line" })}: ${words[code].en} (${code}).`,
	].join("\n");
}
