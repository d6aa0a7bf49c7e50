import type { Metadata } from "next";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { MoveDeposit } from "@/components/trust/accounts/move-deposit";
import { Statement } from "@/components/trust/accounts/statement";
import { loadAccount } from "@/lib/domains/trust/loaders/accounts";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ account: string }> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustclaims"))("account.statement") };
}

export default async function AccountPage({ params }: Props) {
	const [t, { account, entries, canManage }] = await Promise.all([
		getTranslations("trustclaims"),
		params.then(({ account }) => loadAccount(account)),
	]);
	const title =
		account.shopId === null ? t("account.platform") : (account.shopName ?? account.shopCode ?? "");
	return (
		<ClientMessages namespaces={["trustclaims", "errors"]}>
			<Crumb label={title} />
			<PageHeader
				title={title}
				description={t("account.description")}
				actions={canManage && <MoveDeposit shopId={account.shopId} />}
			/>
			<Statement account={account} entries={entries} claimHref={routes.ops.trustClaim} />
		</ClientMessages>
	);
}
