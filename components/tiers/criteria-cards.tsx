import { cn } from "@/components/ui/cn";
import { Figure } from "@/components/ui/figure";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import type { Appealing } from "@/lib/domains/tiers/types/appeals";
import { MetricAppeal } from "./appeals/metric-appeal";
import { type CriteriaRow, criteriaRows, criteriaTiers } from "./criteria-rows";
import { CriterionMark } from "./criterion-mark";
import { CriterionSource, type SourceLinks } from "./criterion-source";
import { formatMetric } from "./format-metric";
import { openWords, type Words } from "./words";

type Props = { receipt: DecisionReceipt; sources?: SourceLinks; appealing?: Appealing };

/** The criteria matrix for a narrow screen: one block per criterion, the tiers side by side below its value. */
export async function CriteriaCards({ receipt, sources, appealing }: Props) {
	const words = await openWords();
	return (
		<ul className="divide-y">
			{criteriaRows(receipt).map((row) => (
				<CriterionCard
					words={words}
					key={row.metric}
					row={row}
					receipt={receipt}
					sources={sources}
					appealing={appealing}
				/>
			))}
		</ul>
	);
}

function CriterionCard({
	row,
	receipt,
	sources,
	appealing,
	words,
}: Props & { row: CriteriaRow } & { words: Words }) {
	const { t, locale } = words;
	const levels = criteriaTiers(receipt);
	const { gmvMonths: months, gmvMeasure: measure } = receipt.rules;
	return (
		<li className="px-5 py-4">
			<p className="flex items-baseline justify-between gap-4">
				<span className="font-medium">{t(`metrics.${row.metric}`, { months, measure })}</span>
				{row.value === null ? (
					<span className="text-ink-faint">{t("receipt.noData")}</span>
				) : (
					<Figure
						value={formatMetric(row.value, row.unit, locale)}
						className="font-semibold text-lg"
						unitClassName="text-[0.75em]"
					/>
				)}
			</p>
			<p className="text-ink-faint text-xs">
				<CriterionSource words={words} metric={row.metric} receipt={receipt} href={sources?.[row.metric]} />
			</p>
			<MetricAppeal
				receipt={receipt}
				metric={row.metric}
				name={t(`metrics.${row.metric}`, { months, measure })}
				appealing={appealing}
			/>
			<ul className="mt-2.5 grid grid-cols-2 gap-1.5">
				{row.cells.map((cell, i) => (
					<li
						key={levels[i]}
						className={cn(
							"flex items-start gap-2 rounded-md border px-2.5 py-2",
							levels[i] === receipt.decision.tier && "border-brand/40 bg-brand-soft/50",
						)}
					>
						<span className="figure w-5 shrink-0 font-semibold text-ink-faint text-xs leading-5">
							T{levels[i]}
						</span>
						{cell ? (
							<CriterionMark words={words} criterion={cell} />
						) : (
							<span className="text-ink-faint text-xs leading-5">{t("receipt.noRequirement")}</span>
						)}
					</li>
				))}
			</ul>
		</li>
	);
}
