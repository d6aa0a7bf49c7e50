import { checkValue } from "@/lib/domains/gmv/rules/check-mapping";
import { feedForms } from "@/lib/domains/gmv/rules/feed-forms";
import { mapCheck, mapHeader, sharpen } from "@/lib/domains/gmv/rules/map-header";
import { mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import type { MappingDefinition } from "@/lib/domains/gmv/schema/mapping";
import type { FeedGrain, OpeningRow, Refused, RejectionCode } from "@/lib/domains/gmv/types";
import type { Day } from "@/lib/platform/time";

export type PreviewValue = {
	text: string;
	/** As the file has it; the text itself where that is a constant. */
	raw: string;
	/** What is wrong with it by itself, beside the line's first fault. */
	code: RejectionCode | null;
};

export type PreviewRow = {
	line: number;
	/** By field: what the import will read. */
	values: readonly PreviewValue[];
	/** The first fault, which is the one the import names; its `column` is the field, empty where the whole line is at fault. */
	fault: Refused | null;
};
export type Preview =
	| { ok: true; fields: readonly string[]; rows: PreviewRow[] }
	| { ok: false; columns: readonly string[] };

/**
 * What a mapping makes of some lines of a file: by the very rules the import uses. Whether a partner exists is for the
 * dry run to say: here its form alone is judged.
 */
export function previewMapping(
	grain: FeedGrain,
	definition: MappingDefinition,
	header: readonly string[],
	rows: readonly OpeningRow[],
	latest: Day,
): Preview {
	const mapping = mapHeader(header, grain, definition);
	if (!mapping.ok) return mapping;
	const fieldsOfGrain = mappingFields(grain);
	const check = mapCheck(feedForms[grain].makeCheck(mapping.layout, latest, null), mapping, definition);
	return {
		ok: true,
		fields: mapping.layout.columns,
		rows: rows.map(({ line, fields }) => {
			const checked = check(fields);
			return {
				line,
				values: mapping.readers.map((read, index): PreviewValue => {
					const text = read(fields);
					const raw = fields[mapping.positions[index] ?? -1] ?? text;
					const field = fieldsOfGrain[index];
					const code = field ? checkValue(field, text, latest) : null;
					return { text, raw, code: code && sharpen(code, definition) };
				}),
				fault: checked.ok ? null : checked,
			};
		}),
	};
}
