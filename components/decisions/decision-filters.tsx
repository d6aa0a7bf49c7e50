import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { decisionKinds } from "@/lib/domains/decisions/constants";
import type { DecisionFilter } from "@/lib/domains/decisions/schema";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function DecisionFilters({ filter }: { filter: DecisionFilter }) {
	const t = await getTranslations("decisions");
	const active = [filter.kind, filter.about, filter.from, filter.to, filter.block].filter(Boolean).length;
	return (
		<FilterBar path={routes.ops.decisions()} activeCount={active}>
			<Field key={`kind:${filter.kind}`} label={t("filters.kind")}>
				<NativeSelect
					name="kind"
					defaultValue={filter.kind ?? ""}
					emptyLabel={t("filters.all")}
					options={decisionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
				/>
			</Field>
			<Field key={`about:${filter.about}`} label={t("filters.about")}>
				<Input name="about" defaultValue={filter.about} placeholder={t("filters.aboutHint")} />
			</Field>
			<Field key={`block:${filter.block}`} label={t("filters.block")}>
				<Input name="block" inputMode="numeric" defaultValue={filter.block} />
			</Field>
			{(["from", "to"] as const).map((field) => (
				<Field key={`${field}:${filter[field]}`} label={t(`filters.${field}`)}>
					<Input name={field} type="date" defaultValue={filter[field]} />
				</Field>
			))}
		</FilterBar>
	);
}
