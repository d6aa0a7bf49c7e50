import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
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
import { loadServedBrands } from "@/lib/domains/playbook/loaders/checklist";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("playbook");
	return { title: t("partner.title") };
}

const columns = ["open", "overdue", "proposed", "returned", "accepted"] as const;

export default async function ServedBrandsPage() {
	const [t, brands] = await Promise.all([getTranslations("playbook"), loadServedBrands()]);
	const sum = (column: (typeof columns)[number]) =>
		formatCount(brands.reduce((total, brand) => total + brand[column], 0));
	return (
		<>
			<PageHeader
				title={t("partner.title")}
				description={t("partner.description")}
				actions={
					<Button asChild variant="secondary">
						<Link href={routes.partner.brandRecord()}>{t("partner.fullRecord")}</Link>
					</Button>
				}
			/>
			{brands.length === 0 ? (
				<Card>
					<EmptyState title={t("partner.empty")} description={t("partner.emptyHint")} />
				</Card>
			) : (
				<>
					<div className="mb-4 grid grid-cols-2 gap-4 xl:grid-cols-4">
						<StatCard label={t("partner.open")} value={sum("open")} emphasis />
						<StatCard label={t("partner.overdue")} value={sum("overdue")} />
						<StatCard label={t("partner.proposed")} value={sum("proposed")} />
						<StatCard label={t("partner.accepted")} value={sum("accepted")} />
					</div>
					<Card className="overflow-hidden">
						<CardHeader title={t("partner.title")} description={t("partner.recordHint")} />
						<Table label={t("partner.title")}>
							<TableHeader>
								<TableRow>
									<TableHead>{t("partner.brand")}</TableHead>
									{columns.map((column) => (
										<TableHead key={column} numeric>
											{t(`partner.${column}`)}
										</TableHead>
									))}
								</TableRow>
							</TableHeader>
							<TableBody>
								{brands.map((brand) => (
									<TableRow key={brand.id}>
										<TableRowHead className="min-w-32">
											<Link
												href={routes.partner.brand(brand.id)}
												prefetch={false}
												className="underline-offset-4 hover:underline"
											>
												{brand.name}
											</Link>
											<span className="block font-normal text-2xs text-ink-faint">
												{brand.playbookVersion === null ? t("ops.notStarted") : brand.category}
											</span>
										</TableRowHead>
										{columns.map((column) => (
											<TableCell key={column} numeric>
												{formatCount(brand[column])}
											</TableCell>
										))}
									</TableRow>
								))}
							</TableBody>
						</Table>
					</Card>
				</>
			)}
		</>
	);
}
