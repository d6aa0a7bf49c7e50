import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { UserFilter } from "@/lib/domains/identity/schema";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function UserFilters({ filter }: { filter: UserFilter }) {
	const [t, tCommon] = await Promise.all([getTranslations("identity"), getTranslations("common")]);
	return (
		<FilterBar
			path={routes.ops.users()}
			activeCount={Number(filter.q !== "") + Number(filter.status !== undefined)}
		>
			<Field label={t("users.search")}>
				<Input name="q" type="search" defaultValue={filter.q} key={filter.q} />
			</Field>
			<Field label={t("users.status")}>
				<NativeSelect
					name="status"
					key={filter.status}
					defaultValue={filter.status ?? ""}
					emptyLabel={tCommon("state.all")}
					options={[
						{ value: "ACTIVE", label: t("users.active") },
						{ value: "DEACTIVATED", label: t("users.deactivated") },
					]}
				/>
			</Field>
		</FilterBar>
	);
}
