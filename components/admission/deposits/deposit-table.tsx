import Link from "next/link";
import {
	CheckDepositDialog,
	type DepositToCheck,
} from "@/components/admission/deposits/check-deposit-dialog";
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
import type { Locale } from "@/lib/platform/i18n/config";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type DepositTableProps = { rows: readonly DepositRow[]; density: TableDensity; canCheck: boolean };

export async function DepositTable({ rows, density, canCheck }: DepositTableProps) {
	const t = await getTranslations("activation");
	const shown = {
		checks: rows.some(isChecked),
		actions: canCheck && rows.some((row) => row.state === "REPORTED"),
	};
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
					{shown.checks && <TableHead>{t("list.columns.checked")}</TableHead>}
					{shown.actions && <TableHead className="text-right">{t("list.columns.actions")}</TableHead>}
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<DepositLine key={row.id} row={row} shown={shown} />
				))}
			</TableBody>
		</Table>
	);
}

/** A reported payment waits for its check, whatever an earlier one said. */
function isChecked({ state, checkedAt }: DepositRow): boolean {
	return state !== "REPORTED" && checkedAt !== null;
}

async function DepositLine({
	row,
	shown,
}: {
	row: DepositRow;
	shown: { checks: boolean; actions: boolean };
}) {
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
			{shown.checks && (
				<TableCell className="figure whitespace-nowrap">
					{isChecked(row) && row.checkedAt && (
						<>
							<span className="block">{formatDateTime(row.checkedAt, locale)}</span>
							<span className="block text-ink-faint text-xs">{row.checkedByName}</span>
						</>
					)}
				</TableCell>
			)}
			{shown.actions && (
				<TableCell className="text-right">
					{row.state === "REPORTED" && <CheckDepositDialog deposit={depositToCheck(row, locale)} />}
				</TableCell>
			)}
		</TableRow>
	);
}

function depositToCheck(row: DepositRow, locale: Locale): DepositToCheck {
	return {
		id: row.id,
		version: row.version,
		companyName: row.companyName,
		payer: row.payer,
		reference: row.reference,
		paidOn: formatDate(row.paidOn, locale),
		amount: formatFen(row.amountFen),
		isSigned: row.isAgreementAccepted,
	};
}
