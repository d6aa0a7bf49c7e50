import type { Metadata } from "next";
import { BoardFilters } from "@/components/fund/board/board-filters";
import { CommitteeDialog } from "@/components/fund/board/committee-dialog";
import { FundBoard } from "@/components/fund/board/fund-board";
import { FundStrip } from "@/components/fund/board/fund-strip";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadFundBoard, type Query } from "@/lib/domains/fund/loaders/ops";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("fund"))("board.title") };
}

export default async function FundBoardPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [t, page] = await Promise.all([getTranslations("fund"), searchParams.then(loadFundBoard)]);
	const { columns, query, policy, people } = page;
	const isEmpty = columns.every((column) => column.count === 0);
	const isFiltered = query.q !== "" || query.of !== "";
	return (
		<ClientMessages namespaces={["fund", "errors"]}>
			<PageHeader
				title={t("board.title")}
				description={t("board.description")}
				actions={page.canManage && <CommitteeDialog people={people} policy={policy.document} />}
			/>
			<div className="space-y-4">
				<FundStrip fund={page.fund} code={policy.document.poolCode} />
				<BoardFilters {...query} />
				{isEmpty ? (
					<Card>
						<EmptyState
							title={t(isFiltered ? "board.emptyFiltered" : "board.emptyAll")}
							description={t(isFiltered ? "board.emptyFilteredHint" : "board.emptyAllHint")}
						/>
					</Card>
				) : (
					<FundBoard columns={columns} query={query} hands={page.hands} now={page.now} />
				)}
			</div>
		</ClientMessages>
	);
}
