import Link from "next/link";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { DepositRecord } from "@/lib/domains/partnership/types";
import { formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { DayBadge } from "./day-badge";
import { RefundDialog } from "./refund-dialog";

type Row = DepositRecord & {
	partnerId: string;
	partnerName: string;
	exitedOn: string;
	dueOn: string;
	caseId: string | null;
};
type Props = { rows: readonly Row[]; today: string; canManage: boolean };

export async function RefundTable({ rows, today, canManage }: Props) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	return (
		<Table label={t("exits.refundsTable")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("exits.partner")}</TableHead>
					<TableHead numeric>{t("deposit.amount")}</TableHead>
					<TableHead>{t("exits.exitedOn")}</TableHead>
					<TableHead>{t("deposit.dueOn")}</TableHead>
					{canManage && <TableHead>{t("list.actions")}</TableHead>}
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<TableRow key={row.id}>
						<TableRowHead>
							<Link
								href={row.caseId ? routes.ops.exit(row.caseId) : routes.ops.partner(row.partnerId)}
								className="text-brand-ink hover:underline"
							>
								{row.partnerName}
							</Link>
						</TableRowHead>
						<TableCell numeric>{formatFen(row.amountFen)}</TableCell>
						<TableCell className="figure whitespace-nowrap">{formatDate(row.exitedOn, locale)}</TableCell>
						<TableCell className="whitespace-nowrap">
							<span className="figure mr-2">{formatDate(row.dueOn, locale)}</span>
							<DayBadge day={row.dueOn} today={today} />
						</TableCell>
						{canManage && (
							<TableCell>
								<RefundDialog
									size="sm"
									deposit={row}
									company={row.partnerName}
									exitedOn={row.exitedOn}
									today={today}
								/>
							</TableCell>
						)}
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
