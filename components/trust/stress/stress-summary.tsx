"use client";

import { useLocale, useTranslations } from "use-intl";
import { StatCard } from "@/components/ui/stat-card";
import type { StressAssumptions, StressResult } from "@/lib/domains/trust/types/stress";
import { formatBps, formatCompactFen, formatCount, formatFen } from "@/lib/platform/format";

const WHOLE = 10_000;
/** A chance too small for two decimals is small, not none. */
const chanceText = (chance: number) => (chance < 0.0001 ? "< 0.01%" : formatBps(Math.round(chance * WHOLE)));
const whole = (fen: number) => BigInt(Math.round(fen));

/** The four answers: what it costs, how bad it can get, whether the deposit holds, whether it earns itself back. */
export function StressSummary({ result, one }: { result: StressResult; one: StressAssumptions }) {
	const t = useTranslations("trustrules");
	const locale = useLocale();
	const orders = formatCount(one.orders);
	const { depositLasts, breakEvenBps } = result;
	const range = [result.lowFen, result.highFen].map((fen) => formatFen(whole(Math.round(fen / 100) * 100)));
	return (
		<div className="grid gap-4 sm:grid-cols-2">
			<StatCard
				label={t("stress.expected")}
				value={formatCompactFen(whole(result.expectedFen), locale)}
				note={t("stress.expectedHint", { orders })}
				emphasis
			/>
			<StatCard
				label={t("stress.range")}
				value={range.map((text) => text.replace(/\.00$/, "")).join(" – ")}
				note={t("stress.spread", { value: formatFen(whole(result.deviationFen)) })}
			/>
			<StatCard
				label={t("stress.deposit")}
				value={chanceText(result.overDeposit)}
				note={
					depositLasts === null
						? t("stress.depositForever")
						: t("stress.depositLasts", { orders: formatCount(Math.floor(depositLasts)) })
				}
			/>
			<StatCard
				label={t("stress.gain")}
				value={formatCompactFen(whole(result.gainFen), locale)}
				note={
					breakEvenBps === null || breakEvenBps > WHOLE
						? t(breakEvenBps === null ? "stress.noClaims" : "stress.neverEven")
						: t("stress.breakEven", {
								value: (breakEvenBps / 100).toFixed(2),
								assumed: (one.upliftBps / 100).toFixed(2),
							})
				}
			/>
		</div>
	);
}
