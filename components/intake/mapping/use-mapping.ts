"use client";

import { useMemo, useState } from "react";
import { findMappingProblems, type MappingProblem } from "@/lib/domains/gmv/rules/check-mapping";
import { guessChannels, guessMapping, guessTypes, valuesOf } from "@/lib/domains/gmv/rules/guess-mapping";
import { findColumn } from "@/lib/domains/gmv/rules/map-header";
import { mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import { previewMapping } from "@/lib/domains/gmv/rules/preview-mapping";
import { isSameMapping } from "@/lib/domains/gmv/rules/same-mapping";
import type { FieldSource, GrainMapping, MappingDefinition } from "@/lib/domains/gmv/schema/mapping";
import type { FeedGrain, FileOpening } from "@/lib/domains/gmv/types";
import type { MappingRow } from "@/lib/domains/intake/types";

export type ColumnProblem = MappingProblem["code"] | "COLUMN_NOT_IN_FILE" | "COLUMN_TWICE";
export type ChosenMapping = { id: string; version: number; name: string; mapping: GrainMapping };

function columnProblem(header: readonly string[], source: FieldSource | undefined): ColumnProblem | null {
	if (source?.from !== "column") return null;
	const found = findColumn(header, source.column).length;
	if (found === 1) return null;
	return found === 0 ? "COLUMN_NOT_IN_FILE" : "COLUMN_TWICE";
}

/** A mapping while it is being made, and what it would do to the lines at hand. */
export function useMapping(
	opening: FileOpening,
	latest: string,
	initial: { mapping: GrainMapping; chosen: ChosenMapping | null },
) {
	const [{ grain, definition }, setMapping] = useState<GrainMapping>(initial.mapping);
	const [chosen, setChosen] = useState<ChosenMapping | null>(initial.chosen);
	/** Somebody has tried to go on: what is missing is marked from then on. */
	const [isTried, setIsTried] = useState(false);

	const problems = useMemo(() => {
		const own = new Map<string, ColumnProblem>(
			findMappingProblems(grain, definition).map(({ field, code }) => [field, code]),
		);
		for (const { name } of mappingFields(grain)) {
			const code = columnProblem(opening.header, definition.fields[name]);
			if (code) own.set(name, code);
		}
		return own;
	}, [grain, definition, opening]);
	const preview = useMemo(
		() => previewMapping(grain, definition, opening.header, opening.rows, latest),
		[grain, definition, opening, latest],
	);

	function change(part: Partial<MappingDefinition>): void {
		setMapping({ grain, definition: { ...definition, ...part } });
	}

	/** A new column of types or channels brings its words with it. */
	function setField(name: string, source: FieldSource | null): void {
		const { [name]: _, ...rest } = definition.fields;
		const fields = source ? { ...rest, [name]: source } : rest;
		const values = source?.from === "column" ? valuesOf(opening, source.column) : [];
		const kind = mappingFields(grain).find((field) => field.name === name)?.kind;
		change({
			fields,
			...(kind === "type" ? { types: { ...guessTypes(values), ...definition.types } } : {}),
			...(kind === "channel" ? { channels: { ...guessChannels(values), ...definition.channels } } : {}),
		});
	}

	return {
		mapping: { grain, definition },
		opening,
		latest,
		chosen,
		problems,
		preview,
		isTried,
		isChanged: chosen !== null && !isSameMapping(chosen.mapping, { grain, definition }),
		change,
		setField,
		/** Marks what is missing; whether nothing is. */
		check(): boolean {
			setIsTried(true);
			return problems.size === 0;
		},
		setGrain(next: FeedGrain) {
			setMapping({ grain: next, definition: guessMapping(next, opening, latest) });
			setChosen(null);
			setIsTried(false);
		},
		guess() {
			setMapping({ grain, definition: guessMapping(grain, opening, latest) });
			setChosen(null);
		},
		choose(row: MappingRow) {
			const { id, version, name, definition: saved } = row;
			const mapping = { grain: row.grain, definition: saved };
			setMapping(mapping);
			setChosen({ id, version, name, mapping });
		},
		/** What is on the screen is what was saved. */
		keep(saved: { id: string; version: number; name: string }) {
			setChosen({ ...saved, mapping: { grain, definition } });
		},
	};
}

export type MappingState = ReturnType<typeof useMapping>;
