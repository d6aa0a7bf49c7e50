import { sliceBy } from "@/lib/domains/programme/rules/bands";
import { bandHistory, crossingsOf } from "@/lib/domains/programme/rules/history";
import { paceSlices } from "@/lib/domains/programme/rules/lag";
import { nearestToLine } from "@/lib/domains/programme/rules/nearest";
import { assessBands, expectedFen, projectAtPace } from "@/lib/domains/programme/rules/pace";
import type {
	ProgrammeOverview,
	ProgrammePhase,
	ProgrammeTerms,
	ProgrammeWorld,
} from "@/lib/domains/programme/types/dashboard";
import { type Day, monthOf } from "@/lib/platform/time";

/** The most of a list that any page takes from the overview; the whole list is a page of its own. */
const NEAREST = 20;

/** Before its first day, running, or past its last; days are `[from, to)`. */
export function phaseOf({ range }: Pick<ProgrammeTerms, "range">, today: Day): ProgrammePhase {
	if (today < range.from) return "AHEAD";
	return today < range.to ? "RUNNING" : "OVER";
}

/** Σ target × line over the bands, fen: the least net GMV with which every target is met. */
export function targetOf({ bands }: Pick<ProgrammeTerms, "bands">): bigint {
	return bands.reduce((sum, band) => sum + band.thresholdFen * BigInt(band.targetCount), 0n);
}

/** The figures of the dashboard, from everything they are made of. */
export function summarise(world: ProgrammeWorld): ProgrammeOverview {
	const { terms, pace, standings, days, moves, asOf } = world;
	const { bands } = terms;
	const netFen = days.reduce((sum, day) => sum + day.netFen, 0n);
	const unattributedFen = days.reduce((sum, day) => sum + day.unattributedFen, 0n);
	const targetFen = targetOf(terms);
	return {
		bands: assessBands(standings, bands, pace),
		netFen,
		attributedFen: netFen - unattributedFen,
		unattributedFen,
		targetFen,
		expectedFen: expectedFen(targetFen, pace),
		projectedFen: projectAtPace(netFen, pace),
		history: bandHistory(moves, terms, asOf),
		crossings: asOf ? crossingsOf(moves, standings, bands, monthOf(asOf)) : [],
		near: nearestToLine(standings, bands, pace, NEAREST),
		byTrack: paceSlices(
			sliceBy(standings, bands, (one) => one.trackCode),
			targetFen,
			pace,
		),
		byRegion: paceSlices(
			sliceBy(standings, bands, (one) => one.region),
			targetFen,
			pace,
		),
	};
}
