import { cn } from "@/components/ui/cn";
import type { EffectRow } from "@/lib/domains/trust/types/repurchase";
import { getTranslations } from "@/lib/platform/i18n/server";

type Known = EffectRow & { difference: number; low: number; high: number };

/** A name beside its line, and above it where there is no room beside. */
const ROW = "grid items-center gap-x-4 sm:grid-cols-[13rem_1fr]";

/** One line a shop: the difference and its 95% interval about zero. The table below says the same in figures. */
export async function ForestChart({ effects }: { effects: readonly EffectRow[] }) {
	const t = await getTranslations("repurchase");
	const known = effects.filter((one): one is Known => one.isEnough);
	if (known.length === 0) return null;
	const widest = Math.max(0.05, ...known.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
	const at = (share: number) => `${50 + (share / (widest * 1.15)) * 50}%`;
	return (
		<div role="img" aria-label={t("chartText")} className="px-5 pb-5 text-xs">
			{known.map((one) => (
				<div key={one.shopId} className={ROW}>
					<span className="truncate text-ink max-sm:pt-2 sm:text-right">
						{one.shopId === 0 ? t("all") : (one.shopName ?? one.shopCode)}
					</span>
					<Interval {...one} at={at} />
				</div>
			))}
			<div className={ROW}>
				<span className="figure relative h-5 text-ink-faint sm:col-start-2">
					{[-widest, 0, widest].map((tick) => (
						<span key={tick} className="-translate-x-1/2 absolute" style={{ left: at(tick) }}>
							{signed(tick)}
						</span>
					))}
				</span>
			</div>
		</div>
	);
}

/** Coloured where the interval leaves zero out. */
function Interval({ shopId, difference, low, high, at }: Known & { at: (share: number) => string }) {
	return (
		<span className={cn("relative h-7", low > 0 || high < 0 ? "text-brand" : "text-ink-faint")}>
			<span className="absolute inset-y-0 left-1/2 border-line-strong border-l border-dashed" />
			<span
				className="-translate-y-1/2 absolute top-1/2 h-0.5 bg-current"
				style={{ left: at(low), right: `calc(100% - ${at(high)})` }}
			/>
			<span
				className={cn(
					"-translate-1/2 absolute top-1/2 rounded-full bg-current",
					shopId === 0 ? "size-3" : "size-2.5",
				)}
				style={{ left: at(difference) }}
			/>
		</span>
	);
}

/** Percentage points with one place and their sign. */
export function signed(share: number): string {
	const points = (share * 100).toFixed(1);
	return share > 0 && points !== "0.0" ? `+${points}` : points.replace("-0.0", "0.0");
}
