import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ForecastPage } from "@/lib/domains/programme/types/forecast-page";
import { formatDate } from "@/lib/platform/format";
import { BacktestReport } from "./backtest-report";
import { BandOutlookCard } from "./band-outlook-card";
import { Method, Provenance } from "./how-made";
import { LikelyTable } from "./likely-table";
import { SensitivityTable } from "./sensitivity-table";
import type { ForecastWords } from "./words";

const LIKELY_SHOWN = 15;

/** The forecast page below its head. Where the stored forecast answers another question, no figure of it is shown. */
export function ForecastView({ page, words }: { page: ForecastPage; words: ForecastWords }) {
	const { t } = words;
	const { head, state, outlooks, isOver, likely, backtest } = page;
	if (!head || state === "none" || state === "changed") {
		const kind = state === "changed" ? "changed" : "none";
		return (
			<>
				<Card>
					<EmptyState title={t(`state.${kind}Title`)} description={t(`state.${kind}Hint`)} />
				</Card>
				<BacktestReport stored={backtest} words={words} />
			</>
		);
	}
	return (
		<>
			<Currency page={page} words={words} />
			<div className="grid gap-4 lg:grid-cols-2">
				{outlooks.map((outlook, at) => (
					<BandOutlookCard
						key={outlook.band.code}
						outlook={outlook}
						head={head}
						isHighest={at === 0}
						isOver={isOver}
						history={page.history}
						words={words}
					/>
				))}
			</div>
			{!isOver && (
				<>
					{likely.map((list) => (
						<LikelyTable key={list.band.code} list={list} limit={LIKELY_SHOWN} words={words} />
					))}
					<SensitivityTable result={head.result} outlooks={outlooks} words={words} />
					<Method head={head} words={words} />
				</>
			)}
			<BacktestReport stored={backtest} words={words} />
			<Provenance head={head} words={words} />
		</>
	);
}

function Currency({
	page: { state, head, isOver, knownThrough },
	words: { t, locale },
}: {
	page: ForecastPage;
	words: ForecastWords;
}) {
	if (state === "old" && head && knownThrough)
		return (
			<Banner tone="warning" title={t("state.oldTitle")}>
				{t("state.oldHint", { asOf: formatDate(head.asOf, locale), known: formatDate(knownThrough, locale) })}
			</Banner>
		);
	if (!isOver) return null;
	return <Banner title={t("state.overTitle")}>{t("state.overHint")}</Banner>;
}
