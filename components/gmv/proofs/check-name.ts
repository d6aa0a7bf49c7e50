import { checkKey } from "@/lib/domains/gmv/rules/split-checks";

/** A check in the reader's language; one that has no translation yet speaks for itself. */
export function checkName(t: unknown, check: string): string {
	const translate = t as { (key: string): string; has(key: string): boolean };
	const key = `checks.${checkKey(check)}`;
	return translate.has(key) ? translate(key) : check;
}

/** Whoever asked: people by name, programs by what they are. */
export function askedBy(
	t: unknown,
	{ startedBy, isPerson }: { startedBy: string; isPerson: boolean },
): string {
	const translate = t as { (key: string): string; has(key: string): boolean };
	return !isPerson && translate.has(`who.${startedBy}`) ? translate(`who.${startedBy}`) : startedBy;
}
