import type { Words } from "@/components/programme/words";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import { BELOW } from "@/lib/domains/programme/rules/partner-list";
import { bandName, trackName } from "@/lib/domains/programme/rules/show/names";
import type { PartnerQuery } from "@/lib/domains/programme/schema";
import type { ProgrammeWorld } from "@/lib/domains/programme/types/dashboard";
import { routes } from "@/lib/platform/routes/routes";
import { queryOfPartners } from "./href";

const filterKeys = ["q", "band", "track", "region", "moved"] as const;

export function isFiltered(query: PartnerQuery): boolean {
	return filterKeys.some((key) => query[key] !== "");
}

export function PartnerFilters({
	query,
	world,
	words: { t, tCommon, locale },
}: {
	query: PartnerQuery;
	world: ProgrammeWorld;
	words: Words;
}) {
	const regions = [...new Set(world.standings.map((one) => one.region))].sort();
	const { sort, order } = query;
	const all = tCommon("state.all");
	const choices = {
		band: [
			...world.terms.bands.map((band) => ({ value: band.code, label: bandName(band, locale) })),
			{ value: BELOW, label: t("bands.below") },
		],
		track: world.tracks.map(({ code }) => ({ value: code, label: trackName(world.tracks, code, locale) })),
		region: regions.map((region) => ({ value: region, label: nameRegion(region, locale) })),
		moved: [
			{ value: "up", label: t("list.movedUp") },
			{ value: "down", label: t("list.movedDown") },
		],
	};
	return (
		<FilterBar
			path={routes.ops.programmePartners()}
			activeCount={filterKeys.filter((key) => query[key] !== "").length}
			keep={queryOfPartners({ sort, order })}
			defaultOpen={isFiltered(query)}
		>
			<Field label={t("list.search")}>
				<Input name="q" type="search" key={query.q} defaultValue={query.q} />
			</Field>
			{(["band", "track", "region", "moved"] as const).map((name) => (
				<Field key={name} label={t(`list.${name}`)}>
					<NativeSelect
						name={name}
						key={query[name]}
						defaultValue={query[name]}
						emptyLabel={all}
						options={choices[name]}
					/>
				</Field>
			))}
		</FilterBar>
	);
}
