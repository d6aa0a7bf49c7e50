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
import { formatCount, formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { BindLink } from "./free-shop-table";
import { withQuery } from "./page-href";

const link = "text-brand-ink underline-offset-4 hover:underline";

type ShopItem = {
	id: number;
	code: string;
	name: string | null;
	refunds: number;
	amountFen: bigint;
	firstDay: string;
	lastDay: string;
	holder: string | null;
};

/** Shops that give back what they never sold; each leads to its lines and to whoever shall have it. */
export async function UnknownSalesShops({
	shops,
	canBind,
}: {
	shops: readonly ShopItem[];
	canBind: boolean;
}) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	return (
		<Table label={t("unknownSales.table")}>
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-40">{t("unknownSales.shop")}</TableHead>
					<TableHead numeric>{t("unknownSales.amount")}</TableHead>
					<TableHead>{t("unknownSales.refunds")}</TableHead>
					<TableHead>{t("unknownSales.days")}</TableHead>
					<TableHead>{t("unknownSales.holder")}</TableHead>
					{canBind && <TableHead className="w-0" />}
				</TableRow>
			</TableHeader>
			<TableBody>
				{shops.map((shop) => (
					<TableRow key={shop.id}>
						<TableRowHead>
							<Link
								href={routes.ops.gmvShop(shop.id)}
								className="break-all font-mono text-sm hover:text-brand-ink hover:underline hover:underline-offset-4"
							>
								{shop.code}
							</Link>
							{shop.name && <span className="block font-normal text-ink-soft text-xs">{shop.name}</span>}
						</TableRowHead>
						<TableCell numeric className="font-semibold">
							{formatFen(shop.amountFen)}
						</TableCell>
						<TableCell className="whitespace-nowrap">
							<Link href={withQuery(routes.ops.unknownSales(), { shop: shop.code })} className={link}>
								{t("unknownSales.open", { count: shop.refunds })}
							</Link>
						</TableCell>
						<TableCell className="figure whitespace-nowrap text-ink-soft">
							{formatDate(shop.firstDay, locale)}
							{shop.lastDay !== shop.firstDay && ` – ${formatDate(shop.lastDay, locale)}`}
						</TableCell>
						<TableCell>
							{shop.holder ?? <span className="text-ink-faint">{t("unknownSales.nobody")}</span>}
						</TableCell>
						{canBind && (
							<TableCell>
								<BindLink shop={shop} />
							</TableCell>
						)}
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}

type RefundItem = {
	sourceCode: string;
	saleEventId: string;
	eventId: string;
	lineNo: number;
	shopId: number;
	day: string;
	amountFen: bigint;
	batchId: string;
};

export async function UnknownSaleLines({ refunds }: { refunds: readonly RefundItem[] }) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	return (
		<Table label={t("unknownSales.refunds")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("unknownSales.event")}</TableHead>
					<TableHead>{t("unknownSales.sale")}</TableHead>
					<TableHead>{t("unknownSales.day")}</TableHead>
					<TableHead numeric>{t("unknownSales.amount")}</TableHead>
					<TableHead>{t("unknownSales.source")}</TableHead>
					<TableHead>{t("unknownSales.batch")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{refunds.map((refund) => (
					<TableRow key={`${refund.sourceCode}-${refund.eventId}-${refund.lineNo}`}>
						<TableRowHead className="break-all font-mono text-xs">
							{refund.eventId}
							<span className="text-ink-faint"> #{formatCount(refund.lineNo)}</span>
						</TableRowHead>
						<TableCell className="break-all font-mono text-xs">{refund.saleEventId}</TableCell>
						<TableCell className="figure whitespace-nowrap">
							<Link href={routes.ops.gmvDay(refund.shopId, refund.day)} className={link}>
								{formatDate(refund.day, locale)}
							</Link>
						</TableCell>
						<TableCell numeric className="font-medium">
							{formatFen(refund.amountFen)}
						</TableCell>
						<TableCell className="font-mono text-xs">{refund.sourceCode}</TableCell>
						<TableCell className="font-mono text-xs">
							<Link href={routes.ops.importBatch(refund.batchId)} className={link}>
								…{refund.batchId.slice(-8)}
							</Link>
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
