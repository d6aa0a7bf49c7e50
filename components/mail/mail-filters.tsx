import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { getTranslations } from "@/lib/platform/i18n/server";
import { type MailFilter, mailStatuses } from "@/lib/platform/mail/types";
import { routes } from "@/lib/platform/routes/routes";

export async function MailFilters({ filter }: { filter: MailFilter }) {
	const [t, tCommon] = await Promise.all([getTranslations("mail"), getTranslations("common")]);
	return (
		<FilterBar
			path={routes.ops.mail()}
			activeCount={Number(filter.q !== "") + Number(filter.status !== undefined)}
		>
			<Field label={t("page.search")}>
				<Input name="q" type="search" defaultValue={filter.q} key={filter.q} />
			</Field>
			<Field label={t("page.status")}>
				<NativeSelect
					name="status"
					key={filter.status}
					defaultValue={filter.status ?? ""}
					emptyLabel={tCommon("state.all")}
					options={mailStatuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
				/>
			</Field>
		</FilterBar>
	);
}
