import { nameRegion } from "@/lib/domains/admission/rules/regions";
import { trackName } from "@/lib/domains/programme/rules/show/names";
import type { ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import { BandPanel } from "./band-panel";
import { CrossingCard } from "./crossing-card";
import { FactStrip } from "./fact-strip";
import { openForecastWords } from "./forecast/words";
import { HistoryCard } from "./history-card";
import { NearCard } from "./near-card";
import { PoolCard } from "./pool-card";
import { SliceCard } from "./slice-card";
import type { Words } from "./words";

const TRACKS = 8;
const REGIONS = 6;

/** What is taken in at a glance; every card leads to the page that holds all of it. */
export async function ProgrammeGlance({ dashboard, words }: { dashboard: ProgrammeDashboard; words: Words }) {
	const forecastWords = await openForecastWords();
	const { overview, tracks, pools, today } = dashboard;
	const { locale } = words;
	return (
		<>
			<div className="pg-grid pg-halves">
				{overview.bands.map((state) => (
					<BandPanel
						key={state.band.code}
						state={state}
						dashboard={dashboard}
						words={words}
						forecastWords={forecastWords}
					/>
				))}
			</div>
			<FactStrip dashboard={dashboard} words={words} />
			<div className="pg-grid pg-halves">
				<HistoryCard dashboard={dashboard} words={words} />
				<CrossingCard dashboard={dashboard} words={words} />
			</div>
			<div className="pg-grid pg-wide">
				<NearCard dashboard={dashboard} words={words} />
				<PoolCard pools={pools} today={today} words={words} />
			</div>
			<div className="pg-grid pg-halves">
				<SliceCard
					by="track"
					slices={overview.byTrack}
					shown={TRACKS}
					nameOf={(code) => trackName(tracks, code, locale)}
					world={dashboard}
					words={words}
				/>
				<SliceCard
					by="region"
					slices={overview.byRegion}
					shown={REGIONS}
					nameOf={(region) => nameRegion(region, locale)}
					world={dashboard}
					words={words}
				/>
			</div>
		</>
	);
}
