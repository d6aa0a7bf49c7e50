import { sortingDays, valueBands } from "@/lib/domains/trust/constants/repurchase";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import type { BuyerOrder, RepurchaseWindow, Stratified, Stratum } from "@/lib/domains/trust/types/repurchase";
import { addDays, type Day, monthOf } from "@/lib/platform/time";

/** Which band an order's value falls in: 0 is the lowest, an upper end belongs to the band above it. */
export function valueBandOf(valueFen: bigint): number {
	return valueBands.filter((end) => valueFen >= end).length;
}

type Question = {
	readonly window: RepurchaseWindow;
	/** Facts are complete through this day. */
	readonly asOf: Day;
	/** One guarantee only; without it, any. */
	readonly guarantee?: Guarantee;
};

/** The last day on which a second order counts: the window begins on the day after the sorting day. */
export function lastDayOfWindow(orderedOn: Day, window: RepurchaseWindow): Day {
	return addDays(orderedOn, sortingDays + window);
}

/**
 * Buyers by shop, month and value band, sorted by what was honoured up to the sorting day (landmark method: Anderson, Cain
 * and Gelber 1983). A buyer whose window is not over is left out, whether or not a second order is known already; a buyer
 * of another guarantee than the one asked about is on neither side.
 */
export function stratify(buyers: readonly BuyerOrder[], { window, asOf, guarantee }: Question): Stratified {
	const strata = new Map<string, { -readonly [K in keyof Stratum]: Stratum[K] }>();
	let notOver = 0;
	for (const { shopId, orderedOn, valueFen, honoured, nextOn } of buyers) {
		const [sortedOn, last] = [addDays(orderedOn, sortingDays), lastDayOfWindow(orderedOn, window)];
		const isUser = honoured !== null && honoured.on <= sortedOn;
		if (isUser && guarantee && honoured.guarantee !== guarantee) continue;
		if (last > asOf) {
			notOver++;
			continue;
		}
		const key = `${shopId}|${monthOf(orderedOn)}|${valueBandOf(valueFen)}`;
		const stratum = strata.get(key) ?? { key, used: 0, usedAgain: 0, others: 0, othersAgain: 0 };
		strata.set(key, stratum);
		const again = nextOn !== null && nextOn > sortedOn && nextOn <= last ? 1 : 0;
		if (isUser) {
			stratum.used++;
			stratum.usedAgain += again;
		} else {
			stratum.others++;
			stratum.othersAgain += again;
		}
	}
	return { strata: [...strata.values()].sort((a, b) => (a.key < b.key ? -1 : 1)), notOver };
}
