import Link from "next/link";
import { ForceRadar } from "@/components/charts/force-radar";
import { cn } from "@/components/ui/cn";
import { type ForceCode, marginForces } from "@/lib/domains/forces/constants";
import type { ForceScore, ForceScorecard } from "@/lib/domains/forces/types";
import { formatBps, formatMonth, formatMonthRange, formatScoreBps } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ForceTable, type Percentiles } from "./force-table";

export type ForcePanelProps = {
	card: ForceScorecard;
	percentiles: Percentiles;
	/** The score every force needs for the next tier, and its name; null at the top. */
	needed: { label: string; scoreBps: number } | null;
	/** The middle of the track by force, with its name; null where the track is too small to have one. */
	median: { label: string; note: string; scoresBps: Readonly<Record<ForceCode, number>> | null };
};

/** The five forces: radar, the scores, and every indicator; fulfilment and supply apart, as they decide the margin. */
export async function ForcePanel({ card, percentiles, needed, median }: ForcePanelProps) {
	const [t, locale] = await Promise.all([getTranslations("forces"), getLocale()]);
	const months = formatMonthRange(card.window[0] ?? "", card.window.at(-1) ?? "", locale);
	const missing = card.window.filter((month) => !card.monthsPresent.includes(month));
	const isMargin = (force: ForceScore) => marginForces.includes(force.force);
	return (
		<section aria-labelledby="forces-title" className="space-y-4">
			<header>
				<h2 id="forces-title" className="font-semibold text-lg">
					{t("panel.title")}
				</h2>
				<p className="max-w-4xl text-ink-soft text-sm">{t("panel.description", { months })}</p>
				<p className="mt-1 text-sm">
					<Link
						href={routes.partner.forceMonths(card.window.at(-1))}
						className="text-brand-ink underline-offset-4 hover:underline"
					>
						{t("months.open")}
					</Link>
				</p>
				{missing.length > 0 && (
					<p className="mt-1 text-sm text-warning-ink">
						{t("panel.missing", {
							count: missing.length,
							months: missing.map((month) => formatMonth(month, locale)).join(locale === "en" ? ", " : "、"),
						})}
					</p>
				)}
			</header>
			<div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
				<div className="self-start xl:sticky xl:top-20">
					<Radar card={card} percentiles={percentiles} needed={needed} median={median} />
					<p className="mt-2 px-1 text-ink-faint text-xs">{median.note}</p>
				</div>
				<div className="space-y-4">
					<ForceGroup
						title={t("panel.margin")}
						hint={t("panel.marginHint")}
						forces={card.forces.filter(isMargin)}
						percentiles={percentiles}
						emphasis
					/>
					<ForceGroup
						title={t("panel.growth")}
						hint={t("panel.growthHint")}
						forces={card.forces.filter((force) => !isMargin(force))}
						percentiles={percentiles}
					/>
				</div>
			</div>
		</section>
	);
}

async function Radar({ card, percentiles, needed, median }: ForcePanelProps) {
	const t = await getTranslations("forces");
	const axes = card.forces.map((force) => ({
		key: force.force,
		label: t(`names.${force.force}`),
		emphasis: marginForces.includes(force.force),
		values: {
			own: force.scoreBps / 100,
			median: median.scoresBps ? median.scoresBps[force.force] / 100 : null,
			needed: needed ? needed.scoreBps / 100 : null,
			target: 100,
		},
	}));
	const percent = percentiles ? formatBps(percentiles.compositeBps) : null;
	return (
		<ForceRadar
			title={`${t("panel.composite")} ${formatScoreBps(card.compositeBps)}`}
			description={percent ? t("panel.compositeNote", { percent }) : undefined}
			axes={axes}
			series={[
				{ key: "own", label: t("panel.own"), tone: 1, look: "area" },
				...(median.scoresBps ? [{ key: "median", label: median.label, tone: 3, look: "line" } as const] : []),
				...(needed ? [{ key: "needed", label: needed.label, tone: 4, look: "dashed" } as const] : []),
				{ key: "target", label: t("panel.target"), tone: 6, look: "dashed" },
			]}
		/>
	);
}

async function ForceGroup({
	title,
	hint,
	forces,
	percentiles,
	emphasis,
}: {
	title: string;
	hint: string;
	forces: readonly ForceScore[];
	percentiles: Percentiles;
	emphasis?: boolean;
}) {
	return (
		<section
			className={cn(
				"overflow-hidden rounded-lg border bg-surface",
				emphasis && "sail border-brand/50 shadow-sm",
			)}
		>
			<header className={cn("px-4 py-3", emphasis && "bg-brand-soft")}>
				<h3 className={cn("font-semibold", emphasis && "text-brand-ink")}>{title}</h3>
				<p className={cn("text-xs", emphasis ? "text-brand-ink" : "text-ink-faint")}>{hint}</p>
			</header>
			<ForceTable label={title} forces={forces} percentiles={percentiles} />
		</section>
	);
}
