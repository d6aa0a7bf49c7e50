import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Explain } from "@/components/ui/explain";
import type { Explored } from "@/lib/domains/gmv/rules/explorer-view";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { BuyersCard } from "./buyers-card";
import { ExplorerChart } from "./explorer-chart";
import { ExplorerChoices, ExplorerFilters } from "./explorer-filters";
import type { ExplorerSide } from "./explorer-href";
import { Definitions, ExplorerStats } from "./explorer-stats";
import { ExplorerTable } from "./explorer-table";
import { KnownOnBanner } from "./known-on-banner";
import { rangeText } from "./range-text";

type Props = {
	explored: Explored;
	side: ExplorerSide;
	/** What vouches for the figures, beside the title. */
	proof?: ReactNode;
	/** Where else to look, at the right end of the title. */
	actions?: ReactNode;
};

/** The whole explorer, for operations or for a partner. */
export async function ExplorerView({ explored, side, proof, actions }: Props) {
	const [t, locale] = await Promise.all([getTranslations("explorer"), getLocale()]);
	const { range, before, yearBefore, today } = explored;
	return (
		<>
			<PageHeader
				title={t(side === "ops" ? "title" : "ownTitle")}
				description={t(side === "ops" ? "description" : "ownDescription")}
				meta={
					<>
						<Explain subject={t("define.title")}>
							<Definitions explored={explored} />
						</Explain>
						{proof}
					</>
				}
				actions={actions}
			/>
			<ExplorerChoices explored={explored} side={side} />
			<div className="space-y-4">
				<ExplorerFilters explored={explored} side={side} />
				<KnownOnBanner explored={explored} side={side} />
				<p className="figure text-ink-faint text-xs">
					<span className="font-medium text-ink-soft">{rangeText(range, locale)}</span>
					{" · "}
					{t("period.beforeOf", { range: rangeText(before, locale) })}
					{" · "}
					{t("period.yearOf", { range: rangeText(yearBefore, locale) })}
					{range.to > today && ` · ${t("period.todayOpen")}`}
				</p>
				<ExplorerStats explored={explored} />
				<ExplorerChart explored={explored} side={side} />
				<ExplorerTable explored={explored} side={side} />
				{explored.buyers && <BuyersCard coming={explored.buyers} isOwn={side === "own"} />}
			</div>
		</>
	);
}
