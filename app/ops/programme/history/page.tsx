import type { Metadata } from "next";
import { CrossingRows } from "@/components/programme/crossing-card";
import { Definition } from "@/components/programme/definition";
import { GmvCurve } from "@/components/programme/gmv-curve";
import { HistoryTable } from "@/components/programme/history-table";
import { Movers } from "@/components/programme/movers";
import { ProgrammeFrame } from "@/components/programme/programme-frame";
import { SavePicture } from "@/components/programme/save-picture";
import { SceneSvg } from "@/components/programme/scene-svg";
import { openWords } from "@/components/programme/words";
import { Crumb } from "@/components/shell/crumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { loadProgrammeHistory } from "@/lib/domains/programme/loaders/dashboard";
import { drawHistory } from "@/lib/domains/programme/rules/draw/draw-history";
import { asOfLine, historyWords } from "@/lib/domains/programme/rules/show/names";
import { formatMonth } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("programme");
	return { title: t("tabs.history") };
}

type Search = Promise<Record<string, string | string[] | undefined>>;
const box = { x: 0, y: 0, width: 1120, height: 320 };

export default async function ProgrammeHistoryPage({ searchParams }: { searchParams: Search }) {
	const [words, page] = await Promise.all([openWords(), searchParams.then(loadProgrammeHistory)]);
	const { t, locale } = words;
	if (!page) return <ProgrammeFrame world={null} tab="history" words={words} />;
	const { world, overview, grain, curve, months, month, crossings, movers } = page;
	const { bands } = world.terms;
	const crumb = <Crumb label={t("tabs.history")} />;
	if (!month) {
		return (
			<ProgrammeFrame world={world} tab="history" words={words}>
				{crumb}
				<EmptyState title={t("history.empty")} />
			</ProgrammeFrame>
		);
	}
	return (
		<ProgrammeFrame world={world} tab="history" words={words}>
			{crumb}
			<section className="pg-card">
				<header>
					<h2>{t("history.title")}</h2>
					<Definition
						id="why-history"
						subject={t("history.title")}
						what={t("explain.history")}
						measure={t("explain.netOwn")}
						asOf={asOfLine(world, words)}
						words={words}
					/>
					<span className="ml-auto">
						<SavePicture
							source={routes.api.programmePicture("history")}
							label={t("ways.png")}
							busy={t("ways.busy")}
							failed={t("ways.failed")}
						/>
					</span>
				</header>
				<div className="pg-scroll">
					<SceneSvg
						scene={drawHistory(overview.history, bands, historyWords(locale), box)}
						label={t("history.label")}
						className="pg-scene min-w-2xl"
					/>
				</div>
				<HistoryTable history={overview.history} bands={bands} words={words} />
			</section>
			<section id="crossings" className="pg-card scroll-mt-16">
				<h2>{t("history.chosen", { month: formatMonth(month, locale) })}</h2>
				<div className="my-2 overflow-x-auto">
					<SegmentedLinks
						label={t("crossings.choose")}
						links={months.map((one) => ({
							href: routes.ops.programmeHistory({ month: one, ...(grain === "month" && { by: grain }) }),
							label: formatMonth(one, locale, { short: true }),
							isCurrent: one === month,
						}))}
					/>
				</div>
				{crossings.length > 0 ? (
					<CrossingRows crossings={crossings} words={words} />
				) : (
					<p className="pg-note">{t("crossings.empty")}</p>
				)}
			</section>
			<GmvCurve
				curve={curve}
				grain={grain}
				hrefOf={(by) => routes.ops.programmeHistory({ month, ...(by === "month" && { by }) })}
				words={words}
			/>
			<Movers movers={movers} world={world} words={words} />
		</ProgrammeFrame>
	);
}
