import { DescriptionList } from "@/components/ui/description-list";
import type { Benefit } from "@/lib/domains/benefits/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { describeBenefit } from "./describe-benefit";
import type { Track } from "./words";

/** What a benefit gives and on which terms, in words. */
export async function TermsList({ benefit, tracks }: { benefit: Benefit; tracks: readonly Track[] }) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	const terms = describeBenefit(benefit, { tracks, t, locale });
	return <DescriptionList columns={3} items={terms.map(({ term, text }) => ({ term, detail: text }))} />;
}
