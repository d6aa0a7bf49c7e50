import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { NativeSelect } from "@/components/ui/native-select";
import type { BatchFilter } from "@/lib/domains/gmv/schema";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function BatchFilters({ filter, sources }: { filter: BatchFilter; sources: readonly string[] }) {
	const [t, tCommon] = await Promise.all([getTranslations("gmv"), getTranslations("common")]);
	const states = ["DONE", "RUNNING", "FAILED"] as const;
	return (
		<FilterBar
			path={routes.ops.imports()}
			activeCount={Number(filter.source !== "") + Number(filter.state !== undefined)}
		>
			<Field label={t("imports.source")}>
				<NativeSelect
					name="source"
					key={filter.source}
					defaultValue={filter.source}
					emptyLabel={tCommon("state.all")}
					options={sources.map((source) => ({ value: source, label: source }))}
				/>
			</Field>
			<Field label={t("imports.state")}>
				<NativeSelect
					name="state"
					key={filter.state}
					defaultValue={filter.state ?? ""}
					emptyLabel={tCommon("state.all")}
					options={states.map((state) => ({ value: state, label: t(`batchState.${state}`) }))}
				/>
			</Field>
		</FilterBar>
	);
}
