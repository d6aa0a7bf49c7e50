import { Check, Minus } from "lucide-react";
import { Sparkline } from "@/components/charts/sparkline";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import {
	showChange,
	showDistance,
	showInputs,
	showReason,
	showValue,
} from "@/lib/domains/playbook/rules/show-criteria";
import type { Criterion, StepPolicy } from "@/lib/domains/playbook/types/steps";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = {
	criterion: Criterion;
	/** The last 28 days, oldest first. */
	values: readonly (number | null)[];
	/** Change in seven days; null where one end has no value. */
	trend: number | null;
	/** The version it was judged under. */
	policy: StepPolicy;
	burstName: string | null;
};

/** One criterion: where it is, what it needs, what is missing, how it moved and how it is made. */
export async function CriterionRow({ criterion, values, trend, policy, burstName }: Props) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const { code, value, threshold, isMet, reason } = criterion;
	const name = t(`criterion.${code}`);
	const needs = t("panel.threshold", { value: showValue(t, code, threshold) });
	const short = showDistance(t, criterion);
	const Icon = isMet ? Check : Minus;
	return (
		<li className="grid gap-x-5 gap-y-2 px-5 py-3.5 sm:grid-cols-[minmax(0,1fr)_9rem]" data-criterion={code}>
			<div className="min-w-0">
				<div className="flex flex-wrap items-baseline justify-between gap-x-3">
					<h3 className="flex items-center gap-1.5 text-ink text-sm">
						<Icon
							aria-label={isMet ? t("panel.met") : t("panel.notMet")}
							className={cn("size-4 shrink-0", isMet ? "text-success-ink" : "text-ink-faint")}
						/>
						{name}
					</h3>
					<p className="figure text-sm">
						<span className={cn("font-semibold", isMet ? "text-success-ink" : "text-ink")}>
							{value === null ? showReason(t, reason, policy) : showValue(t, code, value)}
						</span>
						<span className="ml-2 text-ink-faint text-xs">{needs}</span>
					</p>
				</div>
				<Progress
					label={name}
					value={Math.max(0, value ?? 0)}
					max={threshold}
					valueText={`${value === null ? showReason(t, reason, policy) : showValue(t, code, value)}, ${needs}`}
					tone={isMet ? "success" : "brand"}
					className="my-1.5"
				/>
				<details className="text-xs">
					<summary className="cursor-pointer text-ink-faint marker:text-ink-faint">
						{t("panel.inputs")}
						{short && <span className="ml-2 font-medium text-warning-ink">{short}</span>}
						{reason === "SHORT_HISTORY" && <span className="ml-2">{showReason(t, reason, policy)}</span>}
					</summary>
					<p className="mt-1 text-ink-soft leading-relaxed">
						{showInputs(t, criterion, { policy, burstName, locale })}
					</p>
				</details>
			</div>
			<Trend {...{ criterion, values, trend }} />
		</li>
	);
}

async function Trend({ criterion, values, trend }: Pick<Props, "criterion" | "values" | "trend">) {
	const t = await getTranslations("stations");
	const { code, threshold } = criterion;
	const drawn = values.filter((value) => value !== null);
	const [first, last] = [drawn[0], drawn.at(-1)];
	const show = (value: number | undefined) => (value === undefined ? "–" : showValue(t, code, value));
	return (
		<div className="flex items-center gap-3 sm:flex-col sm:items-end sm:justify-center sm:gap-1">
			{drawn.length < 2 ? (
				<span className="text-ink-faint text-xs">{t("panel.noTrend")}</span>
			) : (
				<Sparkline
					values={drawn}
					label={t("panel.trend", { from: show(first), to: show(last), threshold: show(threshold) })}
					className="h-7 w-28"
				/>
			)}
			{trend !== null && (
				<span
					className={cn(
						"figure text-2xs",
						trend > 0 ? "text-success-ink" : trend < 0 ? "text-danger-ink" : "text-ink-faint",
					)}
				>
					{trend === 0
						? t("panel.flat")
						: t("panel.week", { value: `${trend > 0 ? "+" : "-"}${showChange(t, code, Math.abs(trend))}` })}
				</span>
			)}
		</div>
	);
}
