import {
	columnTitles,
	type QuestionColumn,
	questionColumns,
	requiredColumns,
} from "@/lib/domains/certification/constants/question-imports";
import type { QuestionMapping } from "@/lib/domains/certification/schema/question-imports";

/** A word without case, width, blanks and the signs between its parts. */
export function fold(text: string): string {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[\s_\-./:*（）()]+/g, "");
}

/** Which column of a file holds what, as far as its names tell; each column once, the better known name first. */
export function guessMapping(header: readonly string[]): QuestionMapping {
	const folded = header.map(fold);
	const taken = new Set<number>();
	const mapping: QuestionMapping = {};
	for (const column of questionColumns)
		for (const name of [column, ...columnTitles[column]]) {
			const at = folded.findIndex((title, place) => title === fold(name) && !taken.has(place));
			if (at < 0) continue;
			taken.add(at);
			mapping[column] = { from: "column", at };
			break;
		}
	return mapping;
}

/** Required columns a mapping says nothing of, and columns the file does not have. */
export function findMissingColumns(mapping: QuestionMapping, width: number): QuestionColumn[] {
	return questionColumns.filter((column) => {
		const source = mapping[column];
		if (!source) return requiredColumns.includes(column);
		return source.from === "column" && source.at >= width;
	});
}
