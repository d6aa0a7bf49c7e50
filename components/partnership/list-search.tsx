import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { getTranslations } from "@/lib/platform/i18n/server";

/** The search above a list of work. */
export async function ListSearch({
	path,
	tab,
	q,
	hasNumbers,
}: {
	path: string;
	tab?: string;
	q: string;
	/** Its rows have case numbers to search by. */
	hasNumbers?: boolean;
}) {
	const t = await getTranslations("partnership");
	return (
		<FilterBar path={path} activeCount={q ? 1 : 0} keep={tab ? { tab } : undefined}>
			<Field label={t(hasNumbers ? "list.search" : "list.partner")}>
				<Input name="q" type="search" key={q} defaultValue={q} />
			</Field>
		</FilterBar>
	);
}
