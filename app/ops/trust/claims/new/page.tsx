import type { Metadata } from "next";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { regionOptions } from "@/components/trust/claims/facts-card";
import { NewClaimForm } from "@/components/trust/claims/new-claim-form";
import { loadNewClaim } from "@/lib/domains/trust/loaders/claims";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustclaims"))("new.title") };
}

export default async function NewClaimPage() {
	const [t, locale] = await Promise.all([getTranslations("trustclaims"), getLocale(), loadNewClaim()]);
	return (
		<ClientMessages namespaces={["trustclaims", "trustrules", "errors"]}>
			<Crumb label={t("new.title")} />
			<PageHeader title={t("new.title")} description={t("new.description")} />
			<div className="max-w-4xl">
				<NewClaimForm regions={regionOptions(locale)} />
			</div>
		</ClientMessages>
	);
}
