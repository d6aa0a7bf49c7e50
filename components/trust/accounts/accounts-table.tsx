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
import type { AccountRow } from "@/lib/domains/trust/types/claim-views";
import { formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function AccountsTable({ accounts }: { accounts: readonly AccountRow[] }) {
	const [t, locale] = await Promise.all([getTranslations("trustclaims"), getLocale()]);
	return (
		<Table label={t("account.title")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("account.shop")}</TableHead>
					<TableHead numeric>{t("account.balance")}</TableHead>
					<TableHead numeric>{t("account.queued")}</TableHead>
					<TableHead>{t("account.lastAt")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{accounts.map((row) => (
					<TableRow key={row.shopId ?? "platform"}>
						<TableRowHead className="min-w-40">
							<Link
								href={routes.ops.trustAccount(row.shopId ?? "platform")}
								className="text-brand-ink underline underline-offset-4"
							>
								{row.shopId === null ? t("account.platform") : (row.shopName ?? row.shopCode)}
							</Link>
							{row.shopCode && <p className="font-normal text-ink-faint text-xs">{row.shopCode}</p>}
						</TableRowHead>
						<TableCell numeric>{formatFen(row.balanceFen)}</TableCell>
						<TableCell numeric className={row.queued > 0 ? "text-danger-ink" : undefined}>
							{row.queued === 0 ? "–" : formatFen(row.queuedFen)}
							{row.queued > 0 && <p className="text-xs">{t("account.queuedCount", { count: row.queued })}</p>}
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
