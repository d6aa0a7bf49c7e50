import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { queueAssignees } from "@/lib/domains/admission/rules/queue-query";
import type { Queue } from "@/lib/domains/admission/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** The queue's filters; they live in the address. */
export async function QueueFilters({ query, tracks }: Pick<Queue, "query" | "tracks">) {
	const [t, tCommon, locale] = await Promise.all([
		getTranslations("admission"),
		getTranslations("common"),
		getLocale(),
	]);
	const active = [query.q, query.track, query.assignee].filter((value) => value !== "").length;
	return (
		<FilterBar
			key={`${query.q}|${query.track}|${query.assignee}`}
			path={routes.ops.applications()}
			activeCount={active}
			keep={query.tab === "open" ? undefined : { tab: query.tab }}
		>
			<Field label={t("queue.filters.q")} className="sm:col-span-2">
				<Input name="q" type="search" defaultValue={query.q} placeholder={t("queue.filters.qPlaceholder")} />
			</Field>
			<Field label={t("queue.filters.track")}>
				<NativeSelect
					name="track"
					defaultValue={query.track}
					emptyLabel={tCommon("state.all")}
					options={tracks.map((track) => ({
						value: track.code,
						label: locale === "en" ? track.nameEn : track.nameZh,
					}))}
				/>
			</Field>
			<Field label={t("queue.filters.assignee")}>
				<NativeSelect
					name="assignee"
					defaultValue={query.assignee}
					emptyLabel={tCommon("state.all")}
					options={queueAssignees.map((value) => ({ value, label: t(`queue.assignee.${value}`) }))}
				/>
			</Field>
		</FilterBar>
	);
}
