import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { guarantees } from "@/lib/domains/trust/constants/guarantees";
import { leastMatched, repurchaseWindows } from "@/lib/domains/trust/constants/repurchase";
import type { ReportFilter } from "@/lib/domains/trust/schema/repurchase";
import type { EffectRow, ReportRun } from "@/lib/domains/trust/types/repurchase";
import { formatCount, formatDate, formatDateTime, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { EffectsTable } from "./effects-table";
import { ForestChart } from "./forest-chart";

type Props = {
	path: string;
	filter: ReportFilter;
	run: ReportRun | null;
	effects: readonly EffectRow[];
	/** Operations look for a shop among all. */
	isDesk?: boolean;
};

export async function ReportView({ path, filter, run, effects, isDesk = false }: Props) {
	const [t, locale] = await Promise.all([getTranslations("repurchase"), getLocale()]);
	if (!run)
		return (
			<Card>
				<EmptyState title={t("none")} description={t("noneText")} />
			</Card>
		);
	return (
		<div className="space-y-4">
			<p className="text-ink-soft text-sm">
				{t(isDesk ? "made" : "madeShort", {
					...{ asOf: formatDate(run.asOf, locale), madeAt: formatDateTime(run.madeAt, locale) },
					...{
						from: formatMonth(run.fromMonth, locale),
						buyers: formatCount(run.buyers),
						users: formatCount(run.users),
					},
				})}
			</p>
			<Filters path={path} filter={filter} isDesk={isDesk} />
			{effects.length === 0 ? (
				<Card>
					<EmptyState title={t("empty")} description={t("emptyText")} />
				</Card>
			) : (
				<Card className="overflow-hidden">
					<CardHeader
						title={t("chart")}
						description={t("chartText")}
						actions={
							<Button asChild variant="secondary" size="sm">
								<a href={routes.api.repurchase()} download>
									{t("csv")}
								</a>
							</Button>
						}
					/>
					<ForestChart effects={effects} />
					<EffectsTable effects={effects} />
				</Card>
			)}
			<Card>
				<CardHeader title={t("method")} />
				<CardBody>
					<ol className="list-decimal space-y-2 pl-5 text-ink-soft text-sm leading-relaxed">
						{(["1", "2", "3"] as const).map((step) => (
							<li key={step}>{t(`methodText.${step}`, { least: leastMatched })}</li>
						))}
					</ol>
				</CardBody>
			</Card>
		</div>
	);
}

async function Filters({ path, filter, isDesk }: Pick<Props, "path" | "filter"> & { isDesk: boolean }) {
	const [t, rules] = await Promise.all([getTranslations("repurchase"), getTranslations("trustrules")]);
	const active = [filter.guarantee !== "ANY", filter.window !== 30, filter.shop !== ""].filter(
		Boolean,
	).length;
	return (
		<FilterBar path={path} activeCount={active}>
			<Field label={t("guarantee")}>
				<NativeSelect
					name="guarantee"
					defaultValue={filter.guarantee}
					options={[
						{ value: "ANY", label: t("any") },
						...guarantees.map((value) => ({ value: value as string, label: rules(`guarantee.${value}`) })),
					]}
				/>
			</Field>
			<Field label={t("window")}>
				<NativeSelect
					name="window"
					defaultValue={String(filter.window)}
					options={repurchaseWindows.map((days) => ({ value: String(days), label: t("days", { days }) }))}
				/>
			</Field>
			{isDesk && (
				<Field label={t("shop")}>
					<Input
						name="shop"
						type="search"
						defaultValue={filter.shop}
						placeholder={t("shopHint")}
						maxLength={60}
					/>
				</Field>
			)}
		</FilterBar>
	);
}
