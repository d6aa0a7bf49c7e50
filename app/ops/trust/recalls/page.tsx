import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { recallTones } from "@/components/trust/claims/claim-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
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
import { loadRecalls } from "@/lib/domains/trust/loaders/recalls";
import { formatCount, formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustclaims"))("recall.title") };
}

export default async function RecallsPage() {
	const [t, locale, { recalls, canRecall }] = await Promise.all([
		getTranslations("trustclaims"),
		getLocale(),
		loadRecalls(),
	]);
	return (
		<>
			<PageHeader
				title={t("recall.title")}
				description={t("recall.description")}
				actions={
					canRecall && (
						<Button asChild>
							<Link href={routes.ops.trustRecallNew()}>{t("recall.new")}</Link>
						</Button>
					)
				}
			/>
			<Card className="overflow-hidden">
				{recalls.length === 0 ? (
					<EmptyState title={t("recall.empty")} description={t("recall.emptyText")} />
				) : (
					<Table label={t("recall.title")}>
						<TableHeader>
							<TableRow>
								<TableHead>{t("recall.number")}</TableHead>
								<TableHead>{t("recall.batch")}</TableHead>
								<TableHead>{t("recall.state")}</TableHead>
								<TableHead numeric>{t("recall.lines")}</TableHead>
								<TableHead numeric>{t("recall.leftOut")}</TableHead>
								<TableHead numeric>{t("recall.amount")}</TableHead>
							</TableRow>
						</TableHeader>
						<TableBody>
							{recalls.map((row) => (
								<TableRow key={row.id}>
									<TableRowHead className="whitespace-nowrap">
										<Link
											href={routes.ops.trustRecall(row.id)}
											className="figure text-brand-ink underline underline-offset-4"
										>
											{row.number}
										</Link>
									</TableRowHead>
									<TableCell className="min-w-48">
										{row.shopName} · {row.productId}
										<p className="figure text-ink-faint text-xs">
											{formatDate(row.fromDay, locale)} – {formatDate(row.toDay, locale)}
										</p>
									</TableCell>
									<TableCell>
										<StatusBadge
											status={row.state}
											tones={recallTones}
											label={t(`recall.states.${row.state}`)}
										/>
									</TableCell>
									<TableCell numeric>{formatCount(row.lines)}</TableCell>
									<TableCell numeric>{formatCount(row.leftOut)}</TableCell>
									<TableCell numeric>{formatFen(row.amountFen)}</TableCell>
								</TableRow>
							))}
						</TableBody>
					</Table>
				)}
			</Card>
		</>
	);
}
