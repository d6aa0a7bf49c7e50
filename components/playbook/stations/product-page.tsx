import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
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
import type { ProductStory } from "@/lib/domains/playbook/types/burst";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import type { PlaybookSide } from "@/lib/domains/playbook/types/template";
import { formatCount, formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { addDays } from "@/lib/platform/time";
import { BrandPage } from "./brand-pages";
import { BurstCurve } from "./burst-curve";
import { linksOf } from "./links";
import { verdictTones } from "./products-page";

type Product = ProductStory & { readonly name: string };
type Props = {
	brand: BrandHead;
	side: PlaybookSide;
	product: Product;
	threshold: number;
	policyVersion: number;
};

/** One product: its coefficient with what it is made of, and the curve that shows it. */
export async function ProductPage({ brand, side, product, threshold, policyVersion }: Props) {
	const t = await getTranslations("stations");
	return (
		<BrandPage
			side={side}
			brand={brand}
			tab="products"
			title={product.name}
			description={`${product.shopName} · ${product.productId}`}
			policyVersion={policyVersion}
			actions={
				<>
					<Badge tone={verdictTones[product.evidence]}>{t(`products.verdict.${product.evidence}`)}</Badge>
					<Button asChild variant="secondary">
						<Link href={linksOf(side, brand.id).products()}>{t("story.back")}</Link>
					</Button>
				</>
			}
		>
			<div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
				<div className="min-w-0 space-y-4">
					<Curve product={product} />
				</div>
				<div className="min-w-0 space-y-4">
					<Formula product={product} threshold={threshold} />
					<Sellers product={product} />
				</div>
			</div>
		</BrandPage>
	);
}

async function Curve({ product }: { product: Product }) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const { firstDistributionDay: first, weekTo, weekFen, baselineEighths, days } = product;
	const week = { from: addDays(weekTo, -6), to: weekTo };
	const show = (day: string) => formatDate(day, locale);
	const alt = t("story.alt", {
		...{ product: product.name, from: show(first), bestFrom: show(week.from), bestTo: show(week.to) },
		week: formatFen(weekFen),
		baseline: baselineEighths === null ? "–" : formatFen(baselineEighths / 8n),
	});
	const keys = [
		["bg-brand", t("story.distribution")],
		["bg-line-strong", t("story.other")],
		["bg-sunken ring-1 ring-line", t("story.baseline")],
		["bg-brand-soft ring-1 ring-line", t("story.best")],
		["bg-warning", `${t("story.first")} ${show(first)}`],
	] as const;
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("story.curve")} description={t("story.curveHint")} />
			<CardBody>
				<BurstCurve
					days={days}
					first={first}
					week={week}
					meanBefore={baselineEighths === null ? null : Number(baselineEighths) / 56}
					meanBest={Number(weekFen) / 7}
					label={alt}
				/>
				<ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-xs">
					{keys.map(([look, word]) => (
						<li key={word} className="flex items-center gap-1.5">
							<span aria-hidden="true" className={`size-3 rounded-sm ${look}`} />
							{word}
						</li>
					))}
				</ul>
			</CardBody>
			<details className="border-t text-sm">
				<summary className="cursor-pointer px-5 py-3 text-ink-soft">{t("story.table")}</summary>
				<div className="max-h-96 overflow-y-auto border-t">
					<DayTable product={product} />
				</div>
			</details>
		</Card>
	);
}

async function DayTable({ product }: { product: Product }) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	return (
		<Table label={t("story.table")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("story.day")}</TableHead>
					<TableHead numeric>{t("story.paid")}</TableHead>
					<TableHead numeric>{t("story.pushed")}</TableHead>
					<TableHead numeric>{t("story.sales")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{product.days.slice(-400).map(({ day, paidFen, distributionFen, distributionSales }) => (
					<TableRow key={day}>
						<TableRowHead className="whitespace-nowrap font-normal">{formatDate(day, locale)}</TableRowHead>
						<TableCell numeric>{formatFen(paidFen)}</TableCell>
						<TableCell numeric>{formatFen(distributionFen)}</TableCell>
						<TableCell numeric>{formatCount(distributionSales)}</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}

async function Formula({ product, threshold }: { product: Product; threshold: number }) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const value = hundredthsOf(product);
	const { weekTo, weekFen, weekSales, baselineEighths, baselineKind, interval, evidence } = product;
	const times = (hundredths: number) => t("unit.times", { value: showHundredths(hundredths) });
	const baseline = baselineEighths === null ? "–" : formatFen(baselineEighths / 8n);
	const range = { from: formatDate(addDays(weekTo, -6), locale), to: formatDate(weekTo, locale) };
	return (
		<Card>
			<CardHeader title={t("story.how")} />
			<CardBody className="space-y-3">
				<p className="figure font-semibold text-figure text-ink">{value === null ? "–" : times(value)}</p>
				<p className="figure text-ink-soft text-sm">
					{value === null
						? t("story.noFormula")
						: t("story.formula", { week: formatFen(weekFen), baseline, value: times(value) })}
				</p>
				<DescriptionList
					columns={1}
					items={[
						{ term: t("products.week"), detail: t("products.days", range) },
						{
							term: t("products.weekFen"),
							detail: `${formatFen(weekFen)} · ${t("products.salesOf", { count: weekSales })}`,
						},
						{ term: t("products.baseline"), detail: `${baseline} · ${t(`products.kind.${baselineKind}`)}` },
						{
							term: t("products.evidence"),
							detail: t(`products.verdictHow.${evidence}`, { threshold: times(threshold) }),
						},
					]}
				/>
				{interval && (
					<p className="text-ink-faint text-xs">
						{t("products.interval", {
							low: showHundredths(interval.lowHundredths),
							high: showHundredths(interval.highHundredths),
							sales: weekSales,
							rounds: formatCount(interval.rounds),
						})}
					</p>
				)}
			</CardBody>
		</Card>
	);
}

async function Sellers({ product }: { product: Product }) {
	const t = await getTranslations("stations");
	return (
		<Card>
			<CardHeader title={t("story.streamers")} />
			<CardBody>
				<ol className="space-y-2 text-sm">
					{product.streamers.map(({ streamerId, fen, sales }) => (
						<li key={streamerId ?? ""} className="flex justify-between gap-4">
							<span className="min-w-0 truncate text-ink">{streamerId ?? t("story.unnamed")}</span>
							<span className="figure shrink-0 text-ink-soft">
								{formatFen(fen)} · {t("products.salesOf", { count: sales })}
							</span>
						</li>
					))}
				</ol>
			</CardBody>
		</Card>
	);
}
