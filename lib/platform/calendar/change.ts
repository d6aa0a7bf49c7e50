import "server-only";
import type { PoolClient } from "pg";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { previewClocks, restateClocks } from "@/lib/platform/calendar/clocks";
import { refuseDay } from "@/lib/platform/calendar/rules";
import type { CalendarChange, ChangePreview, SpecialDay } from "@/lib/platform/calendar/types";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

type Diff = {
	added: SpecialDay[];
	changed: { before: SpecialDay; after: SpecialDay }[];
	removed: SpecialDay[];
	unchanged: number;
	calendar: Record<Day, boolean>;
};

/** What a change would do, to the calendar and to the running clocks. Writes nothing. */
export function previewCalendarChange(
	_scope: PlatformScope,
	change: CalendarChange,
): Promise<Outcome<{ preview: ChangePreview }>> {
	return inRawTransaction(async (client) => {
		const refused = refuseChange(change);
		if (refused) return refused;
		const diff = await compare(client, change);
		return { ok: true, preview: { ...countsOf(diff), clocks: await previewClocks(client, diff.calendar) } };
	});
}

/**
 * Changes the calendar and restates, in the same transaction, the last day of every running clock. One change at a time:
 * whoever comes second compares with what the first one left.
 */
export function changeCalendar(
	scope: PlatformScope,
	change: CalendarChange,
): Promise<Outcome<{ preview: ChangePreview }>> {
	return inRawTransaction(async (client) => {
		const refused = refuseChange(change);
		if (refused) return refused;
		await client.query("LOCK TABLE calendar_days IN SHARE ROW EXCLUSIVE MODE");
		const diff = await compare(client, change);
		if (diff.added.length + diff.changed.length + diff.removed.length === 0) return refuse("NOTHING_CHANGED");
		await write(client, diff, scope.userId);
		const actor = actorOf(scope);
		const clocks = await restateClocks(client, actor);
		await recordAuditRaw(client, {
			actor,
			action: "calendar.change",
			subjectType: "calendar",
			subjectId: "calendar",
			before: { days: [...diff.changed.map(({ before }) => before), ...diff.removed] },
			after: {
				days: [...diff.added, ...diff.changed.map(({ after }) => after)],
				clocks: clocks.map(({ kind, moved }) => ({ kind, moved })),
			},
		});
		return { ok: true, preview: { ...countsOf(diff), clocks } };
	});
}

function refuseChange(change: CalendarChange) {
	for (const { day, isWorkday } of change.set) {
		const code = refuseDay(day, isWorkday);
		if (code) return refuse(code, { params: { day } });
	}
	return null;
}

async function compare(client: PoolClient, change: CalendarChange): Promise<Diff> {
	const { rows } = await client.query<SpecialDay>(
		`SELECT day, is_workday AS "isWorkday", name_zh AS "nameZh", name_en AS "nameEn" FROM calendar_days`,
	);
	const known = new Map(rows.map((row) => [row.day, row]));
	const diff: Diff = {
		added: [],
		changed: [],
		removed: [],
		unchanged: 0,
		calendar: Object.fromEntries(rows.map(({ day, isWorkday }) => [day, isWorkday])),
	};
	for (const day of change.remove) {
		const before = known.get(day);
		if (!before) continue;
		diff.removed.push(before);
		delete diff.calendar[day];
	}
	for (const after of change.set) {
		const before = known.get(after.day);
		if (!before) diff.added.push(after);
		else if (isSame(before, after)) diff.unchanged++;
		else diff.changed.push({ before, after });
		diff.calendar[after.day] = after.isWorkday;
	}
	return diff;
}

function isSame(a: SpecialDay, b: SpecialDay): boolean {
	return a.isWorkday === b.isWorkday && a.nameZh === b.nameZh && a.nameEn === b.nameEn;
}

function countsOf(diff: Diff) {
	const { added, changed, removed, unchanged } = diff;
	return { added: added.length, changed: changed.length, removed: removed.length, unchanged };
}

async function write(client: PoolClient, diff: Diff, userId: string): Promise<void> {
	await client.query("DELETE FROM calendar_days WHERE day = ANY($1::date[])", [
		diff.removed.map(({ day }) => day),
	]);
	await client.query(
		`INSERT INTO calendar_days (day, is_workday, name_zh, name_en, updated_by_id, updated_at)
		 SELECT day, "isWorkday", "nameZh", "nameEn", $2, now()
		   FROM json_to_recordset($1) AS r(day date, "isWorkday" boolean, "nameZh" text, "nameEn" text)
		 ON CONFLICT (day) DO UPDATE SET is_workday = excluded.is_workday, name_zh = excluded.name_zh,
		   name_en = excluded.name_en, updated_by_id = excluded.updated_by_id, updated_at = excluded.updated_at`,
		[JSON.stringify([...diff.added, ...diff.changed.map(({ after }) => after)]), userId],
	);
}
