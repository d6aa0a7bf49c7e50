import { CopyableId } from "@/components/ui/copyable-id";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { AuditRow } from "@/lib/domains/audit/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { AuditChanges } from "./audit-changes";

export async function AuditTable({ entries }: { entries: readonly AuditRow[] }) {
	const [t, locale] = await Promise.all([getTranslations("identity"), getLocale()]);
	return (
		<Table label={t("audit.table")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("audit.at")}</TableHead>
					<TableHead>{t("audit.actor")}</TableHead>
					<TableHead>{t("audit.action")}</TableHead>
					<TableHead>{t("audit.subject")}</TableHead>
					<TableHead>{t("audit.changes")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{entries.map((entry) => (
					<TableRow key={entry.id}>
						<TableRowHead className="figure whitespace-nowrap align-top font-normal">
							{formatDateTime(entry.at, locale)}
							<span className="block text-2xs text-ink-faint">#{entry.id}</span>
						</TableRowHead>
						<TableCell className="align-top">
							<span className="block whitespace-nowrap">{entry.actorLabel}</span>
							<span className="block text-ink-faint text-xs">{entry.actorEmail ?? t("audit.system")}</span>
							{entry.address && <span className="figure block text-2xs text-ink-faint">{entry.address}</span>}
						</TableCell>
						<TableCell className="whitespace-nowrap align-top font-mono text-xs">{entry.action}</TableCell>
						<TableCell className="align-top">
							<span className="block whitespace-nowrap">
								<span className="text-ink-faint text-xs">{entry.subjectType} </span>
								<CopyableId value={entry.subjectId} label={t("audit.subjectId")} shortened />
							</span>
							{entry.organisationName && (
								<span className="block text-ink-faint text-xs">{entry.organisationName}</span>
							)}
						</TableCell>
						<TableCell className="min-w-72 align-top">
							<AuditChanges entry={entry} />
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
