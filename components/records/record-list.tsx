import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

type Query = { tab: string; q: string; page: number };

function hrefOf(path: string, { tab, q, page }: Query): string {
	const search = new URLSearchParams({ tab });
	if (q) search.set("q", q);
	if (page > 1) search.set("page", String(page));
	return `${path}?${search}`;
}

type Props = {
	kind: "certificates" | "redLines";
	path: string;
	query: Query;
	tabs: readonly { tab: string; label: string; count: number }[];
	total: number;
	pageSize: number;
	/** The table; left out where no row matches. */
	children: ReactNode;
};

/** A list of records: tabs, a search, the rows of a page, and what to do where there are none. */
export async function RecordList({ kind, path, query, tabs, total, pageSize, children }: Props) {
	const t = await getTranslations("records");
	return (
		<>
			<LinkTabs
				label={t(`${kind}.tabsLabel`)}
				tabs={tabs.map(({ tab, label, count }) => ({
					href: hrefOf(path, { ...query, tab, page: 1 }),
					label,
					count: formatCount(count),
					isCurrent: tab === query.tab,
				}))}
			/>
			<div className="mt-4 space-y-4">
				<FilterBar path={path} activeCount={query.q ? 1 : 0} keep={{ tab: query.tab }}>
					<Field label={t(`${kind}.search`)}>
						<Input name="q" type="search" key={query.q} defaultValue={query.q} />
					</Field>
				</FilterBar>
				<Card className="overflow-hidden">
					{total === 0 ? (
						<EmptyState title={t(`${kind}.empty`)} description={t(`${kind}.emptyHint`)} />
					) : (
						children
					)}
					<Pagination
						total={total}
						previousHref={query.page > 1 ? hrefOf(path, { ...query, page: query.page - 1 }) : null}
						nextHref={query.page * pageSize < total ? hrefOf(path, { ...query, page: query.page + 1 }) : null}
					/>
				</Card>
			</div>
		</>
	);
}
