import type { Metadata } from "next";
import { Balances } from "@/components/benefits/balances";
import { Catalogue } from "@/components/benefits/catalogue";
import { OwnApplications } from "@/components/benefits/own-applications";
import { PageHeader } from "@/components/shell/page-header";
import { loadCatalogue } from "@/lib/domains/benefits/loaders/own";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("benefits");
	return { title: t("own.title") };
}

export default async function OwnBenefitsPage() {
	const [{ offered, applications, tracks, balances }, t] = await Promise.all([
		loadCatalogue("partner"),
		getTranslations("benefits"),
	]);
	return (
		<>
			<PageHeader title={t("own.title")} description={t("own.description")} />
			<div className="space-y-6">
				<Balances balances={balances} />
				<Catalogue offered={offered} tracks={tracks} workspace="partner" />
				<OwnApplications rows={applications} workspace="partner" />
			</div>
		</>
	);
}
