import "server-only";
import { uncountedStates } from "@/lib/domains/benefits/constants";

/** The condition, in SQL, of an application that counts against the limits of its benefit. */
export const counts = (state: string) =>
	`${state} NOT IN (${uncountedStates.map((one) => `'${one}'`).join(", ")})`;
