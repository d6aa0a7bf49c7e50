import { saleChannels } from "@/lib/domains/gmv/constants";
import { numberToDay } from "@/lib/domains/gmv/rules/parse-fields";
import type { SaleChannel, SaleRow } from "@/lib/domains/gmv/types";
import type { Day } from "@/lib/platform/time";

/** Sums stay exact in a number up to here; what is above moves into the bigint beside it. */
const SAFE_SUM = 4_000_000_000_000_000;
/** Days from 2000 on that fit beside a channel in one key. */
const DAYS = 65_536;
const CHANNELS = 8;

type Sum = { head: number; carry: bigint };
type Entry = { paid: Sum; refunded: Sum; rows: number };

export type ShopDayTotal = {
	shop: number;
	day: Day;
	channel: SaleChannel;
	paidFen: bigint;
	refundedFen: bigint;
	/** How many rows were added. */
	rows: number;
};

function add(sum: Sum, fen: number): void {
	sum.head += fen;
	if (sum.head < SAFE_SUM) return;
	sum.carry += BigInt(sum.head);
	sum.head = 0;
}

function total(sum: Sum): bigint {
	return sum.carry + BigInt(sum.head);
}

/** Totals by shop, day and channel of rows as they are accepted, exact to the fen. A shop is a number the caller gives it. */
export class ShopDayTotals {
	private readonly entries = new Map<number, Entry>();

	get size(): number {
		return this.entries.size;
	}

	add(shop: number, row: SaleRow): void {
		const entry = this.entryAt((shop * DAYS + row.dayNumber) * CHANNELS + saleChannels.indexOf(row.channel));
		entry.rows += 1;
		if (row.paidFen) add(entry.paid, row.paidFen);
		if (row.refundedFen) add(entry.refunded, row.refundedFen);
	}

	merge(other: ShopDayTotals): void {
		for (const [key, { paid, refunded, rows }] of other.entries) {
			const entry = this.entryAt(key);
			entry.rows += rows;
			add(entry.paid, paid.head);
			add(entry.refunded, refunded.head);
			entry.paid.carry += paid.carry;
			entry.refunded.carry += refunded.carry;
		}
	}

	clear(): void {
		this.entries.clear();
	}

	/** Everything added so far, forgotten afterwards. */
	take(): ShopDayTotal[] {
		const totals = [...this.entries].map(([key, { paid, refunded, rows }]) => {
			const shopAndDay = Math.floor(key / CHANNELS);
			return {
				shop: Math.floor(shopAndDay / DAYS),
				day: numberToDay(shopAndDay % DAYS),
				channel: saleChannels[key % CHANNELS] ?? "other",
				paidFen: total(paid),
				refundedFen: total(refunded),
				rows,
			};
		});
		this.clear();
		return totals;
	}

	private entryAt(key: number): Entry {
		let entry = this.entries.get(key);
		if (!entry) {
			entry = { paid: { head: 0, carry: 0n }, refunded: { head: 0, carry: 0n }, rows: 0 };
			this.entries.set(key, entry);
		}
		return entry;
	}
}
