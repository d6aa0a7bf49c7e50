import { leastDepositFen } from "@/lib/domains/trust/constants/card";
import type { EligibilityCheck, ShopStanding } from "@/lib/domains/trust/types/card";
import type { Guarantee } from "@/lib/domains/trust/types/claims";

/**
 * What a shop has to meet before it takes a guarantee on, each with what it has and what it needs. What is held already is not
 * taken away by it: only operations suspend. The seven-day return is the law's, so nothing but a suspension stands against it.
 */
export function eligibilityOf(guarantee: Guarantee, shop: ShopStanding): EligibilityCheck[] {
	const suspended: EligibilityCheck = {
		...{ code: "NOT_SUSPENDED", isMet: !shop.suspended.includes(guarantee), values: {} },
	};
	if (guarantee === "SEVEN_DAY_RETURN") return [suspended];
	const least = leastDepositFen[guarantee];
	const checks: EligibilityCheck[] = [
		{
			code: "DEPOSIT",
			isMet: shop.depositFen >= least,
			values: { leastFen: String(least), depositFen: String(shop.depositFen) },
		},
		{ code: "NOTHING_WAITS", isMet: shop.queued === 0, values: { count: String(shop.queued) } },
	];
	if (guarantee === "TENFOLD_COMPENSATION")
		checks.push({
			...{ code: "NO_COUNTERFEITS", isMet: shop.counterfeits === 0 },
			values: { count: String(shop.counterfeits) },
		});
	return [...checks, suspended];
}

export const isEligible = (checks: readonly EligibilityCheck[]) => checks.every(({ isMet }) => isMet);
