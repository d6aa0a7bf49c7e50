import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import type { WorkCalendar } from "@/lib/platform/time/working-days";

/** The working-day calendar as it is known now; every clock of the portal counts by it. */
export async function readWorkCalendar(client: Tx = db()): Promise<WorkCalendar> {
	const rows = await client.calendarDay.findMany({ select: { day: true, isWorkday: true } });
	return Object.fromEntries(rows.map((row) => [row.day.toISOString().slice(0, 10), row.isWorkday]));
}
