import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { PartnerFilter } from "@/lib/domains/gmv/schema";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { partnerTones } from "./status-tones";
import { type TrackName, trackLabel } from "./track-labels";

const tiers = [5, 4, 3, 2, 1] as const;
const statuses = Object.keys(partnerTones) as (keyof typeof partnerTones)[];

export async function PartnerFilters({
	filter,
	tracks,
}: {
	filter: PartnerFilter;
	tracks: readonly TrackName[];
}) {
	const [t, tCommon, locale] = await Promise.all([
		getTranslations("gmv"),
		getTranslations("common"),
		getLocale(),
	]);
	const all = tCommon("state.all");
	const active = [
		filter.q !== "",
		filter.track !== "",
		filter.tier !== undefined,
		filter.status !== undefined,
	];
	return (
		<FilterBar
			path={routes.ops.partners()}
			activeCount={active.filter(Boolean).length}
			keep={filter.shop ? { shop: filter.shop } : undefined}
		>
			<Field label={t("partners.search")}>
				<Input name="q" type="search" key={filter.q} defaultValue={filter.q} />
			</Field>
			<Field label={t("partners.track")}>
				<NativeSelect
					name="track"
					key={filter.track}
					defaultValue={filter.track}
					emptyLabel={all}
					options={tracks.map(({ code }) => ({ value: code, label: trackLabel(tracks, code, locale) }))}
				/>
			</Field>
			<Field label={t("partners.tier")}>
				<NativeSelect
					name="tier"
					key={filter.tier}
					defaultValue={filter.tier ?? ""}
					emptyLabel={all}
					options={tiers.map((tier) => ({ value: String(tier), label: `T${tier}` }))}
				/>
			</Field>
			<Field label={t("partners.status")}>
				<NativeSelect
					name="status"
					key={filter.status}
					defaultValue={filter.status ?? ""}
					emptyLabel={all}
					options={statuses.map((status) => ({ value: status, label: t(`partnerStatus.${status}`) }))}
				/>
			</Field>
		</FilterBar>
	);
}
