import type { Metadata } from "next";
import { OfferedView } from "@/components/benefits/offered-view";
import { nameOf } from "@/components/benefits/words";
import { loadOfferedBenefit } from "@/lib/domains/benefits/loaders/own";
import { getLocale } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const [{ id }, locale] = await Promise.all([params, getLocale()]);
	const { benefit } = await loadOfferedBenefit("brand", id);
	return { title: nameOf(benefit, locale) };
}

export default async function OfferedBenefitPage({ params }: Props) {
	return <OfferedView {...(await loadOfferedBenefit("brand", (await params).id))} workspace="brand" />;
}
