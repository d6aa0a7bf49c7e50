import { expect, test } from "vitest";
import { lapseWindows } from "@/lib/domains/partnership/mutations/lapse-windows";
import { requestExit } from "@/lib/domains/partnership/mutations/leave";
import { changeCalendar, previewCalendarChange } from "@/lib/platform/calendar/change";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import { db } from "@/lib/platform/db/client";
import { addWorkingDays } from "@/lib/platform/time/working-days";
import {
	createAppealedApplication,
	createApplicant,
	createReviewer,
	createSubmittedApplication,
	readApplication,
} from "@/tests/factories/admission";
import { appeal, at, createLead, createOwnPartner, giveNotice } from "@/tests/factories/partnership";

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

test("an open appeal is restated by its own clock, a withdrawn one is left as it was", async () => {
	const lead = await createReviewer("ops_lead");
	const { appeal: filed, applicationId } = await createAppealedApplication();
	const dueOf = async () =>
		(await db().appeal.findUniqueOrThrow({ where: { id: filed.id } })).dueOn.toISOString().slice(0, 10);
	expect(await dueOf()).toBe("2026-11-24");
	expect(await changeCalendar(lead, { set: [holiday], remove: [] })).toMatchObject({
		ok: true,
		preview: {
			clocks: expect.arrayContaining([
				{
					kind: "appeal",
					running: 1,
					moved: 1,
					moves: [{ from: "2026-11-24", to: "2026-11-25", count: 1 }],
				},
			]),
		},
	});
	expect(await dueOf()).toBe("2026-11-25");
	const audit = { action: "appeal.restate-due", subjectId: filed.id };
	expect(await db().auditEntry.count({ where: audit })).toBe(1);
	await db().appeal.update({ where: { id: filed.id }, data: { state: "WITHDRAWN" } });
	expect(await changeCalendar(lead, { set: [], remove: [holiday.day] })).toMatchObject({ ok: true });
	expect(await dueOf()).toBe("2026-11-25");
	expect((await readApplication(applicationId)).state).toBe("REJECTED");
});

test("an exit is restated from the reply, from the end of an unanswered window, or from the wish to leave", async () => {
	const lead = await createLead();
	const [answered, silent, leaving] = [
		await createOwnPartner(),
		await createOwnPartner(),
		await createOwnPartner(),
	];
	const [first, second] = [
		await giveNotice(lead, answered.partner.id),
		await giveNotice(lead, silent.partner.id),
	];
	await appeal(answered.scope, first.caseId, "2026-03-16");
	await lapseWindows(at("2026-03-18"));
	const third = await requestExit(leaving.scope, {
		wishedOn: "2026-03-20",
		reason: "业务调整",
		now: at("2026-03-16"),
	});
	if (!third.ok) throw new Error(third.reason);
	const ids = [first.caseId, second.caseId, third.caseId];
	const decideBy = () =>
		Promise.all(
			ids.map(async (id) =>
				(await db().exitCase.findUniqueOrThrow({ where: { id } })).decideBy?.toISOString().slice(0, 10),
			),
		);
	// Three working days after Monday 16, Tuesday 17 and Monday 16 March.
	expect(await decideBy()).toEqual(["2026-03-19", "2026-03-20", "2026-03-19"]);
	const far = { ...holiday, day: "2026-04-20" };
	expect(await changeCalendar(lead, { set: [far], remove: [] })).toMatchObject({ ok: true });
	expect(await decideBy()).toEqual(["2026-03-19", "2026-03-20", "2026-03-19"]);
	const near = { ...holiday, day: "2026-03-19" };
	expect(await changeCalendar(lead, { set: [near], remove: [] })).toMatchObject({ ok: true });
	expect(await decideBy()).toEqual(["2026-03-20", "2026-03-23", "2026-03-20"]);
	for (const subjectId of ids) {
		expect(await db().auditEntry.count({ where: { action: "exit.restate-due", subjectId } })).toBe(1);
	}
	expect(await changeCalendar(lead, { set: [], remove: [far.day, near.day] })).toMatchObject({ ok: true });
	expect(await decideBy()).toEqual(["2026-03-19", "2026-03-20", "2026-03-19"]);
});
