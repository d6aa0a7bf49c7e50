import { trackLabel } from "@/components/gmv/track-labels";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import type { Explored } from "@/lib/domains/gmv/rules/explorer-view";
import { noRegion } from "@/lib/domains/gmv/schema/explorer";
import type { SaleChannel } from "@/lib/domains/gmv/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** What a group is called in the reader's language. */
export async function openGroupNames({
	group,
	labels,
	tracks,
}: Pick<Explored, "group" | "labels" | "tracks">) {
	const [t, tGmv, locale] = await Promise.all([
		getTranslations("explorer"),
		getTranslations("gmv"),
		getLocale(),
	]);
	return (key: string): string => {
		if (group === "channel") return tGmv(`channel.${key as SaleChannel}`);
		if (group === "track") return trackLabel(tracks, key, locale);
		if (group === "region") return key === noRegion ? t("filters.noRegion") : nameRegion(key, locale);
		return labels.get(key)?.name ?? key;
	};
}
