import { Download } from "lucide-react";
import Link from "next/link";
import { withQuery } from "@/components/gmv/page-href";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
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
import { saleChannels } from "@/lib/domains/gmv/constants";
import { measureOf } from "@/lib/domains/gmv/rules/explorer-table";
import type { ShopDay } from "@/lib/domains/gmv/rules/explorer-view";
import { measures } from "@/lib/domains/gmv/schema/explorer";
import { formatCompactFen, formatCount, formatDate, formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { monthOf } from "@/lib/platform/time";
import { dayHref, type ExplorerSide, linesPath, shopHref } from "./explorer-href";

type Props = { opened: ShopDay; side: ExplorerSide };

/** What stands behind a shop's day: its order lines, or the summary a coarse feed sent. */
export async function DayLines({ opened, side }: Props) {
	const [t, tGmv, locale] = await Promise.all([
		getTranslations("explorer"),
		getTranslations("gmv"),
		getLocale(),
	]);
	const { shop, day, channel, totals, lines, summaries, after, next } = opened;
	const name = shop.name ?? shop.code;
	const path = dayHref[side](shop.id, day);
	const tabs = [undefined, ...saleChannels].map((one) => ({
		href: withQuery(path, { channel: one }),
		label: one ? tGmv(`channel.${one}`) : t("day.allChannels"),
		isCurrent: (channel ?? undefined) === one,
	}));
	const title = t("day.title", { shop: name, day: formatDate(day, locale) });
	return (
		<>
			<Crumb label={title} />
			<PageHeader
				title={title}
				actions={
					<Button asChild variant="secondary">
						<Link href={withQuery(shopHref[side](shop.id), { month: monthOf(day) })}>{t("shop.back")}</Link>
					</Button>
				}
			/>
			<div className="mb-4">
				<LinkTabs label={t("day.channel")} tabs={tabs} />
			</div>
			<div className="space-y-4">
				<div className="grid gap-4 sm:grid-cols-3">
					{measures.map((measure) => (
						<StatCard
							key={measure}
							label={t(`measure.${measure}`)}
							value={formatCompactFen(measureOf(totals, measure), locale)}
							explanation={<p>{t("define.net")}</p>}
						/>
					))}
				</div>
				{summaries.length > 0 && <Summaries opened={opened} side={side} />}
				{(totals.lines > 0 || summaries.length === 0) && (
					<Card className="overflow-hidden">
						<CardHeader
							title={t("day.lines")}
							description={`${t("day.linesHint", { count: formatCount(totals.lines) })} ${t("day.buyerNote")}`}
							actions={
								lines.length > 0 && (
									<Button asChild variant="secondary" size="sm">
										<a
											href={withQuery(linesPath[side], { shop: shop.id, day, channel: channel ?? undefined })}
											download
										>
											<Download aria-hidden="true" />
											{t("day.export")}
										</a>
									</Button>
								)
							}
						/>
						{lines.length > 0 ? (
							<LinesTable opened={opened} side={side} />
						) : (
							<EmptyState title={t("day.noLines")} description={t("day.noLinesHint")} />
						)}
						<Pagination
							total={totals.lines}
							previousHref={after ? withQuery(path, { channel: channel ?? undefined }) : null}
							nextHref={next ? withQuery(path, { channel: channel ?? undefined, after: next }) : null}
						/>
					</Card>
				)}
			</div>
		</>
	);
}

async function Summaries({ opened }: Props) {
	const [t, tGmv] = await Promise.all([getTranslations("explorer"), getTranslations("gmv")]);
	return (
		<>
			<Banner title={t("day.summaryOnly")}>{t("day.summaryOnlyHint")}</Banner>
			<Card className="overflow-hidden">
				<CardHeader title={t("day.summaries")} />
				<Table label={t("day.summaries")} density="compact">
					<TableHeader>
						<TableRow>
							<TableHead>{t("day.source")}</TableHead>
							<TableHead>{t("day.channel")}</TableHead>
							<TableHead numeric>{t("measure.paid")}</TableHead>
							<TableHead numeric>{t("measure.refunded")}</TableHead>
							<TableHead numeric>{t("day.orders")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{opened.summaries.map((row) => (
							<TableRow key={`${row.source}-${row.channel}`}>
								<TableRowHead className="font-mono text-xs">{row.source}</TableRowHead>
								<TableCell>{tGmv(`channel.${row.channel}`)}</TableCell>
								<TableCell numeric>{formatFen(row.paidFen)}</TableCell>
								<TableCell numeric>{formatFen(row.refundedFen)}</TableCell>
								<TableCell numeric>{formatCount(row.saleOrders)}</TableCell>
							</TableRow>
						))}
					</TableBody>
				</Table>
			</Card>
		</>
	);
}

async function LinesTable({ opened }: Props) {
	const [t, tGmv, locale] = await Promise.all([
		getTranslations("explorer"),
		getTranslations("gmv"),
		getLocale(),
	]);
	const heads = ["event", "type", "time", "channel", "product", "buyer"] as const;
	return (
		<Table label={t("day.lines")} density="compact">
			<TableHeader>
				<TableRow>
					{heads.map((head) => (
						<TableHead key={head}>{t(`day.${head}`)}</TableHead>
					))}
					<TableHead numeric>{t("day.quantity")}</TableHead>
					<TableHead numeric>{t("day.amount")}</TableHead>
					<TableHead>{t("day.source")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{opened.lines.map((line) => (
					<TableRow key={`${line.source}-${line.eventId}-${line.lineNo}`}>
						<TableRowHead className="break-all font-mono text-xs">
							{line.eventId}
							<span className="text-ink-faint"> #{line.lineNo}</span>
						</TableRowHead>
						<TableCell>
							<Badge tone={line.type === "sale" ? "success" : "warning"}>{t(`day.${line.type}`)}</Badge>
						</TableCell>
						<TableCell className="figure whitespace-nowrap">
							{formatDateTime(line.occurredAt, locale)}
						</TableCell>
						<TableCell className="whitespace-nowrap">{tGmv(`channel.${line.channel}`)}</TableCell>
						<TableCell className="min-w-40">
							{line.productName}
							<span className="block font-mono text-2xs text-ink-faint">{line.productId}</span>
						</TableCell>
						<TableCell className="font-mono text-xs">
							{line.buyer ?? <span className="font-sans text-ink-faint">{t("day.noBuyer")}</span>}
						</TableCell>
						<TableCell numeric>{formatCount(line.quantity)}</TableCell>
						<TableCell numeric className="font-medium">
							{formatFen(line.type === "sale" ? line.amountFen : -line.amountFen)}
						</TableCell>
						<TableCell className="font-mono text-xs">{line.source}</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
