"use client";

import { CircleAlert } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { readSaleChannel, readSaleType } from "@/lib/domains/gmv/rules/file-names";
import { isNumeric, type MappingField, mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import type { PreviewRow } from "@/lib/domains/gmv/rules/preview-mapping";
import type { RejectionCode } from "@/lib/domains/gmv/types";
import { formatCount } from "@/lib/platform/format";
import { asFieldName } from "./field-names";
import type { MappingState } from "./use-mapping";

type ShownField = MappingField & { index: number };

/** The first lines as the import would read them, every fault at its cell. */
export function PreviewCard({ state }: { state: MappingState }) {
	const t = useTranslations("mapping");
	const { mapping, preview, opening } = state;
	const shown = mappingFields(mapping.grain).flatMap((field, index): ShownField[] =>
		mapping.definition.fields[field.name] ? [{ ...field, index }] : [],
	);
	const count = formatCount(opening.rows.length);
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("preview.title")} description={t("preview.description", { count })} />
			<CardBody>
				<PreviewVerdict state={state} />
			</CardBody>
			{preview.ok && preview.rows.length > 0 && shown.length > 0 && (
				<Table label={t("preview.table")} density="compact">
					<TableHeader>
						<TableRow>
							<TableHead>{t("preview.line")}</TableHead>
							{shown.map(({ name, kind }) => (
								<TableHead key={name} numeric={isNumeric(kind)}>
									{t(`fields.${asFieldName(name)}`)}
								</TableHead>
							))}
						</TableRow>
					</TableHeader>
					<TableBody>
						{preview.rows.map((row) => (
							<PreviewLine key={row.line} row={row} fields={shown} />
						))}
					</TableBody>
				</Table>
			)}
		</Card>
	);
}

function PreviewVerdict({ state }: { state: MappingState }) {
	const t = useTranslations("mapping");
	const comma = useLocale() === "en" ? ", " : "、";
	const { preview, problems, opening } = state;
	if (!preview.ok)
		return <Banner tone="danger">{t("preview.absent", { columns: preview.columns.join(comma) })}</Banner>;
	if (opening.rows.length === 0) return <Banner tone="warning">{t("file.noRows")}</Banner>;
	const missing = [...problems].filter(
		([, code]) => code === "MAPPING_FIELD_MISSING" || code === "VALUE_MISSING",
	);
	if (missing.length > 0) {
		const fields = missing.map(([name]) => t(`fields.${asFieldName(name)}`)).join(comma);
		return (
			<Banner tone="warning">{t("preview.incomplete", { count: String(missing.length), fields })}</Banner>
		);
	}
	const faults = preview.rows.filter((row) => row.fault).length;
	const count = formatCount(preview.rows.length);
	return faults === 0 ? (
		<Banner tone="success">{t("preview.ok", { count })}</Banner>
	) : (
		<Banner tone="warning">{t("preview.faults", { count, faults: formatCount(faults) })}</Banner>
	);
}

function PreviewLine({ row, fields }: { row: PreviewRow; fields: readonly ShownField[] }) {
	const t = useTranslations("mapping");
	const { fault } = row;
	// A field that is not set yet is named above the table, and on no line.
	const isWhole = fault?.column === "";
	return (
		<TableRow>
			<TableRowHead className="figure">
				{row.line}
				{isWhole && <Fault code={fault.code} label={t("preview.wholeLine")} />}
			</TableRowHead>
			{fields.map((field) => (
				<TableCell
					key={field.name}
					numeric={isNumeric(field.kind)}
					className={field.name === "product_name" ? "min-w-40 max-w-64 break-words" : "whitespace-nowrap"}
				>
					<Cell row={row} field={field} />
				</TableCell>
			))}
		</TableRow>
	);
}

/** What will be read, or what is wrong: the fault for which the line is refused, and whatever else would be one. */
function Cell({ row, field }: { row: PreviewRow; field: ShownField }) {
	const { fault } = row;
	const value = row.values[field.index];
	if (fault?.column === field.name) return <Fault code={fault.code} label={fault.value} />;
	if (value?.code) return <Fault code={value.code} label={value.raw} />;
	return <Value field={field} value={value?.text ?? ""} />;
}

function Value({ field, value }: { field: MappingField; value: string }) {
	const t = useTranslations("mapping");
	const tChannel = useTranslations("gmv.channel");
	if (value === "") return <span className="text-ink-faint">–</span>;
	const type = field.kind === "type" ? readSaleType(value) : null;
	if (type) return t(`words.${type}`);
	const channel = field.kind === "channel" ? readSaleChannel(value) : null;
	return channel ? tChannel(channel) : value;
}

function Fault({ code, label }: { code: RejectionCode; label: string }) {
	const t = useTranslations("mapping");
	const tGmv = useTranslations("gmv");
	return (
		<span className="-mx-1.5 inline-flex min-w-32 max-w-56 flex-col rounded-sm bg-danger-soft px-1.5 py-0.5 text-left text-danger-ink">
			<span className="inline-flex items-center gap-1 font-medium">
				<CircleAlert aria-hidden="true" className="size-3.5 shrink-0" />
				<span className="sr-only">{t("preview.fault")}</span>
				<span className="wrap-anywhere">{label || t("file.empty")}</span>
			</span>
			<span className="whitespace-normal text-2xs">{tGmv(`rejection.${code}`)}</span>
		</span>
	);
}
