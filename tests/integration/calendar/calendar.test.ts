import { expect, test } from "vitest";
import { changeCalendar, previewCalendarChange } from "@/lib/platform/calendar/change";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import { db } from "@/lib/platform/db/client";
import { addWorkingDays } from "@/lib/platform/time/working-days";
import {
	createApplicant,
	createReviewer,
	createSubmittedApplication,
	readApplication,
} from "@/tests/factories/admission";

const holiday = { day: "2026-11-23", isWorkday: false, nameZh: "临时放假", nameEn: "Day off" };

test("the calendar comes with 2025 and 2026: around National Day five working days last longer than a week", async () => {
	const calendar = await readWorkCalendar();
	expect(addWorkingDays(calendar, "2026-09-30", 2)).toBe("2026-10-09");
	expect(addWorkingDays(calendar, "2026-10-09", 1)).toBe("2026-10-10");
	expect(addWorkingDays(calendar, "2026-02-13", 2)).toBe("2026-02-24");
	expect(addWorkingDays(calendar, "2025-09-30", 1)).toBe("2025-10-09");
});

test("a change is previewed, restates the running clocks in its own transaction, and leaves its audit", async () => {
	const lead = await createReviewer("ops_lead");
	const { applicationId } = await createSubmittedApplication(await createApplicant());
	const dueOf = async () => (await readApplication(applicationId)).dueOn?.toISOString().slice(0, 10);
	expect(await dueOf()).toBe("2026-11-26");
	const change = { set: [holiday], remove: [] };
	const clocks = [
		expect.objectContaining({
			kind: "application",
			running: 1,
			moves: [{ from: "2026-11-26", to: "2026-11-27", count: 1 }],
		}),
	];
	expect(await previewCalendarChange(lead, change)).toMatchObject({
		ok: true,
		preview: { added: 1, clocks: expect.arrayContaining(clocks) },
	});
	expect(await dueOf()).toBe("2026-11-26");
	expect(await changeCalendar(lead, change)).toMatchObject({ ok: true });
	expect(await dueOf()).toBe("2026-11-27");
	expect(
		await db().auditEntry.count({ where: { action: "application.restate-due", subjectId: applicationId } }),
	).toBe(1);
	expect(await db().auditEntry.count({ where: { action: "calendar.change" } })).toBe(1);
	expect(await changeCalendar(lead, change)).toMatchObject({ reason: "NOTHING_CHANGED" });
	expect(await changeCalendar(lead, { set: [], remove: [holiday.day] })).toMatchObject({ ok: true });
	expect(await dueOf()).toBe("2026-11-26");
});

test("a worked day that is worked anyway is refused, and nothing is written", async () => {
	const lead = await createReviewer("ops_lead");
	const before = await db().calendarDay.count();
	const set = [{ ...holiday, isWorkday: true }];
	expect(await changeCalendar(lead, { set, remove: [] })).toMatchObject({ reason: "ORDINARY_WORKDAY" });
	expect(await db().calendarDay.count()).toBe(before);
});
