import type { EffectRow } from "@/lib/domains/trust/types/repurchase";
import { getTranslations } from "@/lib/platform/i18n/server";

type Known = EffectRow & { difference: number; low: number; high: number };

const [LABEL, PLOT, ROW] = [220, 560, 30];

/** One line a shop: the difference and its 95% interval about zero. The table below says the same in figures. */
export async function ForestChart({ effects }: { effects: readonly EffectRow[] }) {
	const t = await getTranslations("repurchase");
	const known = effects.filter((one): one is Known => one.isEnough);
	if (known.length === 0) return null;
	const reach = Math.max(0.05, ...known.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)])) * 1.08;
	const x = (share: number) => LABEL + PLOT / 2 + (share / reach) * (PLOT / 2);
	const ticks = [-reach / 1.08, 0, reach / 1.08];
	const height = known.length * ROW + 34;
	return (
		<section aria-label={t("chart")} className="overflow-x-auto px-5 pb-5">
			<svg viewBox={`0 0 ${LABEL + PLOT + 20} ${height}`} className="h-auto w-full min-w-[36rem]" role="img">
				<title>{t("chartText")}</title>
				<line
					x1={x(0)}
					x2={x(0)}
					y1={4}
					y2={height - 26}
					className="stroke-line-strong"
					strokeDasharray="4 3"
				/>
				{known.map((one, at) => {
					const y = at * ROW + 20;
					const isClear = one.low > 0 || one.high < 0;
					return (
						<g key={one.shopId} className={isClear ? "text-brand" : "text-ink-faint"}>
							<text x={LABEL - 14} y={y + 4} textAnchor="end" className="fill-ink text-xs">
								{one.shopId === 0 ? t("all") : shorten(one.shopName ?? one.shopCode ?? "")}
							</text>
							<line x1={x(one.low)} x2={x(one.high)} y1={y} y2={y} stroke="currentColor" strokeWidth={2} />
							<circle cx={x(one.difference)} cy={y} r={one.shopId === 0 ? 6 : 4.5} fill="currentColor" />
						</g>
					);
				})}
				{ticks.map((tick) => (
					<text
						key={tick}
						x={x(tick)}
						y={height - 6}
						textAnchor="middle"
						className="figure fill-ink-faint text-xs"
					>
						{signed(tick)}
					</text>
				))}
			</svg>
		</section>
	);
}

const shorten = (name: string) => (name.length > 14 ? `${name.slice(0, 13)}…` : name);

/** Percentage points with one place and their sign. */
export function signed(share: number): string {
	const points = (share * 100).toFixed(1);
	return share > 0 && points !== "0.0" ? `+${points}` : points.replace("-0.0", "0.0");
}
