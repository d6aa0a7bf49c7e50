import type { Metadata } from "next";
import { BenefitForm } from "@/components/benefits/benefit-form";
import { formOf } from "@/components/benefits/form-defaults";
import { nameOf } from "@/components/benefits/words";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { loadBenefitEditor } from "@/lib/domains/benefits/loaders/ops";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("benefits");
	return { title: t("form.editTitle") };
}

export default async function EditBenefitPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	const [{ benefit, items, pools, tracks }, t, locale] = await Promise.all([
		loadBenefitEditor(id),
		getTranslations("benefits"),
		getLocale(),
	]);
	return (
		<ClientMessages namespaces={["benefits", "pools", "errors"]}>
			<Crumb label={t("form.editTitle")} />
			<PageHeader title={t("form.editTitle")} description={benefit ? nameOf(benefit, locale) : undefined} />
			<BenefitForm defaults={formOf(benefit, items)} pools={pools} tracks={tracks} />
		</ClientMessages>
	);
}
