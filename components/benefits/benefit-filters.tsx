import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import {
	benefitAudiences,
	benefitModules,
	benefitProgrammes,
	benefitStatuses,
} from "@/lib/domains/benefits/constants";
import { type ApplicationQuery, applicationFilters, type BenefitQuery } from "@/lib/domains/benefits/schema";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function BenefitFilters({ query }: { query: BenefitQuery }) {
	const t = await getTranslations("benefits");
	const { q, programme, module, audience, status } = query;
	const active = [q, programme, module, audience, status].filter(Boolean).length;
	const select = (
		name: "programme" | "module" | "audience" | "status",
		value: string,
		options: { value: string; label: string }[],
	) => (
		<Field label={t(`fields.${name}`)}>
			<NativeSelect
				name={name}
				key={value}
				defaultValue={value}
				emptyLabel={t("list.all")}
				options={options}
			/>
		</Field>
	);
	return (
		<FilterBar path={routes.ops.benefits()} activeCount={active} defaultOpen={active > 0}>
			<Field label={t("list.search")}>
				<Input name="q" type="search" key={q} defaultValue={q} />
			</Field>
			{select(
				"programme",
				programme,
				benefitProgrammes.map((value) => ({ value, label: t(`programmes.${value}`) })),
			)}
			{select(
				"module",
				module,
				benefitModules.map((value) => ({ value, label: t(`modules.${value}`) })),
			)}
			{select(
				"audience",
				audience,
				benefitAudiences.map((value) => ({ value, label: t(`audiences.${value}`) })),
			)}
			{select(
				"status",
				status,
				benefitStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
			)}
		</FilterBar>
	);
}

export async function ApplicationFilters({ query }: { query: ApplicationQuery }) {
	const t = await getTranslations("benefits");
	const { q, state, audience, benefit } = query;
	const active = [q, state, audience].filter(Boolean).length;
	return (
		<FilterBar
			path={routes.ops.benefitApplications()}
			activeCount={active}
			keep={benefit ? { benefit } : undefined}
			defaultOpen={active > 0}
		>
			<Field label={t("work.search")}>
				<Input name="q" type="search" key={q} defaultValue={q} />
			</Field>
			<Field label={t("work.state")}>
				<NativeSelect
					name="state"
					key={state}
					defaultValue={state}
					emptyLabel={t("list.all")}
					options={applicationFilters.map((value) => ({
						value,
						label: value === "waiting" ? t("work.waiting") : t(`states.${value}`),
					}))}
				/>
			</Field>
			<Field label={t("fields.audience")}>
				<NativeSelect
					name="audience"
					key={audience}
					defaultValue={audience}
					emptyLabel={t("list.all")}
					options={benefitAudiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
				/>
			</Field>
		</FilterBar>
	);
}
