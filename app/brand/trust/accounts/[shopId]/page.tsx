import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Statement } from "@/components/trust/accounts/statement";
import { loadOwnAccount } from "@/lib/domains/trust/loaders/accounts";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ shopId: string }> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustclaims"))("brand.account") };
}

export default async function OwnAccountPage({ params }: Props) {
	const [t, { account, entries }] = await Promise.all([
		getTranslations("trustclaims"),
		params.then(({ shopId }) => loadOwnAccount(shopId)),
	]);
	return (
		<>
			<Crumb label={t("brand.account")} />
			<PageHeader title={t("brand.account")} description={account.shopName ?? account.shopCode} />
			<Statement account={account} entries={entries} claimHref={routes.brand.trustClaim} />
		</>
	);
}
