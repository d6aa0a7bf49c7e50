import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { AccountsTable } from "@/components/trust/accounts/accounts-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { loadAccounts } from "@/lib/domains/trust/loaders/accounts";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustclaims"))("account.title") };
}

export default async function AccountsPage({ searchParams }: Props) {
	const [t, { q, accounts }] = await Promise.all([
		getTranslations("trustclaims"),
		searchParams.then(loadAccounts),
	]);
	return (
		<>
			<PageHeader title={t("account.title")} description={t("account.description")} />
			<div className="space-y-4">
				<FilterBar path={routes.ops.trustAccounts()} activeCount={q ? 1 : 0} defaultOpen={q !== ""}>
					<Field label={t("account.search")}>
						<Input name="q" type="search" defaultValue={q} maxLength={100} />
					</Field>
				</FilterBar>
				<Card className="overflow-hidden">
					{accounts.length === 0 ? (
						<EmptyState
							title={t(q ? "empty.filtered" : "account.empty")}
							description={t(q ? "empty.filteredText" : "account.emptyText")}
						/>
					) : (
						<AccountsTable accounts={accounts} />
					)}
				</Card>
			</div>
		</>
	);
}
