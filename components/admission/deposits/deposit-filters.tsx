import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import type { DepositFilter } from "@/lib/domains/admission/schema/activation";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function DepositFilters({ filter }: { filter: DepositFilter }) {
	const t = await getTranslations("activation");
	return (
		<FilterBar
			key={filter.q}
			path={routes.ops.deposits()}
			activeCount={filter.q === "" ? 0 : 1}
			keep={filter.tab === "check" ? undefined : { tab: filter.tab }}
		>
			<Field label={t("list.search")} className="sm:col-span-2">
				<Input name="q" type="search" defaultValue={filter.q} placeholder={t("list.searchPlaceholder")} />
			</Field>
		</FilterBar>
	);
}
