import "server-only";
import {
	readBandMoves,
	readPlatformDays,
	readProgramme,
	readSourcesVersion,
	readStandings,
	readTracks,
} from "@/lib/domains/programme/data/standings";
import { rankStandings } from "@/lib/domains/programme/rules/bands";
import { phaseOf, summarise } from "@/lib/domains/programme/rules/overview";
import { paceOf } from "@/lib/domains/programme/rules/pace";
import type { ProgrammeOverview, ProgrammeWorld } from "@/lib/domains/programme/types/dashboard";
import type { ReportReader } from "@/lib/platform/db/reports";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, type Day } from "@/lib/platform/time";

type Held = { key: string; world: Promise<ProgrammeWorld | null> };
const shared = globalThis as typeof globalThis & { portalProgramme?: Held };

/**
 * What the programme's figures are made of; null without a programme. A process reads it once and keeps it until a commit
 * changes one of its sources or the day ends: each request asks the database for the version, in one small query. The version
 * is read before the figures, so that what is kept under it is never older than it.
 */
export async function readWorld(
	reports: ReportReader,
	scope: PlatformScope,
	today: Day,
): Promise<ProgrammeWorld | null> {
	const key = `${today}|${await readSourcesVersion(reports)}`;
	const held = shared.portalProgramme;
	if (held?.key === key) return held.world;
	const world = readAnew(reports, scope, today);
	const fresh: Held = { key, world };
	shared.portalProgramme = fresh;
	try {
		return await world;
	} catch (error) {
		if (shared.portalProgramme === fresh) shared.portalProgramme = undefined;
		throw error;
	}
}

/** All of one moment: a figure never meets another from before an import. */
async function readAnew(
	reports: ReportReader,
	scope: PlatformScope,
	today: Day,
): Promise<ProgrammeWorld | null> {
	const client = await reports.connect();
	const reader = client as unknown as ReportReader;
	let broken: Error | undefined;
	try {
		await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
		const programme = await readProgramme(reader, scope, today);
		if (!programme) return null;
		const { terms, asOf } = programme;
		const standings = rankStandings(await readStandings(reader, scope, today));
		const days = await readPlatformDays(reader, scope, today);
		const moves = await readBandMoves(reader, scope, today, terms.bands);
		const tracks = await readTracks(reader);
		const pace = paceOf(terms.range, asOf ?? addDays(terms.range.from, -1));
		return {
			today,
			readAt: new Date(),
			terms,
			asOf,
			pace,
			phase: phaseOf(terms, today),
			standings,
			days,
			tracks,
			moves,
		};
	} catch (error) {
		broken = error instanceof Error ? error : new Error(String(error));
		throw error;
	} finally {
		await client.query("ROLLBACK").catch(() => undefined);
		client.release(broken);
	}
}

const summaries = new WeakMap<ProgrammeWorld, ProgrammeOverview>();

/** The figures of a world, made once however many requests ask for them. */
export function overviewOf(world: ProgrammeWorld): ProgrammeOverview {
	const overview = summaries.get(world) ?? summarise(world);
	summaries.set(world, overview);
	return overview;
}
