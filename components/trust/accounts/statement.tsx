import Link from "next/link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { StatCard } from "@/components/ui/stat-card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { AccountRow, EntryRow } from "@/lib/domains/trust/types/claim-views";
import { formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = { account: AccountRow; entries: readonly EntryRow[]; claimHref: (id: string) => string };

/** A deposit with what waits for it, and every entry with the balance it left. */
export async function Statement({ account, entries, claimHref }: Props) {
	const [t, locale] = await Promise.all([getTranslations("trustclaims"), getLocale()]);
	return (
		<div className="space-y-6">
			<div className="grid gap-4 sm:grid-cols-2 lg:max-w-2xl">
				<StatCard label={t("account.balance")} value={formatFen(account.balanceFen)} />
				<StatCard
					label={t("account.queuedTotal")}
					value={formatFen(account.queuedFen)}
					note={t("account.queuedCount", { count: account.queued })}
				/>
			</div>
			<Card className="overflow-hidden">
				<CardHeader
					title={t("account.statement")}
					description={t("account.latest", { count: entries.length })}
				/>
				{entries.length === 0 ? (
					<CardBody>
						<EmptyState title={t("account.none")} description={t("account.noneText")} />
					</CardBody>
				) : (
					<Table label={t("account.statement")}>
						<TableHeader>
							<TableRow>
								<TableHead>{t("account.at")}</TableHead>
								<TableHead>{t("account.kind")}</TableHead>
								<TableHead>{t("account.reason")}</TableHead>
								<TableHead numeric>{t("account.amount")}</TableHead>
								<TableHead numeric>{t("account.balance")}</TableHead>
								<TableHead>{t("account.by")}</TableHead>
							</TableRow>
						</TableHeader>
						<TableBody>
							{entries.map((entry) => (
								<TableRow key={entry.id}>
									<TableRowHead className="figure whitespace-nowrap font-normal">
										{formatDateTime(entry.at, locale)}
									</TableRowHead>
									<TableCell className="whitespace-nowrap">{t(`account.kinds.${entry.kind}`)}</TableCell>
									<TableCell className="min-w-40">
										{entry.claimId ? (
											<Link
												href={claimHref(entry.claimId)}
												prefetch={false}
												className="figure text-brand-ink underline underline-offset-4"
											>
												{entry.claimNumber}
											</Link>
										) : (
											<span className="wrap-anywhere">{entry.reason}</span>
										)}
									</TableCell>
									<TableCell numeric className={entry.changeFen < 0n ? undefined : "text-success-ink"}>
										{formatFen(entry.changeFen)}
									</TableCell>
									<TableCell numeric>{formatFen(entry.balanceFen)}</TableCell>
									<TableCell className="whitespace-nowrap">{entry.by}</TableCell>
								</TableRow>
							))}
						</TableBody>
					</Table>
				)}
			</Card>
		</div>
	);
}
