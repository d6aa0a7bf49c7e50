import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Explain } from "@/components/ui/explain";
import { Figure } from "@/components/ui/figure";
import { type Compared, measureOf } from "@/lib/domains/gmv/rules/explorer-table";
import type { Explored } from "@/lib/domains/gmv/rules/explorer-view";
import type { Measure } from "@/lib/domains/gmv/schema/explorer";
import { formatBps, formatCompactFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { ratioToBps } from "@/lib/platform/money/bps";
import { makeRatio } from "@/lib/platform/money/ratio";
import { ChangeText } from "./change-text";
import { rangeText } from "./range-text";

const order = ["net", "paid", "refunded"] as const;

export function shareText(part: bigint, whole: bigint): string | null {
	const ratio = makeRatio(part, whole);
	return ratio && formatBps(ratioToBps(ratio));
}

/** The three measures of everything selected, each with 环比 and 同比. */
export async function ExplorerStats({ explored }: { explored: Explored }) {
	const t = await getTranslations("explorer");
	const { total, unattributed } = explored.table;
	const net = measureOf(total.now, "net");
	const refundShare = shareText(total.now.refundedFen, total.now.paidFen);
	const unattributedShare = unattributed && shareText(measureOf(unattributed.now, "net"), net);
	const notes: Record<Measure, string | null> = {
		net: null,
		paid: null,
		refunded: refundShare && t("stats.refundRate", { share: refundShare }),
	};
	return (
		<div className={cn("grid gap-4 sm:grid-cols-2", unattributed ? "xl:grid-cols-4" : "xl:grid-cols-3")}>
			{order.map((measure) => (
				<MeasureCard
					key={measure}
					label={t(`measure.${measure}`)}
					compared={total}
					measure={measure}
					note={notes[measure]}
					explored={explored}
				/>
			))}
			{unattributed && (
				<MeasureCard
					label={t("rows.unattributed")}
					compared={unattributed}
					measure="net"
					lowerIsBetter
					note={unattributedShare && t("stats.unattributedNote", { share: unattributedShare })}
					explored={explored}
				/>
			)}
		</div>
	);
}

type MeasureCardProps = {
	label: string;
	compared: Compared;
	measure: Measure;
	note: string | null;
	lowerIsBetter?: boolean;
	explored: Explored;
};

async function MeasureCard({ label, compared, measure, note, lowerIsBetter, explored }: MeasureCardProps) {
	const [t, locale] = await Promise.all([getTranslations("explorer"), getLocale()]);
	const now = measureOf(compared.now, measure);
	const isLower = lowerIsBetter ?? measure === "refunded";
	return (
		<Card className="sail flex flex-col gap-1 p-5">
			<div className="flex items-center justify-between gap-2">
				<h2 className="text-ink-soft text-sm">{label}</h2>
				<Explain subject={label}>
					<Definitions explored={explored} />
				</Explain>
			</div>
			<p className="font-semibold text-figure text-ink">
				<Figure value={formatCompactFen(now, locale)} />
			</p>
			{note && <p className="text-ink-faint text-xs">{note}</p>}
			<div className="mt-auto flex flex-col items-start gap-0.5 pt-1">
				<ChangeText
					label={t("period.before")}
					nowFen={now}
					baseFen={measureOf(compared.before, measure)}
					lowerIsBetter={isLower}
				/>
				<ChangeText
					label={t("period.yearBefore")}
					nowFen={now}
					baseFen={measureOf(compared.yearBefore, measure)}
					lowerIsBetter={isLower}
				/>
			</div>
		</Card>
	);
}

/** How the figures are made, and which days they are compared with. */
export async function Definitions({ explored }: { explored: Explored }) {
	const [t, locale] = await Promise.all([getTranslations("explorer"), getLocale()]);
	const parts = ["net", "day", "attribution", "conservation", "compare", "region"] as const;
	return (
		<>
			<p>{t("period.beforeOf", { range: rangeText(explored.before, locale) })}</p>
			<p>{t("period.yearOf", { range: rangeText(explored.yearBefore, locale) })}</p>
			{parts.map((part) => (
				<p key={part}>{t(`define.${part}`)}</p>
			))}
		</>
	);
}
