import Link from "next/link";
import { CheckDepositDialog } from "@/components/admission/deposits/check-deposit-dialog";
import { DepositBadge } from "@/components/admission/deposits/deposit-badge";
import { Badge } from "@/components/ui/badge";
import {
	Table,
	TableBody,
	TableCell,
	type TableDensity,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { DepositRow } from "@/lib/domains/admission/types";
import { formatDate, formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type DepositTableProps = { rows: readonly DepositRow[]; density: TableDensity; canCheck: boolean };

export async function DepositTable({ rows, density, canCheck }: DepositTableProps) {
	const t = await getTranslations("activation");
	return (
		<Table label={t("list.title")} density={density}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("list.columns.company")}</TableHead>
					<TableHead numeric>{t("list.columns.amount")}</TableHead>
					<TableHead>{t("list.columns.payer")}</TableHead>
					<TableHead>{t("list.columns.paidOn")}</TableHead>
					<TableHead>{t("list.columns.reported")}</TableHead>
					<TableHead>{t("list.columns.agreement")}</TableHead>
					<TableHead>{t("list.columns.state")}</TableHead>
					<TableHead className="text-right">{t("list.columns.actions")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<DepositLine key={row.id} row={row} canCheck={canCheck} />
				))}
			</TableBody>
		</Table>
	);
}

async function DepositLine({ row, canCheck }: { row: DepositRow; canCheck: boolean }) {
	const [t, locale] = await Promise.all([getTranslations("activation"), getLocale()]);
	const isOtherPayer = row.payer !== row.companyName;
	return (
		<TableRow>
			<TableRowHead className="min-w-52 max-w-72">
				<Link
					href={routes.ops.application(row.applicationId)}
					className="wrap-anywhere line-clamp-2 rounded-sm hover:text-brand-ink"
				>
					{row.companyName}
				</Link>
				<span className="figure block font-mono font-normal text-2xs text-ink-faint">
					{row.applicationNumber}
				</span>
			</TableRowHead>
			<TableCell numeric>{formatFen(row.amountFen)}</TableCell>
			<TableCell className="min-w-40 max-w-64">
				<span className="wrap-anywhere block">{row.payer}</span>
				{isOtherPayer && <Badge tone="warning">{t("list.otherPayer")}</Badge>}
				<span className="figure wrap-anywhere block text-ink-faint text-xs">{row.reference}</span>
			</TableCell>
			<TableCell className="figure whitespace-nowrap">{formatDate(row.paidOn, locale)}</TableCell>
			<TableCell className="figure whitespace-nowrap">
				<span className="block">{formatDateTime(row.reportedAt, locale)}</span>
				<span className="block text-ink-faint text-xs">{row.reportedByName}</span>
			</TableCell>
			<TableCell className="whitespace-nowrap">
				{t(row.isAgreementAccepted ? "list.signed" : "list.unsigned")}
			</TableCell>
			<TableCell>
				<DepositBadge state={row.state} label={t(`deposit.states.${row.state}`)} />
			</TableCell>
			<TableCell className="text-right">
				{row.state === "REPORTED" && canCheck ? (
					<CheckDepositDialog
						deposit={{
							id: row.id,
							version: row.version,
							companyName: row.companyName,
							payer: row.payer,
							reference: row.reference,
							paidOn: formatDate(row.paidOn, locale),
							amount: formatFen(row.amountFen),
							isSigned: row.isAgreementAccepted,
						}}
					/>
				) : (
					row.checkedAt && (
						<span className="figure block whitespace-nowrap text-ink-faint text-xs">
							{row.checkedByName}
							<br />
							{formatDateTime(row.checkedAt, locale)}
						</span>
					)
				)}
			</TableCell>
		</TableRow>
	);
}
