import Link from "next/link";
import { StatusBadge, type StatusTones } from "@/components/ui/status-badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { ImportState } from "@/lib/domains/certification/constants/question-imports";
import type { ImportRow } from "@/lib/domains/certification/types/question-imports";
import { formatCount, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export const importTones: StatusTones<ImportState> = {
	OPEN: "warning",
	DONE: "success",
	DISCARDED: "neutral",
};

const figures = ["lines", "accepted", "rejected", "duplicate"] as const;

export async function ImportTable({ rows }: { rows: readonly ImportRow[] }) {
	const [t, locale] = await Promise.all([getTranslations("questionimport"), getLocale()]);
	return (
		<Table label={t("list.title")} density="compact" stickyFirst={false}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("list.file")}</TableHead>
					<TableHead>{t("list.state")}</TableHead>
					<TableHead>{t("list.by")}</TableHead>
					<TableHead>{t("list.at")}</TableHead>
					{figures.map((name) => (
						<TableHead key={name} numeric>
							{t(`list.${name}`)}
						</TableHead>
					))}
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<TableRow key={row.id}>
						<TableRowHead className="min-w-40">
							<Link
								href={routes.ops.questionImport(row.id)}
								className="wrap-anywhere text-ink hover:text-brand-ink hover:underline hover:underline-offset-4"
							>
								{row.fileName}
							</Link>
						</TableRowHead>
						<TableCell className="whitespace-nowrap">
							<StatusBadge status={row.state} tones={importTones} label={t(`states.${row.state}`)} />
						</TableCell>
						<TableCell className="whitespace-nowrap">{row.uploadedBy ?? t("someone")}</TableCell>
						<TableCell className="whitespace-nowrap">{formatDateTime(row.createdAt, locale)}</TableCell>
						{figures.map((name) => (
							<TableCell key={name} numeric>
								{row[name] === null ? "–" : formatCount(row[name])}
							</TableCell>
						))}
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
