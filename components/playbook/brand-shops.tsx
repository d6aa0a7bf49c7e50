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
import type { BrandShop } from "@/lib/domains/playbook/types/own-brand";
import { formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** The brand's shops with their GMV in full, because this is the table behind the figures above. */
export async function BrandShops({ shops, days }: { shops: readonly BrandShop[]; days: string }) {
	const [t, locale] = await Promise.all([getTranslations("playbook"), getLocale()]);
	return (
		<Card>
			<CardHeader title={t("shops.title")} description={days} />
			{shops.length === 0 ? (
				<EmptyState title={t("shops.empty")} description={t("shops.emptyHint")} />
			) : (
				<Table label={t("shops.title")}>
					<TableHeader>
						<TableRow>
							<TableHead>{t("shops.name")}</TableHead>
							<TableHead>{t("shops.region")}</TableHead>
							<TableHead numeric>{t("shops.paid")}</TableHead>
							<TableHead numeric>{t("shops.refunded")}</TableHead>
							<TableHead numeric>{t("shops.net")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{shops.map((shop) => (
							<TableRow key={shop.shopId}>
								<TableRowHead className="min-w-32">
									{shop.name ?? shop.code}
									{shop.name && (
										<span className="block font-mono font-normal text-2xs text-ink-faint">{shop.code}</span>
									)}
								</TableRowHead>
								<TableCell className="whitespace-nowrap">
									{shop.region ? nameRegion(shop.region, locale) : "–"}
								</TableCell>
								<TableCell numeric>{formatFen(shop.paidFen)}</TableCell>
								<TableCell numeric>{formatFen(shop.refundedFen)}</TableCell>
								<TableCell numeric>{formatFen(shop.netFen)}</TableCell>
							</TableRow>
						))}
					</TableBody>
				</Table>
			)}
		</Card>
	);
}
