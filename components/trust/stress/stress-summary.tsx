"use client";

import { useLocale, useTranslations } from "use-intl";
import { StatCard } from "@/components/ui/stat-card";
import type { StressAssumptions, StressResult } from "@/lib/domains/trust/types/stress";
import { formatBps, formatCompactFen, formatCount, formatFen } from "@/lib/platform/format";

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
				value={formatBps(Math.round(result.overDeposit * 10_000))}
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
					breakEvenBps === null
						? t("stress.noClaims")
						: t("stress.breakEven", {
								value: (breakEvenBps / 100).toFixed(2),
								assumed: (one.upliftBps / 100).toFixed(2),
							})
				}
			/>
		</div>
	);
}
