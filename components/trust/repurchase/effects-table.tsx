import { Badge } from "@/components/ui/badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { leastMatched } from "@/lib/domains/trust/constants/repurchase";
import type { EffectRow } from "@/lib/domains/trust/types/repurchase";
import { formatBps, formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { signed } from "./forest-chart";

const share = (value: number | null) => (value === null ? "–" : formatBps(Math.round(value * 10_000)));

/** Shares never stand alone: each with its buyers, the difference with its interval, or what is missing for one. */
export async function EffectsTable({ effects }: { effects: readonly EffectRow[] }) {
	const t = await getTranslations("repurchase");
	return (
		<Table label={t("table")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("column.shop")}</TableHead>
					<TableHead numeric>{t("column.used")}</TableHead>
					<TableHead numeric>{t("column.others")}</TableHead>
					<TableHead numeric>{t("column.usedShare")}</TableHead>
					<TableHead numeric>{t("column.othersShare")}</TableHead>
					<TableHead numeric>{t("column.difference")}</TableHead>
					<TableHead>{t("column.interval")}</TableHead>
					<TableHead>{t("column.left")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{effects.map((one) => (
					<TableRow key={one.shopId}>
						<TableRowHead className={one.shopId === 0 ? "min-w-36 font-semibold" : "min-w-36 font-normal"}>
							{one.shopId === 0 ? t("all") : (one.shopName ?? one.shopCode)}
						</TableRowHead>
						<TableCell numeric>{formatCount(one.used)}</TableCell>
						<TableCell numeric>{formatCount(one.others)}</TableCell>
						{one.isEnough && one.difference !== null && one.low !== null && one.high !== null ? (
							<>
								<TableCell numeric>{share(one.usedShare)}</TableCell>
								<TableCell numeric>{share(one.othersShare)}</TableCell>
								<TableCell numeric className="whitespace-nowrap">
									{t("points", { value: signed(one.difference) })}
								</TableCell>
								<TableCell className="figure whitespace-nowrap">
									<span className="block">
										{t("interval", { low: signed(one.low), high: signed(one.high) })}
									</span>
									<Verdict low={one.low} high={one.high} />
								</TableCell>
							</>
						) : (
							<TableCell colSpan={4} className="text-ink-faint">
								<Badge tone="neutral">{t("notEnough")}</Badge>{" "}
								<span className="text-xs">{t("notEnoughText", { least: leastMatched })}</span>
							</TableCell>
						)}
						<TableCell className="min-w-32 text-ink-faint text-xs">
							{t("leftText", { notOver: formatCount(one.notOver), unmatched: formatCount(one.unmatched) })}
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}

async function Verdict({ low, high }: { low: number; high: number }) {
	const t = await getTranslations("repurchase");
	if (low > 0) return <Badge tone="success">{t("verdict.more")}</Badge>;
	if (high < 0) return <Badge tone="danger">{t("verdict.less")}</Badge>;
	return <Badge tone="neutral">{t("verdict.none")}</Badge>;
}
