/**
 * JSON in one form only: keys in code-unit order, no blanks, integers only. Equal documents give equal bytes, whatever
 * order a database or a person put the keys in; this is the text that hashes are taken of. `known` holds the texts of
 * parts that many documents have in common, by identity, so that they are written once.
 * Throws `NOT_CANONICAL` on what JSON cannot hold exactly (undefined, bigint, fractions, NaN).
 */
export function canonicalJson(value: unknown, known?: ReadonlyMap<object, string>): string {
	if (typeof value === "string") return quote(value);
	if (value === null || typeof value === "boolean") return String(value);
	if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
	if (typeof value !== "object") throw new Error("NOT_CANONICAL");
	return known?.get(value) ?? (Array.isArray(value) ? writeArray(value, known) : writeObject(value, known));
}

/** Order by UTF-16 code units: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

function writeArray(items: readonly unknown[], known?: ReadonlyMap<object, string>): string {
	let text = "[";
	for (let at = 0; at < items.length; at++) {
		if (at > 0) text += ",";
		text += canonicalJson(items[at], known);
	}
	return `${text}]`;
}

function writeObject(value: object, known?: ReadonlyMap<object, string>): string {
	const { keys, labels } = findShape(Object.keys(value));
	const fields = value as Readonly<Record<string, unknown>>;
	let text = "{";
	for (let at = 0; at < keys.length; at++) text += labels[at] + canonicalJson(fields[keys[at] ?? ""], known);
	return `${text}}`;
}

/** Text that JSON writes as it is: without quotes, backslashes, controls and halves of a pair. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function quote(text: string): string {
	return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Keys as objects of one making have them, the same in code-unit order, and what stands before each value. */
type Shape = {
	readonly given: readonly string[];
	readonly keys: readonly string[];
	readonly labels: readonly string[];
};

/** Objects of few makings are written in great numbers: their keys are put in order once. By first key; so many at most. */
const shapes = new Map<string, Shape[]>();
const MOST_FIRST_KEYS = 500;
const MOST_ALIKE = 16;

function findShape(given: string[]): Shape {
	const first = given[0] ?? "";
	const alike = shapes.get(first);
	const seen = alike?.find((shape) => isSame(shape.given, given));
	if (seen) return seen;
	const keys = [...given].sort(compareText);
	const shape = { given, keys, labels: keys.map((key, at) => `${at > 0 ? "," : ""}${JSON.stringify(key)}:`) };
	if (!alike && shapes.size < MOST_FIRST_KEYS) shapes.set(first, [shape]);
	else if (alike && alike.length < MOST_ALIKE) alike.push(shape);
	return shape;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
	if (a.length !== b.length) return false;
	for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
	return true;
}
