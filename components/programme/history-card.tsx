import Link from "next/link";
import { drawHistory } from "@/lib/domains/programme/rules/draw/draw-history";
import { asOfLine, historyWords } from "@/lib/domains/programme/rules/show/names";
import type { ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import { routes } from "@/lib/platform/routes/routes";
import { Definition } from "./definition";
import { SceneSvg } from "./scene-svg";
import type { Words } from "./words";

/** Partners in each band by month, as one line a band; the table is on the page behind it. */
export function HistoryCard({ dashboard, words }: { dashboard: ProgrammeDashboard; words: Words }) {
	const { t } = words;
	const { overview, terms } = dashboard;
	const box = { x: 0, y: 0, width: 560, height: 300 };
	return (
		<section className="pg-card">
			<header>
				<h2>{t("history.title")}</h2>
				<Definition
					id="why-history"
					subject={t("history.title")}
					what={t("explain.history")}
					measure={t("explain.netOwn")}
					asOf={asOfLine(dashboard, words)}
					words={words}
				/>
				<Link href={routes.ops.programmeHistory()} prefetch={false} className="pg-link">
					{t("history.more")}
				</Link>
			</header>
			{overview.history.length > 0 ? (
				<SceneSvg
					scene={drawHistory(overview.history, terms.bands, historyWords(words.locale), box)}
					label={t("history.label")}
				/>
			) : (
				<p className="pg-note mt-2">{t("history.empty")}</p>
			)}
		</section>
	);
}
