import { Download } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure } from "@/components/ui/figure";
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
import { type Compared, explorerPageSize, measureOf } from "@/lib/domains/gmv/rules/explorer-table";
import type { Explored } from "@/lib/domains/gmv/rules/explorer-view";
import type { Grouping } from "@/lib/domains/gmv/schema/explorer";
import type { SaleChannel } from "@/lib/domains/gmv/types";
import { formatCompactFen, formatCount } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ChangeText } from "./change-text";
import { type ExplorerSide, explorerHref, explorerPath, exportPath, shopHref } from "./explorer-href";
import { shareText } from "./explorer-stats";
import { openGroupNames } from "./group-names";

type Props = { explored: Explored; side: ExplorerSide };

/** Where a group leads: a shop to its days, everything else to the shops or partners inside. */
function drillHref({ filter, labels }: Explored, side: ExplorerSide, group: Grouping, key: string): string {
	const narrow = (change: Parameters<typeof explorerHref>[2]) =>
		explorerHref(explorerPath[side], filter, change);
	switch (group) {
		case "shop":
			return shopHref[side](labels.get(key)?.shopId ?? Number(key));
		case "partner":
			return narrow({ partner: key, group: "shop" });
		case "track":
			return narrow({ track: key, group: side === "ops" ? "partner" : "shop" });
		case "channel":
			return narrow({ channel: key as SaleChannel, group: "shop" });
		case "region":
			return narrow({ region: key, group: "shop" });
	}
}

export async function ExplorerTable({ explored, side }: Props) {
	const t = await getTranslations("explorer");
	const { table, filter, group } = explored;
	const path = explorerPath[side];
	const page = (number: number) => explorerHref(path, filter, { page: number });
	return (
		<Card className="overflow-hidden">
			<CardHeader
				title={t("table.title", { group: t(`group.${group}`) })}
				description={t("table.description", {
					count: formatCount(table.count),
					measure: t(`measure.${filter.measure}`),
				})}
				actions={
					<Button asChild variant="secondary" size="sm">
						<a href={explorerHref(exportPath[side], filter)} download>
							<Download aria-hidden="true" />
							{t("table.export")}
						</a>
					</Button>
				}
			/>
			{table.count === 0 && !table.unattributed ? (
				<EmptyState title={t("empty.title")} description={t("empty.hint")} />
			) : (
				<Rows explored={explored} side={side} />
			)}
			<Pagination
				total={table.count}
				previousHref={filter.page > 1 ? page(filter.page - 1) : null}
				nextHref={filter.page * explorerPageSize < table.count ? page(filter.page + 1) : null}
			/>
		</Card>
	);
}

async function Rows({ explored, side }: Props) {
	const [t, nameOf] = await Promise.all([getTranslations("explorer"), openGroupNames(explored)]);
	const { table, filter, group } = explored;
	const shared = { explored, total: measureOf(table.total.now, filter.measure) };
	return (
		<Table label={t("table.title", { group: t(`group.${group}`) })} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-48">{t(`group.${group}`)}</TableHead>
					<TableHead numeric>{t(`measure.${filter.measure}`)}</TableHead>
					<TableHead numeric>{t("table.share")}</TableHead>
					<TableHead numeric>{t("table.compareBefore")}</TableHead>
					<TableHead numeric>{t("table.compareYear")}</TableHead>
					{(["paid", "refunded"] as const).map((measure) => (
						<TableHead key={measure} numeric>
							{t(`measure.${measure}`)}
						</TableHead>
					))}
				</TableRow>
			</TableHeader>
			<TableBody>
				{table.rows.map((row) => (
					<AmountRow
						key={row.key}
						{...shared}
						compared={row}
						head={
							<span className="flex items-baseline gap-3">
								<span className="figure w-6 shrink-0 text-right text-ink-faint text-xs">{row.rank}</span>
								<Link
									href={drillHref(explored, side, group, row.key)}
									className="hover:text-brand-ink hover:underline hover:underline-offset-4"
								>
									{nameOf(row.key)}
								</Link>
							</span>
						}
					/>
				))}
				{table.rest && table.rest.count > 0 && (
					<AmountRow
						{...shared}
						compared={table.rest}
						head={<Aside>{t("rows.rest", { count: formatCount(table.rest.count) })}</Aside>}
					/>
				)}
				{table.unattributed && (
					<AmountRow
						{...shared}
						compared={table.unattributed}
						lowerIsBetter
						head={<Unattributed side={side} />}
					/>
				)}
				{table.overlap && (
					<AmountRow {...shared} compared={table.overlap} head={<Aside>{t("rows.overlap")}</Aside>} />
				)}
				<AmountRow
					{...shared}
					compared={table.total}
					head={<span className="pl-9 font-semibold">{t("rows.total")}</span>}
					isTotal
				/>
			</TableBody>
		</Table>
	);
}

function Aside({ children }: { children: React.ReactNode }) {
	return <span className="pl-9 font-normal text-ink-soft">{children}</span>;
}

async function Unattributed({ side }: { side: ExplorerSide }) {
	const t = await getTranslations("explorer");
	return (
		<Aside>
			{t("rows.unattributed")}
			{side === "ops" && (
				<Link
					href={routes.ops.freeShops()}
					className="ml-2 text-brand-ink text-xs underline-offset-4 hover:underline"
				>
					{t("rows.bind")}
				</Link>
			)}
		</Aside>
	);
}

type AmountRowProps = {
	explored: Explored;
	compared: Compared;
	head: React.ReactNode;
	total: bigint;
	isTotal?: boolean;
	/** Unattributed GMV is better when smaller. */
	lowerIsBetter?: boolean;
};

async function AmountRow({ explored, compared, head, total, isTotal, lowerIsBetter }: AmountRowProps) {
	const locale = await getLocale();
	const { measure } = explored.filter;
	const now = measureOf(compared.now, measure);
	const fen = (value: bigint) => (
		<Figure value={formatCompactFen(value, locale)} unitClassName="text-[0.85em]" />
	);
	const isLower = lowerIsBetter ?? measure === "refunded";
	return (
		<TableRow data-state={isTotal ? "selected" : undefined}>
			<TableRowHead>{head}</TableRowHead>
			<TableCell numeric className="font-semibold">
				{fen(now)}
			</TableCell>
			<TableCell numeric className="text-ink-soft">
				{shareText(now, total) ?? "–"}
			</TableCell>
			<TableCell numeric>
				<ChangeText nowFen={now} baseFen={measureOf(compared.before, measure)} lowerIsBetter={isLower} />
			</TableCell>
			<TableCell numeric>
				<ChangeText nowFen={now} baseFen={measureOf(compared.yearBefore, measure)} lowerIsBetter={isLower} />
			</TableCell>
			<TableCell numeric>{fen(compared.now.paidFen)}</TableCell>
			<TableCell numeric>{fen(compared.now.refundedFen)}</TableCell>
		</TableRow>
	);
}
