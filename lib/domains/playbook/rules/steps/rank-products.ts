import type { Interval } from "@/lib/domains/playbook/rules/steps/bootstrap";

export type RankedProduct = {
	readonly shopId: number;
	readonly productId: string;
	readonly weekFen: bigint;
	readonly weekSales: number;
	readonly baselineEighths: bigint | null;
	readonly interval: Interval | null;
};

/** `SURE`: the interval's lower end reaches the threshold too, or there are too many sales to doubt it. */
export type PushEvidence = "SURE" | "UNCERTAIN" | "BELOW" | "NO_BASELINE";

const order: readonly PushEvidence[] = ["SURE", "UNCERTAIN", "BELOW", "NO_BASELINE"];

/** The coefficient in hundredths, cut and not rounded; null without a baseline. */
export function hundredthsOf({
	weekFen,
	baselineEighths,
}: Pick<RankedProduct, "weekFen" | "baselineEighths">): number | null {
	if (baselineEighths === null || baselineEighths <= 0n) return null;
	return Number((weekFen * 800n) / baselineEighths);
}

export function evidenceOf(product: RankedProduct, thresholdHundredths: number): PushEvidence {
	const { weekFen, baselineEighths, interval } = product;
	if (baselineEighths === null || baselineEighths <= 0n) return "NO_BASELINE";
	if (weekFen * 800n < BigInt(thresholdHundredths) * baselineEighths) return "BELOW";
	return interval === null || interval.lowHundredths >= thresholdHundredths ? "SURE" : "UNCERTAIN";
}

/** Which product to push: by evidence, then by coefficient without rounding, then by sales and id. */
export function rankProducts<P extends RankedProduct>(
	products: readonly P[],
	thresholdHundredths: number,
): readonly (P & { readonly evidence: PushEvidence })[] {
	return products
		.map((product) => ({ ...product, evidence: evidenceOf(product, thresholdHundredths) }))
		.sort((a, b) => {
			const byEvidence = order.indexOf(a.evidence) - order.indexOf(b.evidence);
			if (byEvidence !== 0) return byEvidence;
			const [left, right] = [a.weekFen * (b.baselineEighths ?? 1n), b.weekFen * (a.baselineEighths ?? 1n)];
			if (left !== right) return left > right ? -1 : 1;
			if (a.weekSales !== b.weekSales) return b.weekSales - a.weekSales;
			if (a.shopId !== b.shopId) return a.shopId - b.shopId;
			return a.productId < b.productId ? -1 : a.productId > b.productId ? 1 : 0;
		});
}
