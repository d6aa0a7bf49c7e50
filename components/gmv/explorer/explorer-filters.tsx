import { trackLabel } from "@/components/gmv/track-labels";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import { saleChannels } from "@/lib/domains/gmv/constants";
import type { Explored } from "@/lib/domains/gmv/rules/explorer-view";
import { datePresets, groupings, measures, noRegion } from "@/lib/domains/gmv/schema/explorer";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { addDays } from "@/lib/platform/time";
import { type ExplorerSide, explorerHref, explorerPath } from "./explorer-href";

type Props = { explored: Explored; side: ExplorerSide };

/** Dates, grouping and measure: one press each, kept in the address. */
export async function ExplorerChoices({ explored, side }: Props) {
	const t = await getTranslations("explorer");
	const { filter, group, range } = explored;
	const path = explorerPath[side];
	const href = (change: Parameters<typeof explorerHref>[2]) => explorerHref(path, filter, change);
	const shown = groupings.filter((one) => side === "ops" || one !== "partner");
	return (
		<div className="mb-4 flex flex-wrap gap-x-4 gap-y-2">
			<SegmentedLinks
				label={t("presets.label")}
				links={datePresets.map((preset) => ({
					href: href(
						preset === "custom" ? { preset, from: range.from, to: addDays(range.to, -1) } : { preset },
					),
					label: t(`presets.${preset}`),
					isCurrent: filter.preset === preset,
				}))}
			/>
			<SegmentedLinks
				label={t("group.label")}
				links={shown.map((one) => ({
					href: href({ group: one }),
					label: t(`group.${one}`),
					isCurrent: group === one,
				}))}
			/>
			<SegmentedLinks
				label={t("measure.label")}
				links={measures.map((measure) => ({
					href: href({ measure }),
					label: t(`measure.${measure}`),
					isCurrent: filter.measure === measure,
				}))}
			/>
		</div>
	);
}

export async function ExplorerFilters({ explored, side }: Props) {
	const [t, tGmv, tCommon, locale] = await Promise.all([
		getTranslations("explorer"),
		getTranslations("gmv"),
		getTranslations("common"),
		getLocale(),
	]);
	const { filter, tracks, regions, range, named } = explored;
	const isCustom = filter.preset === "custom";
	const asked = [
		filter.partner && side === "ops",
		filter.shop,
		filter.track,
		filter.channel,
		filter.region,
		isCustom,
		filter.knownOn,
	];
	const all = tCommon("state.all");
	const keep = {
		preset: isCustom ? "custom" : filter.preset,
		...(filter.group && { group: filter.group }),
		...(filter.by && { by: filter.by }),
		...(filter.measure !== "net" && { measure: filter.measure }),
		...(filter.compare && { compare: filter.compare }),
	};
	const partnerText = named.partner && filter.partner.startsWith("prt_") ? named.partner : filter.partner;
	return (
		<FilterBar
			path={explorerPath[side]}
			activeCount={asked.filter(Boolean).length}
			keep={keep}
			defaultOpen={asked.some(Boolean)}
		>
			{side === "ops" && (
				<Field label={t("filters.partner")} hint={t("filters.partnerHint")}>
					<Input name="partner" type="search" key={partnerText} defaultValue={partnerText} />
				</Field>
			)}
			<Field label={t("filters.shop")} hint={t("filters.shopHint")}>
				<Input name="shop" type="search" key={filter.shop} defaultValue={filter.shop} />
			</Field>
			<Field label={t("filters.track")}>
				<NativeSelect
					name="track"
					key={filter.track}
					defaultValue={filter.track}
					emptyLabel={all}
					options={tracks.map(({ code }) => ({ value: code, label: trackLabel(tracks, code, locale) }))}
				/>
			</Field>
			<Field label={t("filters.channel")}>
				<NativeSelect
					name="channel"
					key={filter.channel}
					defaultValue={filter.channel ?? ""}
					emptyLabel={all}
					options={saleChannels.map((value) => ({ value, label: tGmv(`channel.${value}`) }))}
				/>
			</Field>
			<Field label={t("filters.region")}>
				<NativeSelect
					name="region"
					key={filter.region}
					defaultValue={filter.region}
					emptyLabel={all}
					options={regions.map((value) => ({
						value,
						label: value === noRegion ? t("filters.noRegion") : nameRegion(value, locale),
					}))}
				/>
			</Field>
			<Field label={t("filters.knownOn")} hint={t("filters.knownOnHint")}>
				<Input name="knownOn" type="datetime-local" key={filter.knownOn} defaultValue={filter.knownOn} />
			</Field>
			{isCustom && (
				<Field label={t("filters.from")}>
					<Input name="from" type="date" key={range.from} defaultValue={range.from} />
				</Field>
			)}
			{isCustom && (
				<Field label={t("filters.to")}>
					<Input name="to" type="date" key={range.to} defaultValue={addDays(range.to, -1)} />
				</Field>
			)}
		</FilterBar>
	);
}
