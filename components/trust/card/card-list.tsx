import { numberedPageHrefs } from "@/components/gmv/page-href";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import type { TableDensity } from "@/components/ui/table";
import { type CardFilter, cardPageSize } from "@/lib/domains/trust/schema/card";
import type { CardRow } from "@/lib/domains/trust/types/card";
import { getTranslations } from "@/lib/platform/i18n/server";
import { CardFilters } from "./card-filters";
import { CardsTable } from "./cards-table";

type Props = {
	path: string;
	filter: CardFilter;
	rows: readonly CardRow[];
	total: number;
	hrefOf: (shopId: number) => string;
	density?: TableDensity;
	showsBrand?: boolean;
};

/** The shops' cards with their filters and pages; an empty list says why it is empty. */
export async function CardList({ path, filter, rows, total, ...table }: Props) {
	const t = await getTranslations("trustcard");
	const isFiltered = Boolean(filter.q || filter.guarantee || filter.state || filter.page > 1);
	return (
		<div className="space-y-4">
			<CardFilters path={path} filter={filter} />
			<Card className="overflow-hidden">
				{rows.length === 0 ? (
					<EmptyState
						title={t(isFiltered ? "emptyFiltered" : "empty")}
						description={t(isFiltered ? "emptyFilteredText" : "emptyText")}
					/>
				) : (
					<CardsTable rows={rows} {...table} />
				)}
				<Pagination total={total} {...numberedPageHrefs(path, filter, total, cardPageSize)} />
			</Card>
		</div>
	);
}
