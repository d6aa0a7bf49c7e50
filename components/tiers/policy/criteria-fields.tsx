"use client";

import { useTranslations } from "use-intl";
import type { PolicyEditing } from "@/components/tiers/policy/policy-editor";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { metricUnits, type TierMetric, tierMetrics } from "@/lib/domains/tiers/constants";
import type { CriteriaForm } from "@/lib/domains/tiers/schema/policy-form";

type Props = Pick<PolicyEditing, "errorOf" | "edit" | "disabled"> & { path: string; criteria: CriteriaForm };

/** What a tier asks for, metric by metric; an empty field asks for nothing. */
export function CriteriaFields({ path, criteria, ...editing }: Props) {
	return (
		<div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 2xl:grid-cols-4">
			{tierMetrics.map((metric) => (
				<CriterionField
					key={metric}
					{...editing}
					path={`${path}.${metric}`}
					metric={metric}
					criteria={criteria}
				/>
			))}
		</div>
	);
}

function CriterionField({ path, metric, criteria, errorOf, edit, disabled }: Props & { metric: TierMetric }) {
	const t = useTranslations("policylab");
	const { comparison, value } = criteria[metric];
	const unit = metricUnits[metric];
	const name = t(`words.metric.${metric}`);
	const suffix =
		unit === "bps"
			? "%"
			: unit === "fen"
				? undefined
				: t(`words.unit.${unit === "score" ? "points" : "heads"}`, { value: 2 }).replace(/[\d\s]/g, "");
	const isFixed = metric === "dispute_rate";
	return (
		<div className="flex items-end gap-1.5">
			<div className="w-16 shrink-0">
				{isFixed ? (
					<span className="flex h-9 items-center justify-center text-ink-soft text-sm">≤</span>
				) : (
					<NativeSelect
						aria-label={t("draft.comparison", { metric: name })}
						value={comparison}
						disabled={disabled}
						className="pr-7 pl-2"
						onChange={(event) => edit(`${path}.comparison`, event.target.value)}
						options={[
							{ value: ">=", label: "≥" },
							{ value: ">", label: ">" },
						]}
					/>
				)}
			</div>
			<Field label={name} error={errorOf(`${path}.value`)} className="min-w-0 grow">
				<Input
					value={value}
					maxLength={40}
					inputMode={unit === "fen" ? "text" : "decimal"}
					placeholder={t("words.noRequirement")}
					suffix={suffix}
					className={cn(suffix && "pr-16")}
					disabled={disabled}
					onChange={(event) => edit(`${path}.value`, event.target.value)}
				/>
			</Field>
		</div>
	);
}
