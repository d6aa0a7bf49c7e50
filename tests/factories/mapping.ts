import { readFileSync } from "node:fs";
import type { GrainMapping } from "@/lib/domains/gmv/schema/mapping";
import { toGb18030 } from "@/tests/factories/gb18030";

const sample = readFileSync(new URL("../fixtures/orders-sample.csv", import.meta.url), "utf8");

/** Names no list of ours knows, so that only a mapping can read them. */
const header = "单据, 笔序, 单据性质, 记账时刻, 网点, 物料, 物料描述, 客商, 件头, 发生额(分)".split(", ");
const types: Readonly<Record<string, string>> = { sale: "出库", refund: "冲销" };

function split(line: string): string[] {
	return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
		([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain,
	);
}

function toDayFirst(time: string): string {
	const [day = "", clock = ""] = time.split(" ");
	return `${day.split("-").reverse().join("/")} ${clock}`;
}

function toFen(amount: string): string {
	return String(Math.round(Number(amount) * 100));
}

export const foreignHeader = `${header.join(";")}\r\n`;

/** A record of ours as an accounting system would write it: semicolons, DD/MM/YYYY, amounts in fen. */
export function toForeign(record: string): string {
	const fields = split(record)
		.map((value, at) => {
			if (at === 2) return types[value] ?? value;
			if (at === 3) return toDayFirst(value);
			return at === 9 ? toFen(value) : value;
		})
		.map((value) => (/[";]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value));
	return `${fields.join(";")}\r\n`;
}

/** The sample in that form, in GB18030. */
export function foreignSample(lines = Number.POSITIVE_INFINITY): Buffer {
	const [, ...records] = sample.trimEnd().split(/\r?\n/);
	return toGb18030([foreignHeader, ...records.slice(0, lines).map(toForeign)].join(""));
}

/** What a person sets up for it in the wizard. */
export function foreignMapping(changes: Partial<GrainMapping["definition"]> = {}): GrainMapping {
	const names =
		"event_id line_no type occurred_at shop_id product_id product_name buyer_id quantity amount".split(" ");
	return {
		grain: "ORDER_LINE",
		definition: {
			fields: Object.fromEntries(
				names.map((name, at) => [name, { from: "column", column: header[at] ?? "" }]),
			),
			time: "dmy",
			unit: "fen",
			isGrouped: false,
			types: { 出库: "sale", 冲销: "refund" },
			channels: {},
			...changes,
		},
	};
}
