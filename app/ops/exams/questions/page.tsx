import type { Metadata } from "next";
import Link from "next/link";
import { BankFilters } from "@/components/exams/bank-filters";
import { BankTable } from "@/components/exams/bank-table";
import { DeskTabs } from "@/components/exams/desk-tabs";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { loadBank } from "@/lib/domains/certification/loaders/desk";
import type { BankQuery } from "@/lib/domains/certification/schema/bank";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("examdesk"))("bank.title") };
}

function hrefOf({ q, state, level, topic, kind, force, weak }: BankQuery, cursor: Record<string, string>) {
	const filters = { q, state, level, topic, kind, force, weak: weak ? "1" : null };
	const kept = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
	return `${routes.ops.questions()}?${new URLSearchParams([...kept, ...Object.entries(cursor)])}`;
}

export default async function BankPage({ searchParams }: Props) {
	const [t, locale, { query, rows, total, previous, next, topics, mayWrite }] = await Promise.all([
		getTranslations("examdesk"),
		getLocale(),
		searchParams.then(loadBank),
	]);
	const named = topics.map(({ code, name }) => ({ code, name: name[locale] }));
	return (
		<ClientMessages namespaces={["common"]}>
			<PageHeader
				title={t("bank.title")}
				description={t("bank.description")}
				actions={
					mayWrite && (
						<span className="flex flex-wrap gap-2">
							<Button asChild variant="secondary">
								<Link href={routes.ops.questionImports()}>{t("bank.import")}</Link>
							</Button>
							<Button asChild>
								<Link href={routes.ops.newQuestion()}>{t("bank.new")}</Link>
							</Button>
						</span>
					)
				}
			/>
			<DeskTabs current="questions" />
			<div className="mt-4 space-y-4">
				<BankFilters query={query} topics={named} />
				<Card className="overflow-hidden">
					{rows.length === 0 ? (
						<EmptyState title={t("bank.none")} description={t("bank.noneHint")} />
					) : (
						<BankTable rows={rows} topics={named} />
					)}
					<Pagination
						total={total}
						previousHref={previous && hrefOf(query, { before: previous })}
						nextHref={next && hrefOf(query, { after: next })}
					/>
				</Card>
			</div>
		</ClientMessages>
	);
}
