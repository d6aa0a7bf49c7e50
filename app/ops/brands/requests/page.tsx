import type { Metadata } from "next";
import Link from "next/link";
import { numberedPageHrefs } from "@/components/gmv/page-href";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { brandRequestStates } from "@/lib/domains/playbook/constants/brand-requests";
import { loadBrandRequests } from "@/lib/domains/playbook/loaders/brand-requests";
import { formatCount, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type Loaded = Awaited<ReturnType<typeof loadBrandRequests>>;

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("brandrequests");
	return { title: t("ops.title") };
}

export default async function BrandRequestsPage({ searchParams }: Props) {
	const [t, loaded] = await Promise.all([
		getTranslations("brandrequests"),
		searchParams.then(loadBrandRequests),
	]);
	return (
		<>
			<PageHeader
				title={t("ops.title")}
				description={t("ops.description")}
				actions={
					<Button asChild variant="secondary">
						<Link href={routes.brandRequest()}>{t("ops.shareLink")}</Link>
					</Button>
				}
			/>
			<LinkTabs
				label={t("ops.states")}
				tabs={brandRequestStates.map((state) => ({
					...{ label: t(`state.${state}`), href: routes.ops.brandRequests(state) },
					...{ isCurrent: state === loaded.filter.state, count: formatCount(loaded.counts[state] ?? 0) },
				}))}
			/>
			<div className="mt-4">
				<Rows {...loaded} />
			</div>
		</>
	);
}

async function Rows({ rows, filter, counts, pageSize }: Loaded) {
	const [t, locale] = await Promise.all([getTranslations("brandrequests"), getLocale()]);
	const total = counts[filter.state] ?? 0;
	if (rows.length === 0)
		return (
			<Card>
				<EmptyState
					title={t("ops.empty", { state: t(`state.${filter.state}`) })}
					description={t("ops.emptyHint")}
				/>
			</Card>
		);
	return (
		<Card className="overflow-hidden">
			<Table label={t("ops.title")}>
				<TableHeader>
					<TableRow>
						<TableHead>{t("ops.brand")}</TableHead>
						<TableHead>{t("ops.category")}</TableHead>
						<TableHead>{t("ops.contact")}</TableHead>
						<TableHead numeric>{t("ops.shops")}</TableHead>
						<TableHead>{t(filter.state === "OPEN" ? "ops.asked" : "ops.decided")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{rows.map((row) => (
						<TableRow key={row.id}>
							<TableRowHead className="min-w-32">
								<Link
									href={routes.ops.brandRequest(row.id)}
									className="wrap-anywhere text-brand-ink underline underline-offset-4"
								>
									{row.name}
								</Link>
								<p className="mt-0.5 font-normal text-ink-faint text-xs">{t(`kind.${row.kind}`)}</p>
							</TableRowHead>
							<TableCell className="whitespace-nowrap">{row.category}</TableCell>
							<TableCell className="min-w-44">
								{row.contactName}
								<p className="wrap-anywhere text-ink-faint text-xs">{row.email}</p>
							</TableCell>
							<TableCell numeric>{formatCount(row.shops.length)}</TableCell>
							<TableCell className="figure whitespace-nowrap">
								{formatDate(row.decidedAt ?? row.createdAt, locale)}
							</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
			<Pagination total={total} {...numberedPageHrefs(routes.ops.brandRequests(), filter, total, pageSize)} />
		</Card>
	);
}
