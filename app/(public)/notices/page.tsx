import type { Metadata } from "next";
import { NoticeArticle } from "@/components/notices/notice-article";
import { listHref, neighbours } from "@/components/partnership/list-href";
import { ClientMessages } from "@/components/shell/client-messages";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Pagination } from "@/components/ui/pagination";
import { loadNotices } from "@/lib/domains/partnership/loaders/notices";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("notices");
	return { title: t("title"), description: t("description"), robots: { index: true } };
}

export default async function NoticesPage({ searchParams }: Props) {
	const [t, tCommon, { query, rows, total }] = await Promise.all([
		getTranslations("notices"),
		getTranslations("common"),
		searchParams.then(loadNotices),
	]);
	const path = routes.notices();
	return (
		<ClientMessages namespaces={["notices"]}>
			<div className="mx-auto max-w-4xl px-4 py-12 sm:px-8 sm:py-16">
				<h1 className="font-semibold text-3xl text-ink">{t("title")}</h1>
				<p className="mt-2 max-w-2xl text-ink-soft">{t("description")}</p>
				<form action={path} method="get" className="mt-8 flex flex-wrap items-center gap-2">
					<label htmlFor="notice-search" className="sr-only">
						{t("search")}
					</label>
					<Input
						id="notice-search"
						name="q"
						type="search"
						defaultValue={query.q}
						placeholder={t("search")}
						className="min-w-0 max-w-sm grow"
					/>
					<Button type="submit">{tCommon("actions.query")}</Button>
					{query.q && (
						<Button asChild variant="ghost">
							<a href={listHref(path, {})}>{tCommon("actions.reset")}</a>
						</Button>
					)}
				</form>
				<div className="mt-6 divide-y border-y">
					{rows.map((notice) => (
						<NoticeArticle key={notice.id} notice={notice} />
					))}
					{rows.length === 0 && (
						<EmptyState
							title={t(query.q ? "emptyFiltered" : "empty")}
							description={t(query.q ? "emptyFilteredHint" : "emptyHint")}
						/>
					)}
				</div>
				<Pagination {...neighbours(path, query, total)} />
				<p className="mt-8 text-ink-faint text-xs">{t("privacy")}</p>
			</div>
		</ClientMessages>
	);
}
