import type { Metadata } from "next";
import { MigrationDesk } from "@/components/playbook/templates/migration-desk";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { loadMigration } from "@/lib/domains/playbook/loaders/templates";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("playbooktemplates");
	return { title: t("migration.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PlaybookMigrationPage({ searchParams }: Props) {
	const [t, locale, { newest, rows, total, page, hasMore, itemsOf, canManage }] = await Promise.all([
		getTranslations("playbooktemplates"),
		getLocale(),
		searchParams.then(loadMigration),
	]);
	const language = locale === "en" ? "en" : "zh";
	const version = newest?.version ?? 0;
	const shown = rows.map(({ id, name, version: from, plan }) => {
		const titles = new Map(itemsOf(from).map((item) => [item.key, item.title[language]]));
		return {
			...{ id, name, version: from },
			done: plan.kept.filter(({ state }) => state === "DONE").length,
			added: plan.added.map(({ item, dueOn }) => ({
				...{ key: item.key, title: item.title[language], due: formatDate(dueOn, locale) },
			})),
			changed: plan.kept
				.filter(({ isChanged, isBack }) => isChanged || isBack)
				.map(({ item, isBack }) => ({ key: item.key, title: item.title[language], isBack })),
			retired: plan.retired.map(({ key, trace }) => ({ key, trace, title: titles.get(key) ?? key })),
		};
	});
	return (
		<ClientMessages namespaces={["playbooktemplates", "errors"]}>
			<Crumb label={t("migration.title")} />
			<PageHeader title={t("migration.title")} description={t("migration.description", { version })} />
			<Card className="overflow-hidden">
				{shown.length === 0 ? (
					<EmptyState title={t("migration.none")} description={t("migration.noneText")} />
				) : (
					<MigrationDesk rows={shown} to={version} canManage={canManage} />
				)}
				{(page > 1 || hasMore) && (
					<Pagination
						total={total}
						previousHref={page > 1 ? routes.ops.playbookMigration(page - 1) : null}
						nextHref={hasMore ? routes.ops.playbookMigration(page + 1) : null}
					/>
				)}
			</Card>
		</ClientMessages>
	);
}
