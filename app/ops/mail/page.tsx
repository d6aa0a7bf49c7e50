import { MailFilters } from "@/components/mail/mail-filters";
import { MailTable } from "@/components/mail/mail-table";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { getTranslations } from "@/lib/platform/i18n/server";
import { loadOutbox } from "@/lib/platform/mail/loaders";
import { pageHrefs } from "@/lib/platform/routes/page-hrefs";
import { routes } from "@/lib/platform/routes/routes";

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata() {
	const t = await getTranslations("mail");
	return { title: t("page.title") };
}

export default async function MailPage({ searchParams }: { searchParams: Promise<Query> }) {
	const query = await searchParams;
	const [outbox, t] = await Promise.all([loadOutbox(query), getTranslations("mail")]);
	const { mails, total, filter, next } = outbox;
	return (
		<>
			<PageHeader title={t("page.title")} description={t("page.description")} />
			{!outbox.isServerConfigured && <Banner className="mb-4">{t("page.notConfigured")}</Banner>}
			<MailFilters filter={filter} />
			<Card className="mt-4">
				{mails.length === 0 ? (
					<EmptyState title={t("page.empty")} description={t("page.emptyHint")} />
				) : (
					<MailTable mails={mails} />
				)}
				<Pagination total={total} {...pageHrefs(routes.ops.mail(), filter, next)} />
			</Card>
		</>
	);
}
