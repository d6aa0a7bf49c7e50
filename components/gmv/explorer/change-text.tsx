import { cn } from "@/components/ui/cn";
import { compareFen } from "@/lib/domains/gmv/rules/compare";
import { formatBps, formatCompactFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type ChangeTextProps = {
	nowFen: bigint;
	baseFen: bigint;
	/** Refunds are better when smaller. */
	lowerIsBetter?: boolean;
	label?: string;
};

/** A change with its sign: the amount and the rate; from zero there is an amount and no rate. */
export async function ChangeText({ nowFen, baseFen, lowerIsBetter, label }: ChangeTextProps) {
	const [t, locale] = await Promise.all([getTranslations("explorer"), getLocale()]);
	const { changeFen, bps } = compareFen(nowFen, baseFen);
	const isGood = changeFen !== 0n && changeFen > 0n !== Boolean(lowerIsBetter);
	const tone = changeFen === 0n ? "text-ink-faint" : isGood ? "text-success-ink" : "text-danger-ink";
	const amount = formatCompactFen(changeFen, locale);
	const sign = changeFen > 0n ? "+" : "";
	return (
		<span
			className="figure inline-flex flex-wrap items-baseline justify-end gap-x-1.5 text-xs"
			title={`${sign}${amount.exact}`}
		>
			{label && <span className="text-ink-faint">{label}</span>}
			<span className={cn("whitespace-nowrap font-medium", tone)}>
				{bps === null ? t("stats.zeroBase") : formatBps(bps, { signed: true })}
			</span>
			<span className="whitespace-nowrap text-ink-faint">
				{sign}
				{amount.text}
			</span>
		</span>
	);
}
