import { ApiExample } from "@/components/intake/api-example";
import { CreateKeyDialog } from "@/components/intake/create-key-dialog";
import { KeysTable } from "@/components/intake/keys-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadApiKeys } from "@/lib/domains/intake/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata() {
	const t = await getTranslations("intake");
	return { title: t("title") };
}

export default async function ApiKeysPage() {
	const [{ keys, asOf, server }, t] = await Promise.all([loadApiKeys(), getTranslations("intake")]);
	return (
		<ClientMessages namespaces={["intake", "errors"]}>
			<PageHeader title={t("title")} description={t("description")} actions={<CreateKeyDialog />} />
			<Card>
				{keys.length === 0 ? (
					<EmptyState title={t("empty")} description={t("emptyHint")} />
				) : (
					<KeysTable keys={keys} asOf={asOf} />
				)}
			</Card>
			<ApiExample server={server} />
		</ClientMessages>
	);
}
