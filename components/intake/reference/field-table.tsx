import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { getTranslations } from "@/lib/platform/i18n/server";
import { CodeText } from "./code-block";

export type FieldItem = {
	path: string;
	/** Where a parameter stands, in the reader's language. */
	place?: string;
	type: string;
	required: boolean;
	text: string;
};

/** Fields or parameters, one a row. */
export async function FieldTable({ label, fields }: { label: string; fields: readonly FieldItem[] }) {
	const t = await getTranslations("apidoc");
	const hasPlace = fields.some(({ place }) => place);
	return (
		<div className="overflow-hidden rounded-md border">
			<Table label={label} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{t("name")}</TableHead>
						{hasPlace && <TableHead>{t("where")}</TableHead>}
						<TableHead>{t("type")}</TableHead>
						<TableHead className="min-w-56">{t("text")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{fields.map(({ path, place, type, required, text }) => (
						<TableRow key={path}>
							<TableRowHead className="whitespace-nowrap">
								<span className="font-mono text-xs">{path}</span>
								<span className={required ? "ml-2 text-2xs text-brand-ink" : "ml-2 text-2xs text-ink-faint"}>
									{t(required ? "required" : "optional")}
								</span>
							</TableRowHead>
							{hasPlace && <TableCell className="whitespace-nowrap">{place}</TableCell>}
							<TableCell className="min-w-28 max-w-60 font-mono text-ink-soft text-xs">{type}</TableCell>
							<TableCell>
								<CodeText text={text} />
							</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
		</div>
	);
}
