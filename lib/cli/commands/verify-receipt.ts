import { readFile } from "node:fs/promises";
import { z } from "zod";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { defineCommand } from "../define-command";
import type { Result } from "../output";

/** Needs no database and no network: whoever holds the file can check it. */
export const registerVerifyReceipt = defineCommand({
	usage: "verify-receipt <file>",
	summary:
		"离线重算一份层级凭证并核对每个字段 · Recompute a tier receipt offline and check every field of it",
	options: z.object({}),
	async run({ args: [file = ""] }) {
		const { verifyReceiptFile } = await import("@/lib/domains/tiers/rules/verify-receipt-file");
		const check = verifyReceiptFile(await readJson(file));
		return check.ok ? confirm(check) : refuse(check);
	},
});

export async function readJson(file: string): Promise<unknown> {
	const text = await readFile(file, "utf8");
	try {
		return JSON.parse(text);
	} catch {
		throw new OperatorError(`${file} 不是 JSON 文件。`, `${file} is not a JSON file.`);
	}
}

type Check = ReturnType<typeof import("@/lib/domains/tiers/rules/verify-receipt-file").verifyReceiptFile>;

function confirm({ runId, period, receiptHash, receipt, block }: Check & { ok: true }): Result {
	const { partnerId, trackCode, asOf, decision, tierPolicy, override = null } = receipt;
	const data = {
		ok: true,
		runId,
		period,
		partnerId,
		trackCode,
		asOf,
		tier: decision.tier,
		override,
		receiptHash,
		block,
	};
	const byHand = override
		? [
				`  系统重算为 T${override.engineTier}；由 ${override.proposedBy} 提出、${override.confirmedBy} 确认，人工调整为 T${override.tier}：${override.reason}`,
				`  The engine gives T${override.engineTier}; set to T${override.tier} by hand, proposed by ${override.proposedBy}, confirmed by ${override.confirmedBy}: ${override.reason}`,
			]
		: [];
	const text = [
		`凭证属实：${period}，服务商 ${partnerId}（${trackCode}），层级 T${decision.tier}，按层级规则 v${tierPolicy.version} 重算一致。`,
		`The receipt holds: ${period}, partner ${partnerId} (${trackCode}), tier T${decision.tier}, recomputed under tier policy v${tierPolicy.version}.`,
		...byHand,
		`  SHA-256 ${receiptHash}`,
		...(block ? [`  决定日志区块 · block of the decision log ${block.number}: ${block.hash}`] : []),
	].join("\n");
	return { data, text };
}

const reasons: Record<(Check & { ok: false })["reason"], { zh: string; en: string }> = {
	UNKNOWN_VERSION: { zh: "不认识的凭证版本", en: "an unknown version of receipts" },
	UNREADABLE: { zh: "缺失、多余或无法读取", en: "missing, superfluous or unreadable" },
	FIELD_INCONSISTENT: { zh: "与规则或其他字段矛盾", en: "contradicts the rules or other fields" },
	SCORECARD_DIFFERS: { zh: "与五力数据重算结果不符", en: "is not what the force measures give" },
	OVERRIDE_DIFFERS: {
		zh: "人工调整与系统重算结果不符，或越过了红线",
		en: "the override does not go with what the engine gives, or lifts over a red line",
	},
	RECEIPT_DIFFERS: { zh: "与重算结果不符", en: "is not what the inputs and rules give" },
	PROOF_DIFFERS: {
		zh: "决定日志的证明不成立，或属于另一份凭证",
		en: "the proof from the decision log does not hold, or is another receipt's",
	},
	HASH_DIFFERS: {
		zh: "指纹不符：判定之外的内容（如归属、日期、版本）被改动过",
		en: "the fingerprint differs: something beside the verdict was altered, such as whose it is, a day or a version",
	},
};

function refuse({ reason, field, stated, computed }: Check & { ok: false }): Result {
	const { zh, en } = reasons[reason];
	const values =
		stated === undefined && computed === undefined ? [] : [`  ${show(stated)} ≠ ${show(computed)}`];
	return {
		data: { ok: false, reason, field, stated, computed },
		text: [
			`凭证不属实，字段 ${field}：${zh}。`,
			`The receipt does not hold, field ${field}: ${en}.`,
			...values,
		].join("\n"),
		failed: true,
	};
}

function show(value: unknown): string {
	const text = JSON.stringify(value) ?? "–";
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
