import { type TierLevel, tierLevels } from "@/lib/domains/tiers/constants";
import type { TierHistoryRow } from "@/lib/domains/tiers/types";
import { formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { openReasons } from "./move-reason";
import { type NamedTiers, tierLabel, tierName } from "./tier-names";

const MIN_STEP = 56;
const WIDE = 960;
const ROW = 34;
const TOP = 26;
/** Room for the names of the tiers. */
const NAMES = { "zh-CN": 84, en: 132 } as const;
const RIGHT = 28;
const BOTTOM = TOP + ROW * (tierLevels.length - 1);

/** A narrow screen shows the newest months and scrolls back in time. */
const newestFirst = "flex flex-row-reverse overflow-x-auto";

const dots: Record<TierLevel, string> = {
	1: "fill-tier-1",
	2: "fill-tier-2",
	3: "fill-tier-3",
	4: "fill-tier-4",
	5: "fill-tier-5",
};

function y(tier: TierLevel): number {
	return BOTTOM - (tier - 1) * ROW;
}

/** A stepped line through the tiers, drawn on the server: at most two dozen points need no script. */
export async function TierHistoryChart({
	rows,
	tiers,
}: {
	rows: readonly TierHistoryRow[];
	tiers: NamedTiers;
}) {
	const [t, locale, reasonOf] = await Promise.all([
		getTranslations("tiers"),
		getLocale(),
		openReasons(tiers),
	]);
	const left = NAMES[locale];
	const steps = Math.max(1, rows.length - 1);
	const step = Math.max(MIN_STEP, Math.floor((WIDE - left - RIGHT) / steps));
	const width = left + steps * step + RIGHT;
	const points = rows.map((row, i) => ({ row, x: left + i * step, y: y(row.tier) }));
	const [first, last] = [rows[0], rows.at(-1)];
	const label = t("history.chart", {
		from: first ? `${formatMonth(first.period, locale)} ${tierLabel(tiers, first.tier, locale)}` : "",
		to: last ? `${formatMonth(last.period, locale)} ${tierLabel(tiers, last.tier, locale)}` : "",
	});
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
		<section aria-label={t("history.title")} tabIndex={0} className={newestFirst}>
			<svg
				role="img"
				aria-label={label}
				viewBox={`0 0 ${width} ${BOTTOM + 48}`}
				width={width}
				height={BOTTOM + 48}
				className="mr-auto shrink-0 text-xs"
			>
				{tierLevels.map((level) => (
					<g key={level}>
						<line
							x1={left - 12}
							x2={width - 8}
							y1={y(level)}
							y2={y(level)}
							className="stroke-line"
							strokeDasharray="2 5"
						/>
						<text x={0} y={y(level) + 4} className="figure fill-ink-faint text-xs">
							T{level} {tierName(tiers, level, locale)}
						</text>
					</g>
				))}
				<path
					d={stepPath(points)}
					fill="none"
					className="stroke-brand"
					strokeWidth="2.5"
					strokeLinejoin="round"
				/>
				{points.map((point, i) => (
					<g key={point.row.runId}>
						<title>
							{`${formatMonth(point.row.period, locale)} · ${tierLabel(tiers, point.row.tier, locale)} · ${t(`history.movement.${point.row.movement}`)} · ${reasonOf(point.row)}`}
						</title>
						<circle
							cx={point.x}
							cy={point.y}
							r={i === points.length - 1 ? 8 : 6}
							strokeWidth="2.5"
							className={`${dots[point.row.tier]} stroke-surface`}
						/>
						<text x={point.x} y={point.y - 13} textAnchor="middle" className="figure fill-ink-soft text-2xs">
							T{point.row.tier}
						</text>
						{point.row.movement !== "SAME" && (
							<text
								x={point.x}
								y={BOTTOM + 40}
								textAnchor="middle"
								className={`text-2xs ${moveTone(point.row)}`}
							>
								{t(`history.movement.${point.row.movement}`)}
							</text>
						)}
						<text x={point.x} y={BOTTOM + 26} textAnchor="middle" className="figure fill-ink-faint text-2xs">
							{formatMonth(point.row.period, locale, { short: true })}
						</text>
					</g>
				))}
			</svg>
		</section>
	);
}

function moveTone({ movement }: TierHistoryRow): string {
	if (movement === "UP") return "fill-success-ink";
	if (movement === "OVERRIDDEN") return "fill-ink-soft";
	return movement === "FIRST" || movement === "PROTECTED" ? "fill-ink-faint" : "fill-danger-ink";
}

/** Horizontal to half way, then up or down, then on: a tier holds for a month and changes at once. */
function stepPath(points: readonly { x: number; y: number }[]): string {
	return points
		.map((point, i) => {
			const previous = points[i - 1];
			if (!previous) return `M${point.x} ${point.y}`;
			return `H${(previous.x + point.x) / 2}V${point.y}H${point.x}`;
		})
		.join("");
}
