import { Check, X } from "lucide-react";
import type { Benefit, Condition } from "@/lib/domains/benefits/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { contextOf, foundOf, remedyOf, titleOf } from "./condition-words";
import type { Track } from "./words";

type Props = {
	conditions: readonly Condition[];
	benefit: Pick<Benefit, "unit" | "period">;
	tracks: readonly Track[];
	/** Without what would help: for a record of what was found once. */
	isRecord?: boolean;
};

/** Every condition with what was found, and for those that do not hold what would make them so. */
export async function EligibilityList({ conditions, benefit, tracks, isRecord }: Props) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	const context = contextOf(t, locale, tracks, benefit);
	return (
		<ul className="space-y-3">
			{conditions.map((condition) => (
				<li key={condition.code} className="flex gap-2.5 text-sm">
					<span
						className={
							condition.holds
								? "mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full bg-success-soft text-success-ink"
								: "mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full bg-danger-soft text-danger-ink"
						}
					>
						{condition.holds ? (
							<Check aria-hidden="true" className="size-3.5" />
						) : (
							<X aria-hidden="true" className="size-3.5" />
						)}
						<span className="sr-only">{t(condition.holds ? "eligibility.holds" : "eligibility.not")}</span>
					</span>
					<div className="min-w-0">
						<p className="font-medium text-ink">{titleOf(condition, context)}</p>
						<p className="text-ink-soft text-xs">{foundOf(condition, context)}</p>
						{!condition.holds && !isRecord && (
							<p className="mt-0.5 text-danger-ink text-xs">{remedyOf(condition, context)}</p>
						)}
					</div>
				</li>
			))}
		</ul>
	);
}
