import type { Metadata } from "next";
import { EffectReport } from "@/components/benefits/effect-report";
import { nameOf } from "@/components/benefits/words";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { loadBenefitEffect } from "@/lib/domains/benefits/loaders/ops";
import { formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("benefits");
	return { title: t("effect.title") };
}

export default async function BenefitEffectPage({ params }: { params: Promise<{ id: string }> }) {
	const [{ id }, t, locale] = await Promise.all([params, getTranslations("benefits"), getLocale()]);
	const { benefit, last, effect } = await loadBenefitEffect(id);
	return (
		<>
			<Crumb label={t("effect.title")} />
			<PageHeader
				title={`${nameOf(benefit, locale)} · ${t("effect.title")}`}
				description={t("effect.description", { month: formatMonth(last, locale) })}
			/>
			<EffectReport effect={effect} isBrand={benefit.audience === "BRAND"} />
		</>
	);
}
