import { SegmentedLinks } from "@/components/ui/segmented-links";
import type { Explored } from "@/lib/domains/gmv/rules/explorer-view";
import { comparisons } from "@/lib/domains/gmv/schema/explorer";
import { getTranslations } from "@/lib/platform/i18n/server";
import { type ExplorerSide, explorerHref, explorerPath } from "./explorer-href";

/** Groups or the whole against another period; days, weeks or months. */
export async function ChartChoices({ explored, side }: { explored: Explored; side: ExplorerSide }) {
	const t = await getTranslations("explorer");
	const { filter, grain, grains } = explored;
	const href = (change: Parameters<typeof explorerHref>[2]) =>
		explorerHref(explorerPath[side], filter, { page: filter.page, ...change });
	return (
		<>
			<SegmentedLinks
				label={t("compare.label")}
				links={[undefined, ...comparisons].map((compare) => ({
					href: href({ compare }),
					label: t(`compare.${compare ?? "none"}`),
					isCurrent: filter.compare === compare,
				}))}
			/>
			<SegmentedLinks
				label={t("grain.label")}
				links={grains.map((by) => ({ href: href({ by }), label: t(`grain.${by}`), isCurrent: by === grain }))}
			/>
		</>
	);
}
