"use client";

import { useTranslations } from "use-intl";
import { NativeSelect } from "@/components/ui/native-select";
import { saleChannels } from "@/lib/domains/gmv/constants";
import { readSaleChannel, readSaleType } from "@/lib/domains/gmv/rules/file-names";
import { valuesOf } from "@/lib/domains/gmv/rules/guess-mapping";
import type { MappingState } from "./use-mapping";

const saleTypes = ["sale", "refund"] as const;

/** Every word a column of types or channels uses, and what it means. */
export function WordList({ state, kind }: { state: MappingState; kind: "type" | "channel" }) {
	const t = useTranslations("mapping.words");
	const tGmv = useTranslations("gmv.channel");
	const { opening, mapping } = state;
	const { definition } = mapping;
	const source = definition.fields[kind];
	if (source?.from !== "column") return null;
	const words: Readonly<Record<string, string>> = kind === "type" ? definition.types : definition.channels;
	const at = opening.header.indexOf(source.column);
	const seen = [...new Set([...valuesOf(opening, source.column), ...Object.keys(words)])];
	const read = kind === "type" ? readSaleType : readSaleChannel;
	const options =
		kind === "type"
			? saleTypes.map((type) => ({ value: type, label: t(type) }))
			: saleChannels.map((channel) => ({ value: channel, label: tGmv(channel) }));
	function setWord(word: string, meaning: string): void {
		const { [word]: _, ...rest } = words;
		const next = meaning === "" ? rest : { ...rest, [word]: meaning };
		state.change(
			kind === "type"
				? { types: next as typeof definition.types }
				: { channels: next as typeof definition.channels },
		);
	}
	return (
		<section aria-label={t(`${kind}s`)} className="min-w-0">
			<h3 className="font-medium text-sm">{t(`${kind}s`)}</h3>
			<p className="mt-0.5 text-ink-faint text-xs">{t("description")}</p>
			{seen.length === 0 && <p className="mt-3 text-ink-faint text-sm">{t("none")}</p>}
			<ul className="mt-3 flex flex-col gap-2">
				{seen.map((word) => (
					<li key={word} className="grid grid-cols-2 items-center gap-3">
						<code className="wrap-anywhere rounded-sm bg-sunken px-2 py-1.5 text-sm">{word}</code>
						<NativeSelect
							aria-label={t("meaningOf", { word })}
							value={words[word] ?? read(word) ?? ""}
							emptyLabel={t("choose")}
							options={options}
							onChange={({ target }) => setWord(word, target.value)}
						/>
					</li>
				))}
			</ul>
			{at >= 0 && opening.values[at] === null && (
				<p className="mt-2 text-ink-faint text-xs">{t("partial")}</p>
			)}
		</section>
	);
}
