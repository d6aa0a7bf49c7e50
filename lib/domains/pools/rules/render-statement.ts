import { byteOrderMark, safeCell } from "@/lib/domains/gmv/rules/render-errors";
import { amountToDecimal } from "@/lib/domains/pools/rules/amount";
import type { PoolUnit } from "@/lib/domains/pools/types";

type Line = {
	opening: bigint;
	granted: bigint;
	spent: bigint;
	expired: bigint;
	clawedBack: bigint;
	closing: bigint;
};

export const statementColumns = ["opening", "granted", "spent", "expired", "clawedBack", "closing"] as const;

/** A statement as CSV: texts in front, then exact amounts; yuan for money, whole numbers for impressions. */
export function renderStatement(
	header: readonly string[],
	rows: readonly { texts: readonly string[]; unit: PoolUnit; line: Line }[],
): string {
	const lines = rows.map(({ texts, unit, line }) =>
		[...texts.map(safeCell), ...statementColumns.map((column) => amountToDecimal(line[column], unit))].join(
			",",
		),
	);
	return [`${byteOrderMark}${header.map(safeCell).join(",")}`, ...lines, ""].join("\r\n");
}
