import Link from "next/link";
import { cn } from "@/components/ui/cn";
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
import type { ClaimColumn } from "@/lib/domains/trust/schema/claim-desk";
import type { ClaimRow } from "@/lib/domains/trust/types/claim-views";
import { formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { Day } from "@/lib/platform/time";
import { ClaimBadges, VerdictBadge } from "./claim-badges";

type Props = {
	rows: readonly ClaimRow[];
	today: Day;
	density?: TableDensity;
	hrefOf: (id: string) => string;
	/** Rows can be chosen for bulk work. */
	isDesk?: boolean;
	columns: readonly ClaimColumn[];
};

export async function ClaimsTable({ rows, today, density, hrefOf, isDesk = false, columns }: Props) {
	const shows = (column: ClaimColumn) => columns.includes(column);
	const [t, rules, locale] = await Promise.all([
		getTranslations("trustclaims"),
		getTranslations("trustrules"),
		getLocale(),
	]);
	return (
		<Table label={t("title")} density={density} stickyFirst={false}>
			<TableHeader>
				<TableRow>
					{isDesk && (
						<TableHead>
							<span className="sr-only">{t("column.select")}</span>
						</TableHead>
					)}
					<TableHead>{t("column.number")}</TableHead>
					{shows("goods") && <TableHead>{t("column.goods")}</TableHead>}
					{shows("guarantee") && <TableHead>{t("column.guarantee")}</TableHead>}
					{shows("verdict") && <TableHead>{t("column.verdict")}</TableHead>}
					<TableHead>{t("column.state")}</TableHead>
					{shows("due") && <TableHead>{t("column.due")}</TableHead>}
					{shows("amount") && <TableHead numeric>{t("column.amount")}</TableHead>}
					{shows("assignee") && <TableHead>{t("column.assignee")}</TableHead>}
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<TableRow key={row.id}>
						{isDesk && (
							<TableCell className="w-8">
								<input
									type="checkbox"
									name="claim"
									value={row.id}
									aria-label={t("assign.row", { number: row.number })}
									className="size-4 accent-brand"
								/>
							</TableCell>
						)}
						<TableRowHead className="whitespace-nowrap">
							<Link
								href={hrefOf(row.id)}
								prefetch={false}
								className="figure text-brand-ink underline underline-offset-4"
							>
								{row.number}
							</Link>
							<p className="font-normal text-ink-faint text-xs">{formatDate(row.openedAt, locale)}</p>
						</TableRowHead>
						{shows("goods") && (
							<TableCell className="min-w-44">
								<span className="line-clamp-1">{row.productName}</span>
								<p className="wrap-anywhere text-ink-faint text-xs">{row.shopName ?? row.shopCode}</p>
							</TableCell>
						)}
						{shows("guarantee") && (
							<TableCell className="whitespace-nowrap">
								{rules(`guarantee.${row.guarantee}`)}
								<p className="text-ink-faint text-xs">{t(`reason.${row.reason as "QUALITY"}`)}</p>
							</TableCell>
						)}
						{shows("verdict") && (
							<TableCell>
								<VerdictBadge t={t} verdict={row.verdict} />
							</TableCell>
						)}
						<TableCell>
							<ClaimBadges t={t} {...row} />
						</TableCell>
						{shows("due") && (
							<TableCell
								className={cn(
									"figure whitespace-nowrap",
									row.dueOn && row.dueOn < today && "font-medium text-danger-ink",
								)}
							>
								{row.dueOn ? formatDate(row.dueOn, locale) : "–"}
								{row.dueOn && row.dueOn < today && <p className="text-xs">{t("overdue")}</p>}
							</TableCell>
						)}
						{shows("amount") && (
							<TableCell numeric className="whitespace-nowrap">
								{row.amountFen === null ? "–" : formatFen(row.amountFen)}
								<p className="text-ink-faint text-xs">
									{t("amountAsked", { amount: formatFen(row.paidFen) })}
								</p>
							</TableCell>
						)}
						{shows("assignee") && (
							<TableCell className="whitespace-nowrap">
								{row.assigneeName ?? <span className="text-ink-faint">{t("unassigned")}</span>}
							</TableCell>
						)}
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
