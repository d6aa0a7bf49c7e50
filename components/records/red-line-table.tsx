import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { RedLineRow } from "@/lib/domains/partnership/types";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { WithdrawRedLine } from "./take-back";

export async function RedLineTable({ rows, mayManage }: { rows: readonly RedLineRow[]; mayManage: boolean }) {
	const t = await getTranslations("records");
	return (
		<Table label={t("redLines.table")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("redLines.column.partner")}</TableHead>
					<TableHead>{t("redLines.column.kind")}</TableHead>
					<TableHead>{t("redLines.column.occurredOn")}</TableHead>
					<TableHead>{t("redLines.column.note")}</TableHead>
					<TableHead>{t("redLines.column.recorded")}</TableHead>
					{mayManage && <TableHead className="w-0" />}
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<RedLineLine key={row.id} row={row} mayManage={mayManage} />
				))}
			</TableBody>
		</Table>
	);
}

async function RedLineLine({ row, mayManage }: { row: RedLineRow; mayManage: boolean }) {
	const [t, locale] = await Promise.all([getTranslations("records"), getLocale()]);
	const at = formatDateTime(row.recordedAt, locale);
	return (
		<TableRow>
			<TableRowHead className="min-w-48 align-top">
				<Link
					href={routes.ops.partner(row.partnerId)}
					className="hover:text-brand-ink hover:underline hover:underline-offset-4"
				>
					{row.partnerName}
				</Link>
			</TableRowHead>
			<TableCell className="whitespace-nowrap align-top">
				<Badge tone={row.withdrawnAt ? "neutral" : "danger"}>{t(`redLines.kind.${row.kind}`)}</Badge>
			</TableCell>
			<TableCell className="figure whitespace-nowrap align-top">
				{formatDate(row.occurredOn, locale)}
			</TableCell>
			<TableCell className="wrap-anywhere min-w-64 whitespace-pre-line align-top">
				{row.note || "–"}
				{row.withdrawnAt && (
					<span className="mt-1 block text-ink-soft text-xs">
						{t("redLines.withdrawnAt", {
							at: formatDateTime(row.withdrawnAt, locale),
							reason: row.withdrawReason ?? "",
						})}
					</span>
				)}
			</TableCell>
			<TableCell className="whitespace-nowrap align-top text-ink-soft text-xs">
				{row.recordedBy ? t("redLines.recordedBy", { name: row.recordedBy, at }) : at}
			</TableCell>
			{mayManage && (
				<TableCell className="align-top">{!row.withdrawnAt && <WithdrawRedLine redLine={row} />}</TableCell>
			)}
		</TableRow>
	);
}
