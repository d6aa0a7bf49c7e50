import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { guarantees } from "@/lib/domains/trust/constants/guarantees";
import type { CardFilter } from "@/lib/domains/trust/schema/card";
import { getTranslations } from "@/lib/platform/i18n/server";

const states = ["held", "suspended", "appealed", "none"] as const;

export async function CardFilters({ path, filter }: { path: string; filter: CardFilter }) {
	const [t, rules] = await Promise.all([getTranslations("trustcard"), getTranslations("trustrules")]);
	const { q, guarantee, state } = filter;
	const active = [q, guarantee, state].filter(Boolean).length;
	return (
		<FilterBar path={path} activeCount={active} defaultOpen={active > 0}>
			<Field label={t("filter.q")}>
				<Input name="q" type="search" defaultValue={q} maxLength={100} />
			</Field>
			<Field label={t("filter.guarantee")}>
				<NativeSelect
					name="guarantee"
					defaultValue={guarantee}
					emptyLabel={t("filter.any")}
					options={guarantees.map((value) => ({ value, label: rules(`guarantee.${value}`) }))}
				/>
			</Field>
			<Field label={t("filter.state")}>
				<NativeSelect
					name="state"
					defaultValue={state}
					emptyLabel={t("filter.any")}
					options={states.map((value) => ({ value, label: t(`filter.states.${value}`) }))}
				/>
			</Field>
		</FilterBar>
	);
}
