import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { assigneeFilters, type BoardQuery } from "@/lib/domains/fund/schema";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function BoardFilters({ q, of, stage }: BoardQuery) {
	const t = await getTranslations("fund");
	const active = [q, of].filter(Boolean).length;
	return (
		<FilterBar path={routes.ops.fund()} keep={{ stage }} activeCount={active} defaultOpen={active > 0}>
			<Field label={t("filters.search")}>
				<Input name="q" type="search" key={q} defaultValue={q} />
			</Field>
			<Field label={t("filters.of")}>
				<NativeSelect
					name="of"
					key={of}
					defaultValue={of}
					emptyLabel={t("filters.all")}
					options={assigneeFilters.map((value) => ({ value, label: t(`filters.${value}`) }))}
				/>
			</Field>
		</FilterBar>
	);
}
