import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import {
	countQueueFilters,
	queueFilterNames,
	queueHref,
	queueStages,
} from "@/lib/domains/admission/rules/queue-query";
import { periodOf, periodPresets } from "@/lib/domains/admission/rules/queue-query-presets";
import type { Queue } from "@/lib/domains/admission/rules/queue-rows";
import { nameRegion, regions } from "@/lib/domains/admission/rules/regions";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = Pick<Queue, "query" | "tracks" | "reviewers" | "today">;

/** The queue's filters; they live in the address. */
export async function QueueFilters({ query, tracks, reviewers, today }: Props) {
	const [t, tCommon, locale] = await Promise.all([
		getTranslations("queue"),
		getTranslations("common"),
		getLocale(),
	]);
	const all = tCommon("state.all");
	const keep = {
		...(query.tab !== "open" && { tab: query.tab }),
		...(query.scope && { scope: query.scope }),
	};
	return (
		<FilterBar
			key={queueFilterNames.map((name) => query[name]).join("|")}
			path={routes.ops.applications()}
			activeCount={countQueueFilters(query)}
			keep={keep}
		>
			<Field label={t("filters.q")} hint={t("filters.qHint")} className="sm:col-span-2">
				<Input name="q" type="search" defaultValue={query.q} placeholder={t("filters.qPlaceholder")} />
			</Field>
			<Field label={t("filters.track")}>
				<NativeSelect
					name="track"
					defaultValue={query.track}
					emptyLabel={all}
					options={tracks.map(({ code, nameZh, nameEn }) => ({
						value: code,
						label: locale === "en" ? nameEn : nameZh,
					}))}
				/>
			</Field>
			<Field label={t("filters.region")}>
				<NativeSelect
					name="region"
					defaultValue={query.region}
					emptyLabel={all}
					options={regions.map(({ name }) => ({ value: name, label: nameRegion(name, locale) }))}
				/>
			</Field>
			<Field label={t("filters.assignee")}>
				<NativeSelect
					name="assignee"
					defaultValue={query.assignee}
					emptyLabel={all}
					options={reviewers.map(({ userId, name }) => ({ value: userId, label: name }))}
				/>
			</Field>
			<Field label={t("filters.checks")}>
				<NativeSelect
					name="checks"
					defaultValue={query.checks}
					emptyLabel={all}
					options={[{ value: "failed", label: t("filters.checksFailed") }]}
				/>
			</Field>
			<Field label={t("filters.stage")}>
				<NativeSelect
					name="stage"
					defaultValue={query.stage}
					emptyLabel={all}
					options={queueStages.map((stage) => ({ value: stage, label: t(`stageLong.${stage}`) }))}
				/>
			</Field>
			<div className="grid grid-cols-2 gap-2">
				<Field label={t("filters.from")}>
					<Input name="from" type="date" defaultValue={query.from} max={today} />
				</Field>
				<Field label={t("filters.to")}>
					<Input name="to" type="date" defaultValue={query.to} max={today} />
				</Field>
			</div>
			<div className="overflow-x-auto sm:col-span-2 lg:col-span-3 xl:col-span-4">
				<SegmentedLinks
					label={t("filters.presets")}
					links={periodPresets.map((preset) => {
						const period = periodOf(preset, today);
						const isCurrent = query.from === period.from && query.to === period.to;
						return {
							label: t(`periods.${preset}`),
							href: queueHref(query, isCurrent ? { from: "", to: "" } : period),
							isCurrent,
						};
					})}
				/>
			</div>
		</FilterBar>
	);
}
