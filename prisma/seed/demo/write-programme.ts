import type { PoolClient } from "pg";
import type { Day } from "@/lib/platform/time";

export type ProgrammeDates = { startDay: Day; endDay: Day; isDemo: boolean };

/** Dates the programme back to where the demo's year stands; gives back what they were, for the day the demo goes. */
export async function moveProgramme(
	client: PoolClient,
	code: string,
	dates: ProgrammeDates,
): Promise<ProgrammeDates | null> {
	const { rows } = await client.query<ProgrammeDates>(
		`SELECT start_day AS "startDay", end_day AS "endDay", is_demo AS "isDemo"
		   FROM programmes WHERE code = $1 FOR UPDATE`,
		[code],
	);
	await client.query("UPDATE programmes SET start_day = $2, end_day = $3, is_demo = $4 WHERE code = $1", [
		code,
		dates.startDay,
		dates.endDay,
		dates.isDemo,
	]);
	return rows[0] ?? null;
}
