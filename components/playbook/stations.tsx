import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import type { Station } from "@/lib/domains/playbook/rules/show-items";
import type { StepResult, StepsGlance } from "@/lib/domains/playbook/types/step-results";
import type { Step } from "@/lib/domains/playbook/types/template";
import { getTranslations } from "@/lib/platform/i18n/server";
import { StateBadge } from "./stations/state-badge";

export type StationsProps = {
	stations: readonly Station[];
	/** How the steps stand by their data; null until they were judged. */
	view: StepsGlance | null;
	/** The one whose items are shown. */
	step: Step | null;
	stepHref: (step: Step) => string;
};

/** The five stations in their order, each with how far it is. */
export async function Stations({ stations, view, step, stepHref }: StationsProps) {
	const t = await getTranslations("playbook");
	return (
		<nav aria-label={t("list.stations")} className="grid gap-2 sm:grid-cols-5">
			{stations.map((one) => {
				const result = view?.steps.find((judged) => judged.step === one.step);
				const progress = t("list.progress", { done: one.done, required: one.required });
				return (
					<Link
						key={one.step}
						href={stepHref(one.step)}
						scroll={false}
						prefetch={false}
						aria-current={one.step === step ? "page" : undefined}
						className={cn(
							"flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border bg-surface px-4 py-2.5 hover:border-line-strong sm:block sm:py-3",
							one.step === step && "border-brand ring-1 ring-brand",
						)}
					>
						<span className="block min-w-0 font-medium text-ink text-sm max-sm:w-28 sm:truncate">
							<span className="figure mr-1.5 text-ink-faint">{one.step}</span>
							{t(`step.${one.step}`)}
						</span>
						<Progress
							label={t(`step.${one.step}`)}
							value={one.done}
							max={one.required}
							valueText={progress}
							tone={one.done === one.required ? "success" : "brand"}
							className="max-sm:flex-1 sm:my-2"
						/>
						<span className="figure flex justify-between gap-2 text-ink-faint text-xs">
							<span className="max-sm:hidden">{progress}</span>
							<span className="sm:hidden">
								{one.done}/{one.required}
							</span>
							{one.overdue > 0 && (
								<span className="whitespace-nowrap text-danger-ink">
									{t("ops.overdue", { count: one.overdue })}
								</span>
							)}
						</span>
						{result && <Judged result={result} />}
					</Link>
				);
			})}
		</nav>
	);
}

/** The state of a step and how many of its criteria hold. */
async function Judged({ result: { state, verdict } }: { result: StepResult }) {
	const t = await getTranslations("stations");
	const met = verdict.criteria.filter(({ isMet }) => isMet).length;
	return (
		<span className="flex items-center justify-between gap-2 text-ink-faint text-xs max-sm:w-full sm:mt-2">
			<StateBadge state={state} />
			<span className="figure">{t("panel.metOf", { met, total: verdict.criteria.length })}</span>
		</span>
	);
}
