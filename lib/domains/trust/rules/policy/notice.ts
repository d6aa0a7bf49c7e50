import { addDays, type Day } from "@/lib/platform/time";

/** A change of the guarantees reaches every shop and every buyer: always the longer notice of domain.md §3.1. */
export const TRUST_NOTICE_DAYS = 15;

/** The earliest day a policy published today may take effect; never before a version that is announced already. */
export function earliestTrustDay(today: Day, latestEffectiveFrom: Day): Day {
	const noticed = addDays(today, TRUST_NOTICE_DAYS);
	return noticed > latestEffectiveFrom ? noticed : latestEffectiveFrom;
}
