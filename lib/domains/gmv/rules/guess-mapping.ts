import { timeFormats } from "@/lib/domains/gmv/constants";
import { columnNames, foldName, readSaleChannel, readSaleType } from "@/lib/domains/gmv/rules/file-names";
import { guessedChannels, guessedNames, guessedTypes } from "@/lib/domains/gmv/rules/guess-names";
import { type MappingField, mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import { parseFeedDay } from "@/lib/domains/gmv/rules/parse-fields";
import { readTime } from "@/lib/domains/gmv/rules/read-time";
import type { FieldSource, MappingDefinition } from "@/lib/domains/gmv/schema/mapping";
import type { FeedGrain, FileOpening, SaleChannel, TimeFormat } from "@/lib/domains/gmv/types";
import type { Day } from "@/lib/platform/time";

const UNIT_IN_BRACKETS = /[([【][^)\]】]*[)\]】]/g;

/** A column's name without case, width, unit and the signs between words. */
function simplify(name: string): string {
	return foldName(name)
		.replace(UNIT_IN_BRACKETS, "")
		.replace(/[\s_\-.:/]+/g, "");
}

function namesOf(field: string): string[] {
	return [field, ...(columnNames[field] ?? []), ...(guessedNames[field] ?? [])].map(simplify);
}

/** Columns by field, each column once: the names a field is known by decide, the better known before the lesser. */
function guessColumns(header: readonly string[], fields: readonly MappingField[]): Map<string, string> {
	const names = header.map(simplify);
	const isUsable = (at: number) => names[at] !== "" && names.indexOf(names[at] ?? "") === at;
	const ranked = fields
		.flatMap((field) =>
			namesOf(field.name).flatMap((name, rank) => {
				const at = names.indexOf(name);
				return at >= 0 && isUsable(at) ? [{ field: field.name, at, rank }] : [];
			}),
		)
		.sort((one, other) => one.rank - other.rank);
	const columns = new Map<string, string>();
	const taken = new Set<number>();
	for (const { field, at } of ranked) {
		if (columns.has(field) || taken.has(at)) continue;
		columns.set(field, header[at]?.trim() ?? "");
		taken.add(at);
	}
	return columns;
}

/** The values of a column in the lines looked at; the shown rows where it holds too many to list. */
export function valuesOf(opening: FileOpening, column: string): readonly string[] {
	const at = opening.header.findIndex((name) => name.trim() === column);
	if (at < 0) return [];
	const values = opening.values[at] ?? opening.rows.map(({ fields }) => fields[at] ?? "");
	return values.map((value) => value.trim()).filter((value) => value !== "");
}

/** The formats in which the most of the values are days the import takes, the likelier first; none where none is. */
export function fittingTimeFormats(values: readonly string[], latest: Day): TimeFormat[] {
	const isRead = (format: TimeFormat, value: string) => {
		const day = readTime(format, value)?.slice(0, 10);
		return day !== undefined && parseFeedDay(day, latest).code === null;
	};
	const counts = timeFormats.map((format) => values.filter((value) => isRead(format, value)).length);
	const most = Math.max(...counts);
	return most === 0 ? [] : timeFormats.filter((_, at) => counts[at] === most);
}

function guessWords<Meaning extends string>(
	values: readonly string[],
	isKnown: (value: string) => boolean,
	guess: (value: string) => Meaning | undefined,
): Record<string, Meaning> {
	const pairs = values.flatMap((value): [string, Meaning][] => {
		const meaning = isKnown(value) ? undefined : guess(foldName(value));
		return meaning ? [[value, meaning]] : [];
	});
	return Object.fromEntries(pairs);
}

function guessType(value: string): "sale" | "refund" | undefined {
	return (["sale", "refund"] as const).find((type) => guessedTypes[type].includes(value));
}

function guessChannel(value: string): SaleChannel | undefined {
	const channels = Object.keys(guessedChannels) as SaleChannel[];
	return channels.find((channel) => guessedChannels[channel].some((part) => value.includes(part)));
}

/** The words of a column that neither the import nor a guess understands need a person. */
export function guessTypes(values: readonly string[]): Record<string, "sale" | "refund"> {
	return guessWords(values, (value) => readSaleType(value) !== null, guessType);
}

export function guessChannels(values: readonly string[]): Record<string, SaleChannel> {
	return guessWords(values, (value) => readSaleChannel(value) !== null, guessChannel);
}

/** A mapping to start from, guessed from the file's names and values; what it does not find is left for a person. */
export function guessMapping(grain: FeedGrain, opening: FileOpening, latest: Day): MappingDefinition {
	const fields = mappingFields(grain);
	const columns = guessColumns(opening.header, fields);
	const sources = [...columns].map(([field, column]): [string, FieldSource] => [
		field,
		{ from: "column", column },
	]);
	const valuesOfKind = (...kinds: readonly MappingField["kind"][]) =>
		fields
			.filter(({ kind }) => kinds.includes(kind))
			.flatMap(({ name }) => valuesOf(opening, columns.get(name) ?? ""));
	const amountColumns = fields
		.filter(({ kind }) => kind === "amount")
		.flatMap(({ name }) => columns.get(name) ?? [])
		.map(foldName);
	return {
		fields: Object.fromEntries(sources),
		time: fittingTimeFormats(valuesOfKind("time", "day", "month"), latest)[0] ?? "iso",
		unit: amountColumns.some((name) => /[([【_ ](?:分|fen|cents?)(?:[)\]】]|$)/.test(name)) ? "fen" : "yuan",
		isGrouped: valuesOfKind("amount").some((value) =>
			/^-?[¥￥]|^-?\d{1,3}(,\d{3})+(\.\d+)?$|元$/.test(value),
		),
		types: guessTypes(valuesOfKind("type")),
		channels: guessChannels(valuesOfKind("channel")),
	};
}
