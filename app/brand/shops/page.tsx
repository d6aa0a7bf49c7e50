import type { Metadata } from "next";
import { ProposalTable } from "@/components/gmv/proposals/proposal-table";
import { ProposeDialog } from "@/components/gmv/proposals/propose-dialog";
import { trackLabel } from "@/components/gmv/track-labels";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import { loadBrandShops } from "@/lib/domains/gmv/loaders/proposals";
import type { BrandShop } from "@/lib/domains/gmv/rules/explorer-view";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("gmv");
	return { title: t("brandShops.title") };
}

/** A brand's shops, who has them, and what waits for its answer. */
export default async function BrandShopsPage() {
	const [t, locale, { shops, proposals, tracks, today }] = await Promise.all([
		getTranslations("gmv"),
		getLocale(),
		loadBrandShops(),
	]);
	return (
		<ClientMessages namespaces={["gmv", "errors"]}>
			<PageHeader
				title={t("brandShops.title")}
				description={t("brandShops.description")}
				actions={
					shops.length > 0 && (
						<ProposeDialog
							as="BRAND"
							shops={shops.map(({ code, name }) => ({
								value: code,
								label: name ? `${name}（${code}）` : code,
							}))}
							tracks={tracks.map(({ code }) => ({ value: code, label: trackLabel(tracks, code, locale) }))}
							today={today}
						/>
					)
				}
			/>
			<div className="space-y-6">
				<Card className="overflow-hidden">
					{shops.length > 0 ? (
						<ShopTable shops={shops} tracks={tracks} />
					) : (
						<EmptyState title={t("brandShops.empty")} description={t("brandShops.emptyHint")} />
					)}
				</Card>
				<Card className="overflow-hidden">
					<CardHeader title={t("proposals.title")} description={t("proposals.description")} />
					{proposals.length > 0 ? (
						<ProposalTable proposals={proposals} tracks={tracks} side="BRAND" today={today} />
					) : (
						<EmptyState title={t("proposals.empty")} description={t("proposals.emptyHint")} />
					)}
				</Card>
			</div>
		</ClientMessages>
	);
}

type ShopTableProps = {
	shops: readonly BrandShop[];
	tracks: readonly { code: string; nameZh: string; nameEn: string }[];
};

async function ShopTable({ shops, tracks }: ShopTableProps) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	return (
		<Table label={t("brandShops.table")}>
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-48">{t("brandShops.shop")}</TableHead>
					<TableHead>{t("brandShops.region")}</TableHead>
					<TableHead className="min-w-56">{t("brandShops.holder")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{shops.map((shop) => (
					<TableRow key={shop.code}>
						<TableRowHead>
							{shop.name ?? shop.code}
							<span className="block font-mono font-normal text-ink-faint text-xs">{shop.code}</span>
						</TableRowHead>
						<TableCell className="whitespace-nowrap">
							{shop.region ? nameRegion(shop.region, locale) : "–"}
						</TableCell>
						<TableCell>
							{shop.holders.length === 0 && <span className="text-ink-faint">{t("brandShops.nobody")}</span>}
							{shop.holders.map(({ partner, trackCode, since }) => (
								<span key={trackCode} className="block text-sm">
									{t("brandShops.since", {
										partner,
										track: trackLabel(tracks, trackCode, locale),
										day: formatDate(since, locale),
									})}
								</span>
							))}
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
