import "server-only";
import { readPlatformDays, readProgramme, readStandings, readTracks } from "@/lib/domains/programme/data";
import { rankStandings, sliceBy } from "@/lib/domains/programme/rules/bands";
import { curveGrains, toCurve } from "@/lib/domains/programme/rules/curve";
import { findMovers, nearestToLine } from "@/lib/domains/programme/rules/nearest";
import { assessBands, expectedFen, paceOf, projectAtPace } from "@/lib/domains/programme/rules/pace";
import type { ProgrammeDashboard } from "@/lib/domains/programme/types";
import { reportReader } from "@/lib/platform/db/reports";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { addDays, businessDayOf } from "@/lib/platform/time";

// What a reader takes in at a glance; the whole list is a page of its own. Every row costs rendering time.
const RANKED = 10;
const NEAREST = 6;
const MOVERS = 5;

/** The programme dashboard in four queries at once, all on rollups; null when no programme is set up. */
export async function loadProgramme(query: {
	track?: string;
	by?: string;
}): Promise<ProgrammeDashboard | null> {
	const scope = await requireScope("programme.read", routes.ops.programme());
	const reports = reportReader();
	const today = businessDayOf(new Date());
	const [programme, standings, days, tracks] = await Promise.all([
		readProgramme(reports, scope, today),
		readStandings(reports, scope, today),
		readPlatformDays(reports, scope, today),
		readTracks(),
	]);
	if (!programme) return null;
	const { terms, asOf } = programme;
	const { bands } = terms;
	const pace = paceOf(terms.range, asOf ?? addDays(terms.range.from, -1));
	const grain = curveGrains.find((one) => one === query.by) ?? "day";
	const trackCode = tracks.find(({ code }) => code === query.track)?.code ?? null;
	const inTrack = trackCode ? standings.filter((one) => one.trackCode === trackCode) : standings;
	const netFen = days.reduce((sum, day) => sum + day.netFen, 0n);
	const unattributedFen = days.reduce((sum, day) => sum + day.unattributedFen, 0n);
	const targetFen = bands.reduce((sum, band) => sum + band.thresholdFen * BigInt(band.targetCount), 0n);
	return {
		terms,
		pace,
		hasFacts: asOf !== null,
		bands: assessBands(standings, bands, pace),
		netFen,
		attributedFen: netFen - unattributedFen,
		unattributedFen,
		targetFen,
		expectedFen: expectedFen(targetFen, pace),
		projectedFen: projectAtPace(netFen, pace),
		grain,
		curve: toCurve(days, grain),
		tracks,
		trackCode,
		ranking: rankStandings(inTrack).slice(0, RANKED),
		rankedPartners: inTrack.length,
		near: nearestToLine(standings, bands, pace, NEAREST),
		movers: findMovers(standings, MOVERS),
		byTrack: sliceBy(standings, bands, (one) => one.trackCode),
		byRegion: sliceBy(standings, bands, (one) => one.region),
	};
}
