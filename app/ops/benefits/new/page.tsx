import type { Metadata } from "next";
import { BenefitForm } from "@/components/benefits/benefit-form";
import { formOf } from "@/components/benefits/form-defaults";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { loadBenefitEditor } from "@/lib/domains/benefits/loaders/ops";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("benefits");
	return { title: t("form.newTitle") };
}

export default async function NewBenefitPage() {
	const [{ pools, tracks }, t] = await Promise.all([loadBenefitEditor(null), getTranslations("benefits")]);
	return (
		<ClientMessages namespaces={["benefits", "pools", "errors"]}>
			<Crumb label={t("form.newTitle")} />
			<PageHeader title={t("form.newTitle")} />
			<BenefitForm defaults={formOf(null, [])} pools={pools} tracks={tracks} />
		</ClientMessages>
	);
}
