"use client";

import { useTranslations } from "use-intl";
import { Card, CardBody } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { NativeSelect } from "@/components/ui/native-select";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { feedGrains } from "@/lib/domains/gmv/constants";
import { encodingNames } from "@/lib/domains/gmv/rules/detect-encoding";
import type { FileOpening } from "@/lib/domains/gmv/types";
import type { UploadRow } from "@/lib/domains/intake/types";
import { formatBytes, formatCount } from "@/lib/platform/format";
import type { MappingState } from "./use-mapping";

const delimiterKeys = { ",": "comma", "\t": "tab", ";": "semicolon" } as const;

/** What the portal found out about the file by itself. */
export function FileCard({ upload, state }: { upload: UploadRow; state: MappingState }) {
	const t = useTranslations("mapping.file");
	const tGrains = useTranslations("intake.uploads.grains");
	const { opening, mapping } = state;
	const items = [
		{ term: t("source"), detail: <span className="font-mono">{upload.sourceCode}</span> },
		{ term: t("size"), detail: formatBytes(upload.sizeBytes) },
		{ term: t("encoding"), detail: encodingNames[opening.encoding] },
		{ term: t("delimiter"), detail: t(`delimiters.${delimiterKeys[opening.delimiter]}`) },
		{ term: t("columns"), detail: formatCount(opening.header.length) },
		{
			term: t("grain"),
			detail: (
				<span className="block max-w-48">
					<NativeSelect
						aria-label={t("grain")}
						value={mapping.grain}
						onChange={({ target }) => {
							const grain = feedGrains.find((one) => one === target.value);
							if (grain) state.setGrain(grain);
						}}
						options={feedGrains.map((grain) => ({ value: grain, label: tGrains(grain) }))}
					/>
				</span>
			),
		},
	];
	return (
		<Card className="overflow-hidden">
			<CardBody className="pt-5">
				<DescriptionList items={items} columns={3} />
			</CardBody>
			<details className="border-t">
				<summary className="cursor-pointer px-5 py-3 font-medium text-brand-ink text-sm">
					{t("raw", { count: formatCount(opening.rows.length) })}
				</summary>
				<RawTable opening={opening} />
			</details>
		</Card>
	);
}

function RawTable({ opening }: { opening: FileOpening }) {
	const t = useTranslations("mapping.file");
	if (opening.rows.length === 0) return <p className="px-5 pb-4 text-ink-faint text-sm">{t("noRows")}</p>;
	const columns = opening.header.map((name, at) => ({ key: `${at}-${name}`, name, at }));
	return (
		<Table label={t("rawTable")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("line")}</TableHead>
					{columns.map(({ key, name }) => (
						<TableHead key={key}>{name || t("unnamed")}</TableHead>
					))}
				</TableRow>
			</TableHeader>
			<TableBody>
				{opening.rows.map(({ line, fields }) => (
					<TableRow key={line}>
						<TableRowHead>{line}</TableRowHead>
						{columns.map(({ key, at }) => (
							<TableCell key={key} className="max-w-64 break-words font-mono text-xs">
								{fields[at] || <span className="text-ink-faint">–</span>}
							</TableCell>
						))}
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
