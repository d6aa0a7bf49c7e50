import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Explored } from "@/lib/domains/gmv/rules/explorer-view";
import { lastDayKnown } from "@/lib/domains/gmv/rules/known-on";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { type ExplorerSide, explorerHref, explorerPath } from "./explorer-href";

/** Says that the page speaks of an earlier moment, so that nobody takes its figures for those of now. */
export async function KnownOnBanner({ explored, side }: { explored: Explored; side: ExplorerSide }) {
	const [t, locale] = await Promise.all([getTranslations("explorer"), getLocale()]);
	const { knownOn, isAhead, filter, range } = explored;
	if (isAhead)
		return (
			<Banner tone="warning" title={t("known.ahead")}>
				{t("known.aheadHint")}
			</Banner>
		);
	if (!knownOn) return null;
	return (
		<Banner
			tone="warning"
			title={t("known.title", { at: formatDateTime(knownOn, locale) })}
			actions={
				<Button asChild variant="secondary" size="sm">
					<Link href={explorerHref(explorerPath[side], filter, { knownOn: "" })}>{t("known.now")}</Link>
				</Button>
			}
		>
			{t(range.from > lastDayKnown(knownOn) ? "known.after" : "known.hint")}
		</Banner>
	);
}
