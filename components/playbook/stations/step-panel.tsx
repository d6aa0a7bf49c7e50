import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ShownItem } from "@/lib/domains/playbook/types/items";
import type { StepResult, StepsView } from "@/lib/domains/playbook/types/step-results";
import type { Step } from "@/lib/domains/playbook/types/template";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { CriterionRow } from "./criterion-row";
import { StateBadge } from "./state-badge";

type Props = {
	view: StepsView | null;
	step: Step;
	/** The step's items. */
	items: readonly ShownItem[];
	itemHref: (id: string) => string;
};

/** What a step closes on: every criterion with its inputs, trend and distance, the items it lacks, and what it did before. */
export async function StepPanel({ view, step, items, itemHref }: Props) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const result = view?.steps.find((one) => one.step === step);
	if (!view || !result)
		return (
			<Card>
				<EmptyState title={t("panel.notJudged")} description={t("panel.notJudgedHint")} />
			</Card>
		);
	const { verdict, state, since } = result;
	const { reopenAfterDays } = view.policy;
	const version = verdict.policyVersion;
	const asOf = t.rich("panel.asOf", {
		day: formatDate(view.day, locale),
		version,
		rules: (chunks) => (
			<Link href={routes.steps(version)} className="underline underline-offset-2 hover:text-ink">
				{chunks}
			</Link>
		),
	});
	return (
		<Card className="overflow-hidden">
			<CardHeader
				title={t("panel.title")}
				description={asOf}
				actions={
					<>
						<StateBadge state={state} />
						{state !== "OPEN" && since && (
							<span className="text-ink-soft text-xs">
								{t(`since.${state}`, { day: formatDate(since, locale) })}
							</span>
						)}
					</>
				}
			/>
			<p className="px-5 pb-3 text-ink-soft text-sm">
				{t(verdict.join === "ALL" ? "panel.closesAll" : "panel.closesAny")}{" "}
				{t("panel.reopens", { days: reopenAfterDays })}
				{view.policySince && (
					<span className="mt-1 block text-ink-faint text-xs">
						{t("panel.newVersion", { day: formatDate(view.policySince, locale), version })}
					</span>
				)}
			</p>
			<Warnings result={result} limit={reopenAfterDays} />
			<ul className="divide-y border-y" aria-label={t("panel.title")}>
				{verdict.criteria.map((criterion) => (
					<CriterionRow
						key={criterion.code}
						criterion={criterion}
						values={view.series.get(criterion.code) ?? []}
						trend={result.trends[criterion.code] ?? null}
						policy={view.policy}
						burstName={view.burstName}
					/>
				))}
			</ul>
			<Missing result={result} items={items} itemHref={itemHref} />
		</Card>
	);
}

async function Warnings({ result, limit }: { result: StepResult; limit: number }) {
	const t = await getTranslations("stations");
	const { state, belowDays, changes } = result;
	const reopened = state === "REOPENED" ? changes.find(({ to }) => to === "REOPENED") : undefined;
	if (reopened)
		return (
			<Banner tone="danger" className="mx-5 mb-3">
				{t("panel.why", {
					days: limit,
					missing: reopened.missing.map((code) => t(`criterion.${code}`)).join(t("list")),
				})}
			</Banner>
		);
	if (state !== "CLOSED" || belowDays === 0) return null;
	return (
		<Banner tone="warning" className="mx-5 mb-3">
			{t("panel.belowDays", { days: belowDays, limit })}
		</Banner>
	);
}

async function Missing({
	result,
	items,
	itemHref,
}: Pick<Props, "items" | "itemHref"> & { result: StepResult }) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const missing = items.filter((item) => item.isRequired && !item.isRetired && item.state !== "DONE");
	const waits = result.state === "CLOSED" ? null : result.verdict.isMet ? "waitsItems" : "waitsData";
	return (
		<div className="space-y-2 px-5 py-3 text-sm">
			{missing.length === 0 ? (
				<p className="text-success-ink">
					{waits === "waitsData" ? t("panel.waitsData") : t("panel.noMissing")}
				</p>
			) : (
				<>
					<p className="text-ink">
						{t("panel.missingItems", { count: missing.length })}
						{waits === "waitsItems" && <span className="ml-2 text-success-ink">{t("panel.waitsItems")}</span>}
					</p>
					<ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
						{missing.map(({ id, title }) => (
							<li key={id}>
								<Link
									href={itemHref(id)}
									prefetch={false}
									className="text-brand-ink underline underline-offset-2"
								>
									{title}
								</Link>
							</li>
						))}
					</ul>
				</>
			)}
			{result.changes.length > 0 && (
				<details className="text-xs">
					<summary className="cursor-pointer text-ink-faint">{t("panel.history")}</summary>
					<ul className="mt-1 space-y-1 text-ink-soft">
						{result.changes.map(({ day, to }) => (
							<li key={`${day}${to}`}>
								{t(`panel.changed.${to === "CLOSED" ? "CLOSED" : "REOPENED"}`, {
									day: formatDate(day, locale),
								})}
							</li>
						))}
					</ul>
				</details>
			)}
		</div>
	);
}
