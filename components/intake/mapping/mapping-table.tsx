import { StatusBadge } from "@/components/ui/status-badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { MappingRow } from "@/lib/domains/intake/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { ArchiveMapping } from "./archive-mapping";
import { DefinitionDetails } from "./definition-details";

const tones = { active: "success", archived: "neutral" } as const;

export async function MappingTable({
	mappings,
	canManage,
}: {
	mappings: readonly MappingRow[];
	canManage: boolean;
}) {
	const [t, tGmv, locale] = await Promise.all([
		getTranslations("mapping"),
		getTranslations("gmv"),
		getLocale(),
	]);
	return (
		<Table label={t("list.title")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("list.name")}</TableHead>
					<TableHead>{t("list.grain")}</TableHead>
					<TableHead>{t("list.fields")}</TableHead>
					<TableHead numeric>{t("list.version")}</TableHead>
					<TableHead>{t("list.updated")}</TableHead>
					<TableHead>{t("list.state")}</TableHead>
					{canManage && (
						<TableHead>
							<span className="sr-only">{t("list.actions")}</span>
						</TableHead>
					)}
				</TableRow>
			</TableHeader>
			<TableBody>
				{mappings.map((row) => {
					const status = row.isArchived ? "archived" : "active";
					return (
						<TableRow key={row.id}>
							<TableRowHead className="wrap-anywhere min-w-36">{row.name}</TableRowHead>
							<TableCell className="whitespace-nowrap">{tGmv(`grain.${row.grain}`)}</TableCell>
							<TableCell>
								<DefinitionDetails grain={row.grain} definition={row.definition} />
							</TableCell>
							<TableCell numeric>{row.version}</TableCell>
							<TableCell className="whitespace-nowrap">
								<span className="figure block">{formatDateTime(row.updatedAt, locale)}</span>
								<span className="block text-ink-faint text-xs">{row.updatedBy}</span>
							</TableCell>
							<TableCell>
								<StatusBadge status={status} tones={tones} label={t(`list.${status}`)} />
							</TableCell>
							{canManage && (
								<TableCell className="text-right">
									<ArchiveMapping {...row} />
								</TableCell>
							)}
						</TableRow>
					);
				})}
			</TableBody>
		</Table>
	);
}
