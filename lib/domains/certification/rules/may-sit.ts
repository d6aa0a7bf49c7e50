import { type CertificateLevel, certificateLevels } from "@/lib/domains/certification/constants/certificates";
import type { Blueprint, PastSitting } from "@/lib/domains/certification/types/exams";
import { addDays, type Day } from "@/lib/platform/time";

export type SitVerdict =
	| { readonly may: true; readonly attemptsLeft: number }
	| {
			readonly may: false;
			readonly reason: "HAS_OPEN_SITTING" | "PREREQUISITE" | "ATTEMPTS_USED" | "COOLING";
			/** The first day on which it is possible by waiting; null where waiting does not help. */
			readonly from: Day | null;
	  };

type Terms = Pick<Blueprint, "attempts" | "attemptDays" | "coolingDays" | "prerequisite">;

/** Who may sit on a day: one sitting at a time, the level before held, the limit of attempts and the cooling time kept. */
export function judgeMaySit(
	{ attempts, attemptDays, coolingDays, prerequisite }: Terms,
	{ past, held, today }: { past: readonly PastSitting[]; held: readonly CertificateLevel[]; today: Day },
): SitVerdict {
	const no = (reason: Exclude<SitVerdict, { may: true }>["reason"], from: Day | null): SitVerdict => ({
		may: false,
		reason,
		from,
	});
	if (past.some(({ outcome }) => outcome === "OPEN")) return no("HAS_OPEN_SITTING", null);
	if (prerequisite && !holds(held, prerequisite)) return no("PREREQUISITE", null);
	const counted = past
		.map(({ day }) => day)
		.filter((day) => addDays(day, attemptDays) > today)
		.sort();
	const oldest = counted.at(-attempts);
	if (oldest) return no("ATTEMPTS_USED", addDays(oldest, attemptDays));
	const failed = past.filter(({ outcome }) => outcome === "FAILED").map(({ day }) => day);
	const last = failed.sort().at(-1);
	const cooled = last && addDays(last, coolingDays + 1);
	if (cooled && cooled > today) return no("COOLING", cooled);
	return { may: true, attemptsLeft: attempts - counted.length };
}

/** A higher certificate stands for the lower ones. */
export function holds(held: readonly CertificateLevel[], level: CertificateLevel): boolean {
	const least = certificateLevels.indexOf(level);
	return held.some((own) => certificateLevels.indexOf(own) >= least);
}
