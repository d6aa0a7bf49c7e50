import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
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
import { showHundredths } from "@/lib/domains/playbook/rules/show-criteria";
import { hundredthsOf } from "@/lib/domains/playbook/rules/steps/rank-products";
import type { BurstProduct, StreamerRow } from "@/lib/domains/playbook/types/burst";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import type { PlaybookSide } from "@/lib/domains/playbook/types/template";
import { formatCompactFen, formatCount, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { Day } from "@/lib/platform/time";
import { BrandPage } from "./brand-pages";
import { linksOf } from "./links";
import { StreamersCard } from "./streamers-card";

export type NamedProduct = BurstProduct & { readonly name: string };
type Props = {
	brand: BrandHead;
	side: PlaybookSide;
	products: readonly NamedProduct[];
	streamers: readonly StreamerRow[];
	period: { from: Day; to: Day };
	threshold: number;
	policyVersion: number;
};

export const verdictTones = {
	SURE: "success",
	UNCERTAIN: "warning",
	BELOW: "neutral",
	NO_BASELINE: "neutral",
} as const;

/** Products by burst coefficient and evidence, and the streamers who sell them. */
export async function ProductsPage({ brand, side, products, streamers, period, ...policy }: Props) {
	const { threshold, policyVersion } = policy;
	const t = await getTranslations("stations");
	return (
		<BrandPage
			side={side}
			brand={brand}
			tab="products"
			title={t("products.title")}
			description={t("products.description")}
			policyVersion={policyVersion}
		>
			<div className="space-y-4">
				{products.length > 0 && <Push products={products} threshold={threshold} />}
				<Card className="overflow-hidden">
					<CardHeader title={t("products.table")} description={t("products.tableHint")} />
					{products.length === 0 ? (
						<EmptyState title={t("products.empty")} description={t("products.emptyHint")} />
					) : (
						<ProductTable products={products} threshold={threshold} links={linksOf(side, brand.id)} />
					)}
				</Card>
				<StreamersCard streamers={streamers} period={period} />
			</div>
		</BrandPage>
	);
}

async function Push({ products, threshold }: Pick<Props, "products" | "threshold">) {
	const t = await getTranslations("stations");
	const [best] = products;
	const value = best ? hundredthsOf(best) : null;
	if (!best || value === null || (best.evidence !== "SURE" && best.evidence !== "UNCERTAIN"))
		return (
			<Banner title={t("products.push")}>
				{t("products.pushNone", { threshold: t("unit.times", { value: showHundredths(threshold) }) })}
			</Banner>
		);
	const said = { product: best.name, value: t("unit.times", { value: showHundredths(value) }) };
	return (
		<Banner tone={best.evidence === "SURE" ? "success" : "warning"} title={t("products.push")}>
			{t(best.evidence === "SURE" ? "products.pushSure" : "products.pushUncertain", said)}
			{best.interval && (
				<span className="mt-0.5 block text-xs">
					{t("products.interval", {
						low: showHundredths(best.interval.lowHundredths),
						high: showHundredths(best.interval.highHundredths),
						sales: best.weekSales,
						rounds: formatCount(best.interval.rounds),
					})}
				</span>
			)}
		</Banner>
	);
}

async function ProductTable({
	products,
	threshold,
	links,
}: Pick<Props, "products" | "threshold"> & { links: ReturnType<typeof linksOf> }) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const limit = t("unit.times", { value: showHundredths(threshold) });
	return (
		<Table label={t("products.table")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("products.product")}</TableHead>
					<TableHead numeric>{t("products.value")}</TableHead>
					<TableHead>{t("products.evidence")}</TableHead>
					<TableHead numeric>{t("products.weekFen")}</TableHead>
					<TableHead numeric>{t("products.baseline")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{products.map((one) => {
					const value = hundredthsOf(one);
					return (
						<TableRow key={`${one.shopId} ${one.productId}`}>
							<TableRowHead className="min-w-32">
								<Link
									href={links.product(one.shopId, one.productId)}
									prefetch={false}
									className="underline-offset-4 hover:underline"
								>
									{one.name}
								</Link>
								<span className="block font-normal text-2xs text-ink-faint">
									{t("products.from", { day: formatDate(one.firstDistributionDay, locale) })}
								</span>
							</TableRowHead>
							<TableCell numeric>
								<span className="font-semibold">
									{value === null ? "–" : t("unit.times", { value: showHundredths(value) })}
								</span>
								{one.interval && (
									<span className="block text-2xs text-ink-faint" title={t("products.range")}>
										{showHundredths(one.interval.lowHundredths)}–{showHundredths(one.interval.highHundredths)}
									</span>
								)}
							</TableCell>
							<TableCell className="min-w-36">
								<Badge tone={verdictTones[one.evidence]}>{t(`products.verdict.${one.evidence}`)}</Badge>
								<span className="mt-0.5 block text-2xs text-ink-faint">
									{t(`products.verdictHow.${one.evidence}`, { threshold: limit })}
								</span>
							</TableCell>
							<TableCell numeric>
								{formatCompactFen(one.weekFen, locale).text}
								<span className="block text-2xs text-ink-faint">
									{t("products.salesOf", { count: one.weekSales })}
								</span>
							</TableCell>
							<TableCell numeric>
								{one.baselineEighths === null ? "–" : formatCompactFen(one.baselineEighths / 8n, locale).text}
								<span className="block text-2xs text-ink-faint">
									{t(`products.kind.${one.baselineKind}`)}
								</span>
							</TableCell>
						</TableRow>
					);
				})}
			</TableBody>
		</Table>
	);
}
