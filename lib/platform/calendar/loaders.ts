import "server-only";
import { can } from "@/lib/platform/access/permissions";
import { firstYear, lastYear, missingYearOn } from "@/lib/platform/calendar/rules";
import type { CalendarPage } from "@/lib/platform/calendar/types";
import { pool } from "@/lib/platform/db/pool";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

type Row = CalendarPage["days"][number];

/** A year of the working-day calendar; the current one unless the address names another. */
export async function loadCalendar(params: { year?: string | string[] | undefined }): Promise<CalendarPage> {
	const scope = await requireScope("calendar.read");
	const today = businessDayOf(new Date());
	const asked = Number(params.year);
	const year =
		Number.isInteger(asked) && asked >= firstYear && asked <= lastYear ? asked : Number(today.slice(0, 4));
	const [days, years] = await Promise.all([
		pool().query<Row>(
			`SELECT d.day, d.is_workday AS "isWorkday", d.name_zh AS "nameZh", d.name_en AS "nameEn", u.name AS "updatedBy"
			   FROM calendar_days d LEFT JOIN users u ON u.id = d.updated_by_id
			  WHERE d.day BETWEEN $1 AND $2 ORDER BY d.day`,
			[`${year}-01-01`, `${year}-12-31`],
		),
		pool().query<{ year: number }>(
			"SELECT DISTINCT extract(year FROM day)::int AS year FROM calendar_days ORDER BY 1",
		),
	]);
	const known = years.rows.map((row) => row.year);
	return {
		year,
		today,
		days: days.rows,
		years: known,
		missingYear: missingYearOn(today, known),
		canManage: can(scope.role, "calendar.manage"),
	};
}
