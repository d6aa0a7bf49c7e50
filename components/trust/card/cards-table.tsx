import Link from "next/link";
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
import type { CardRow } from "@/lib/domains/trust/types/card";
import { formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = {
	rows: readonly CardRow[];
	hrefOf: (shopId: number) => string;
	density?: TableDensity;
	/** Whose shops they are is only worth a column where there are several brands. */
	showsBrand?: boolean;
};

export async function CardsTable({ rows, hrefOf, density, showsBrand = false }: Props) {
	const [t, locale] = await Promise.all([getTranslations("trustcard"), getLocale()]);
	return (
		<Table label={t("title")} density={density}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("shop")}</TableHead>
					{showsBrand && <TableHead>{t("brand")}</TableHead>}
					<TableHead>{t("held")}</TableHead>
					<TableHead numeric>{t("deposit")}</TableHead>
					<TableHead>{t("lastAt")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<TableRow key={row.shopId}>
						<TableRowHead className="min-w-40">
							<Link
								href={hrefOf(row.shopId)}
								prefetch={false}
								className="text-brand-ink underline underline-offset-4"
							>
								{row.shopName ?? row.shopCode}
							</Link>
							<p className="font-normal text-ink-faint text-xs">{row.shopCode}</p>
						</TableRowHead>
						{showsBrand && <TableCell className="whitespace-nowrap">{row.brandName}</TableCell>}
						<TableCell className="min-w-52">
							<HeldBadges row={row} />
						</TableCell>
						<TableCell numeric className="whitespace-nowrap">
							{formatFen(row.depositFen)}
						</TableCell>
						<TableCell className="figure whitespace-nowrap">
							{row.lastAt ? formatDateTime(row.lastAt, locale) : "–"}
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}

/** What a shop holds, what of it is suspended, and whether an appeal waits. */
async function HeldBadges({ row }: { row: CardRow }) {
	const [t, rules] = await Promise.all([getTranslations("trustcard"), getTranslations("trustrules")]);
	if (row.held.length === 0) return <span className="text-ink-faint">{t("none")}</span>;
	return (
		<span className="flex flex-wrap gap-1">
			{row.held.map((guarantee) => {
				const isSuspended = row.suspended.includes(guarantee);
				const name = rules(`guarantee.${guarantee}`);
				return (
					<Badge key={guarantee} tone={isSuspended ? "danger" : "success"}>
						{isSuspended ? `${name} · ${t("suspendedBadge")}` : name}
					</Badge>
				);
			})}
			{row.appeals > 0 && <Badge tone="warning">{t("appealBadge")}</Badge>}
		</span>
	);
}
