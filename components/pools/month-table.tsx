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
import type { PoolMonthRow, PoolUnit } from "@/lib/domains/pools/types";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { monthTones, showAmount } from "./words";

type Props = { rows: readonly PoolMonthRow[]; unit: PoolUnit; poolId: string };

/** A pool's statement, month by month. */
export async function MonthTable({ rows, unit, poolId }: Props) {
	const t = await getTranslations("pools");
	return (
		<Table label={t("months.title")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("months.month")}</TableHead>
					<TableHead numeric>{t("months.total")}</TableHead>
					<TableHead numeric>{t("months.granted")}</TableHead>
					<TableHead numeric>{t("months.spent")}</TableHead>
					<TableHead numeric>{t("months.expired")}</TableHead>
					<TableHead numeric>{t("months.clawedBack")}</TableHead>
					<TableHead numeric>{t("months.available")}</TableHead>
					<TableHead>{t("months.state")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<MonthRow key={row.month} row={row} unit={unit} poolId={poolId} />
				))}
			</TableBody>
		</Table>
	);
}

async function MonthRow({ row, unit, poolId }: { row: PoolMonthRow; unit: PoolUnit; poolId: string }) {
	const [t, locale] = await Promise.all([getTranslations("pools"), getLocale()]);
	const show = (amount: bigint) => (amount === 0n ? "–" : showAmount(amount, unit));
	return (
		<TableRow>
			<TableRowHead className="whitespace-nowrap">
				{formatMonth(row.month, locale)}
				<a
					href={routes.api.poolStatement(poolId, row.month)}
					className="block font-normal text-brand-ink text-xs underline underline-offset-4"
				>
					{t("months.csv")}
				</a>
			</TableRowHead>
			<TableCell numeric>{show(row.closing.total)}</TableCell>
			<TableCell numeric>{show(row.grantedOut)}</TableCell>
			<TableCell numeric>{show(row.spent)}</TableCell>
			<TableCell numeric>{show(row.expired)}</TableCell>
			<TableCell numeric>{show(row.clawedBack)}</TableCell>
			<TableCell numeric className="font-medium">
				{show(row.closing.available)}
			</TableCell>
			<TableCell className="whitespace-nowrap">
				<StatusBadge status={row.state} tones={monthTones} label={t(`monthStates.${row.state}`)} />
				{(row.state === "REVIEW" || row.openObjections > 0) && (
					<span className="block text-2xs text-ink-faint">
						{row.openObjections > 0
							? t("months.objections", { count: row.openObjections })
							: t("months.until", { day: formatDate(row.reviewUntil, locale) })}
					</span>
				)}
			</TableCell>
		</TableRow>
	);
}
