import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Figure } from "@/components/ui/figure";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { formatCompactFen, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { withQuery } from "./page-href";

export type FreeShopItem = {
	id: number;
	code: string;
	name: string | null;
	paidFen: bigint;
	refundedFen: bigint;
	firstDay: string | null;
	lastDay: string | null;
	holder: string | null;
};

/** Shops that belong to nobody; whoever may bind is led from here to the choice of a partner. */
export async function FreeShopTable({
	shops,
	canBind,
}: {
	shops: readonly FreeShopItem[];
	canBind: boolean;
}) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	const fen = (value: bigint) => (
		<Figure value={formatCompactFen(value, locale)} unitClassName="text-[0.85em]" />
	);
	const day = (value: string | null) => (value ? formatDate(value, locale) : "–");
	return (
		<Table label={t("freeShops.table")}>
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-40">{t("freeShops.shop")}</TableHead>
					<TableHead numeric>{t("freeShops.unattributed")}</TableHead>
					<TableHead numeric>{t("freeShops.paid")}</TableHead>
					<TableHead numeric>{t("freeShops.refunded")}</TableHead>
					<TableHead>{t("freeShops.firstDay")}</TableHead>
					<TableHead>{t("freeShops.lastDay")}</TableHead>
					{canBind && <TableHead className="w-0" />}
				</TableRow>
			</TableHeader>
			<TableBody>
				{shops.map((shop) => (
					<TableRow key={shop.code}>
						<TableRowHead>
							<Link
								href={routes.ops.gmvShop(shop.id)}
								className="break-all font-mono text-sm hover:text-brand-ink hover:underline hover:underline-offset-4"
							>
								{shop.code}
							</Link>
							{shop.name && <span className="block font-normal text-ink-soft text-xs">{shop.name}</span>}
							{shop.holder && (
								<span className="block font-normal text-ink-faint text-xs">
									{t("freeShops.holder", { partner: shop.holder })}
								</span>
							)}
						</TableRowHead>
						<TableCell numeric className="font-semibold">
							{fen(shop.paidFen - shop.refundedFen)}
						</TableCell>
						<TableCell numeric>{fen(shop.paidFen)}</TableCell>
						<TableCell numeric>{fen(shop.refundedFen)}</TableCell>
						<TableCell className="figure whitespace-nowrap text-ink-soft">{day(shop.firstDay)}</TableCell>
						<TableCell className="figure whitespace-nowrap text-ink-soft">{day(shop.lastDay)}</TableCell>
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

/** To the choice of a partner; of a shop that has one today, to its timeline, where its past is corrected. */
export async function BindLink({ shop }: { shop: Pick<FreeShopItem, "id" | "code" | "holder"> }) {
	const t = await getTranslations("gmv");
	const href = shop.holder
		? routes.ops.gmvShop(shop.id)
		: withQuery(routes.ops.partners(), { shop: shop.code });
	return (
		<Button asChild variant="secondary" size="sm">
			<Link href={href} className="whitespace-nowrap">
				{t(shop.holder ? "freeShops.timeline" : "freeShops.choose")}
				<span className="sr-only">: {shop.code}</span>
			</Link>
		</Button>
	);
}
