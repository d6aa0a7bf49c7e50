import { cn } from "@/components/ui/cn";
import { Figure } from "@/components/ui/figure";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { TierBadge } from "@/components/ui/tier-badge";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import type { Appealing } from "@/lib/domains/tiers/types/appeals";
import { MetricAppeal } from "./appeals/metric-appeal";
import { type CriteriaRow, criteriaRows, criteriaTiers } from "./criteria-rows";
import { CriterionMark } from "./criterion-mark";
import { CriterionSource, type SourceLinks } from "./criterion-source";
import { formatMetric } from "./format-metric";
import { tierName } from "./tier-names";
import { openWords, type Words } from "./words";

/** Every criterion of every tier beside the partner's value: threshold, passed or by how much not. */
export async function CriteriaMatrix({
	receipt,
	sources,
	appealing,
}: {
	receipt: DecisionReceipt;
	sources?: SourceLinks;
	appealing?: Appealing;
}) {
	const words = await openWords();
	const { t, locale } = words;
	const levels = criteriaTiers(receipt);
	return (
		<Table label={t("receipt.matrix")}>
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-44">{t("receipt.criteriaMetric")}</TableHead>
					<TableHead numeric>{t("receipt.criteriaValue")}</TableHead>
					{levels.map((level) => (
						<TableHead key={level} className={cn("py-2", level === receipt.decision.tier && "bg-brand-soft")}>
							<span className="flex items-center gap-2">
								<TierBadge size="sm" tier={level} name={tierName(receipt.rules.tiers, level, locale)} />
								{level === receipt.decision.tier && (
									<span className="text-brand-ink">{t("receipt.held")}</span>
								)}
							</span>
						</TableHead>
					))}
				</TableRow>
			</TableHeader>
			<TableBody>
				{criteriaRows(receipt).map((row) => (
					<MatrixRow
						words={words}
						key={row.metric}
						row={row}
						receipt={receipt}
						sources={sources}
						appealing={appealing}
					/>
				))}
			</TableBody>
		</Table>
	);
}

function MatrixRow({
	row,
	receipt,
	sources,
	appealing,
	words,
}: {
	row: CriteriaRow;
	receipt: DecisionReceipt;
	sources?: SourceLinks;
	appealing?: Appealing;
	words: Words;
}) {
	const { t, locale } = words;
	const levels = criteriaTiers(receipt);
	const { gmvMonths: months, gmvMeasure: measure } = receipt.rules;
	return (
		<TableRow>
			<TableRowHead>
				{t(`metrics.${row.metric}`, { months, measure })}
				<span className="mt-0.5 block max-w-72 font-normal text-ink-faint text-xs">
					<CriterionSource words={words} metric={row.metric} receipt={receipt} href={sources?.[row.metric]} />
				</span>
				<MetricAppeal
					receipt={receipt}
					metric={row.metric}
					name={t(`metrics.${row.metric}`, { months, measure })}
					appealing={appealing}
				/>
			</TableRowHead>
			<TableCell numeric className="font-semibold text-base">
				{row.value === null ? (
					<span className="font-normal text-ink-faint text-sm">{t("receipt.noData")}</span>
				) : (
					<Figure value={formatMetric(row.value, row.unit, locale)} unitClassName="text-[0.8em]" />
				)}
			</TableCell>
			{row.cells.map((cell, i) => (
				<TableCell
					key={levels[i]}
					className={cn("min-w-32", levels[i] === receipt.decision.tier && "bg-brand-soft/40")}
				>
					{cell ? (
						<CriterionMark words={words} criterion={cell} />
					) : (
						<span className="text-ink-faint text-xs">{t("receipt.noRequirement")}</span>
					)}
				</TableCell>
			))}
		</TableRow>
	);
}
