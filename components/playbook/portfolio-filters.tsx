import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { countPortfolioFilters, portfolioQuery } from "@/lib/domains/playbook/rules/portfolio-query";
import type { PortfolioFilter } from "@/lib/domains/playbook/schema";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { filter: PortfolioFilter; managers: readonly { id: string; name: string }[] };

export async function PortfolioFilters({ filter, managers }: Props) {
	const t = await getTranslations("playbook");
	const { q, kind, manager, step, state } = filter;
	const active = countPortfolioFilters(filter);
	const { sort, order } = portfolioQuery(filter);
	const steps = (["1", "2", "3", "4", "5"] as const).map((one) => ({
		value: one,
		label: `${one} ${t(`step.${one}`)}`,
	}));
	const kinds = (["WELL_KNOWN", "NEW_CONSUMPTION"] as const).map((one) => ({
		value: one,
		label: t(`kind.${one}`),
	}));
	return (
		<FilterBar
			key={JSON.stringify(filter)}
			path={routes.ops.brands()}
			activeCount={active}
			keep={{ ...(sort && { sort }), ...(order && { order }) }}
			defaultOpen={active > 0}
		>
			<Field label={t("ops.search")}>
				<Input name="q" defaultValue={q} placeholder={t("ops.searchHint")} />
			</Field>
			<Field label={t("ops.filterState")}>
				<NativeSelect
					name="state"
					defaultValue={state}
					emptyLabel={t("ops.all")}
					options={[
						{ value: "stuck", label: t("ops.stuckOnly") },
						{ value: "items", label: t("ops.stuckOnItems") },
						{ value: "data", label: t("ops.stuckOnData") },
						{ value: "none", label: t("ops.notStarted") },
					]}
				/>
			</Field>
			<Field label={t("ops.filterStep")}>
				<NativeSelect name="step" defaultValue={step} emptyLabel={t("ops.all")} options={steps} />
			</Field>
			<Field label={t("ops.filterKind")}>
				<NativeSelect name="kind" defaultValue={kind} emptyLabel={t("ops.all")} options={kinds} />
			</Field>
			<Field label={t("ops.manager")}>
				<NativeSelect
					name="manager"
					defaultValue={manager}
					emptyLabel={t("ops.all")}
					options={[
						{ value: "none", label: t("ops.none") },
						...managers.map(({ id, name }) => ({ value: id, label: name })),
					]}
				/>
			</Field>
		</FilterBar>
	);
}
