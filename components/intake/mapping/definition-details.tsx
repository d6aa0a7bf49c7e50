import { mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import type { MappingDefinition } from "@/lib/domains/gmv/schema/mapping";
import type { FeedGrain } from "@/lib/domains/gmv/types";
import { getTranslations } from "@/lib/platform/i18n/server";
import { asFieldName } from "./field-names";

/** A mapping in words: every field with the column or the value it comes from. */
export async function DefinitionDetails({
	grain,
	definition,
}: {
	grain: FeedGrain;
	definition: MappingDefinition;
}) {
	const t = await getTranslations("mapping");
	const { fields, time, unit, isGrouped, types, channels } = definition;
	const sources = mappingFields(grain).flatMap(({ name }): [string, string][] => {
		const source = fields[name];
		if (!source) return [];
		const text =
			source.from === "column" ? source.column : t("list.constant", { value: source.value || "–" });
		return [[t(`fields.${asFieldName(name)}`), text]];
	});
	const words = Object.entries({ ...types, ...channels }).map(([word, meaning]) => `${word} → ${meaning}`);
	const rows: [string, string][] = [
		...sources,
		[t("list.time"), t(`formats.times.${time}`)],
		[t("list.unit"), t(`formats.units.${unit}`) + (isGrouped ? ` · ${t("list.grouped")}` : "")],
		...(words.length > 0 ? [[t("list.words"), words.join("；")] as [string, string]] : []),
	];
	return (
		<details>
			<summary className="cursor-pointer whitespace-nowrap text-brand-ink">
				{t("list.details", { count: String(sources.length) })}
			</summary>
			<dl className="mt-2 grid min-w-64 grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-xs">
				{rows.map(([term, detail]) => (
					<div key={term} className="contents">
						<dt className="whitespace-nowrap text-ink-faint">{term}</dt>
						<dd className="wrap-anywhere">{detail}</dd>
					</div>
				))}
			</dl>
		</details>
	);
}
