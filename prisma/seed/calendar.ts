import type { PoolClient } from "pg";
import { systemActor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { restateClocks } from "@/lib/platform/calendar/clocks";
import { addDays, type Day } from "@/lib/platform/time";

type Span = readonly [from: Day, to: Day];
type Holiday = { nameZh: string; nameEn: string; off: Span; worked?: readonly Day[] };

/**
 * Public holidays and the weekend days worked for them, as the General Office of the State Council arranged them
 * (notices of November 2024 for 2025 and of November 2025 for 2026). Later years are entered when they are published.
 */
const holidays: readonly Holiday[] = [
	{ nameZh: "元旦", nameEn: "New Year’s Day", off: ["2025-01-01", "2025-01-01"] },
	{
		nameZh: "春节",
		nameEn: "Spring Festival",
		off: ["2025-01-28", "2025-02-04"],
		worked: ["2025-01-26", "2025-02-08"],
	},
	{ nameZh: "清明节", nameEn: "Qingming Festival", off: ["2025-04-04", "2025-04-06"] },
	{ nameZh: "劳动节", nameEn: "Labour Day", off: ["2025-05-01", "2025-05-05"], worked: ["2025-04-27"] },
	{ nameZh: "端午节", nameEn: "Dragon Boat Festival", off: ["2025-05-31", "2025-06-02"] },
	{
		nameZh: "国庆节、中秋节",
		nameEn: "National Day and Mid-Autumn Festival",
		off: ["2025-10-01", "2025-10-08"],
		worked: ["2025-09-28", "2025-10-11"],
	},
	{ nameZh: "元旦", nameEn: "New Year’s Day", off: ["2026-01-01", "2026-01-03"], worked: ["2026-01-04"] },
	{
		nameZh: "春节",
		nameEn: "Spring Festival",
		off: ["2026-02-15", "2026-02-23"],
		worked: ["2026-02-14", "2026-02-28"],
	},
	{ nameZh: "清明节", nameEn: "Qingming Festival", off: ["2026-04-04", "2026-04-06"] },
	{ nameZh: "劳动节", nameEn: "Labour Day", off: ["2026-05-01", "2026-05-05"], worked: ["2026-05-09"] },
	{ nameZh: "端午节", nameEn: "Dragon Boat Festival", off: ["2026-06-19", "2026-06-21"] },
	{ nameZh: "中秋节", nameEn: "Mid-Autumn Festival", off: ["2026-09-25", "2026-09-27"] },
	{
		nameZh: "国庆节",
		nameEn: "National Day",
		off: ["2026-10-01", "2026-10-07"],
		worked: ["2026-09-20", "2026-10-10"],
	},
];

export type SeededDay = { day: Day; isWorkday: boolean; nameZh: string; nameEn: string };

/** The calendar as the portal comes with it, day by day. */
export function seededDays(): SeededDay[] {
	return holidays.flatMap(({ nameZh, nameEn, off: [from, to], worked = [] }) => {
		const days: SeededDay[] = [];
		for (let day = from; day <= to; day = addDays(day, 1))
			days.push({ day, isWorkday: false, nameZh, nameEn });
		for (const day of worked)
			days.push({ day, isWorkday: true, nameZh: `${nameZh}调休上班`, nameEn: `Worked for ${nameEn}` });
		return days;
	});
}

/**
 * Enters the years nothing is known of yet. A year that has days is somebody's already and stays as it is, even where a
 * day was taken out. Clocks that are running are restated by what is entered.
 */
export async function ensureCalendar(client: PoolClient): Promise<void> {
	const { rows } = await client.query<{ year: string }>(
		"SELECT DISTINCT extract(year FROM day)::text AS year FROM calendar_days",
	);
	const known = new Set(rows.map(({ year }) => year));
	const missing = seededDays().filter(({ day }) => !known.has(day.slice(0, 4)));
	if (missing.length === 0) return;
	await client.query(
		`INSERT INTO calendar_days (day, is_workday, name_zh, name_en, updated_at)
		 SELECT day, "isWorkday", "nameZh", "nameEn", now()
		   FROM json_to_recordset($1) AS r(day date, "isWorkday" boolean, "nameZh" text, "nameEn" text)
		 ON CONFLICT (day) DO NOTHING`,
		[JSON.stringify(missing)],
	);
	const actor = systemActor("seed:calendar");
	const clocks = await restateClocks(client, actor);
	if (clocks.every(({ moved }) => moved === 0)) return;
	await recordAuditRaw(client, {
		actor,
		action: "calendar.enter",
		subjectType: "calendar",
		subjectId: "calendar",
		after: { days: missing.length, clocks: clocks.map(({ kind, moved }) => ({ kind, moved })) },
	});
}
