import { verify } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { listOpenWindows } from "@/lib/domains/certification/data/bookings";
import {
	findCertificateByNumber,
	findOwnCertificate,
	listCertificateKeys,
} from "@/lib/domains/certification/data/certificates";
import { readCertifiedHeads } from "@/lib/domains/certification/data/heads";
import { findOwnSitting } from "@/lib/domains/certification/data/results";
import { beginSitting } from "@/lib/domains/certification/mutations/begin-sitting";
import { bookSeat, cancelBooking } from "@/lib/domains/certification/mutations/book";
import { closeOverdueSittings } from "@/lib/domains/certification/mutations/end-sitting";
import { handIn, openSitting } from "@/lib/domains/certification/mutations/open-sitting";
import { scorePractical, submitPractical } from "@/lib/domains/certification/mutations/practical";
import { remindOfExpiries } from "@/lib/domains/certification/mutations/remind";
import { saveAnswer } from "@/lib/domains/certification/mutations/save-answer";
import type { OpenPaper } from "@/lib/domains/certification/types/sittings";
import { db } from "@/lib/platform/db/client";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf } from "@/lib/platform/time";
import { createExamPartner, fillBank, openWindow, shiftDeadline } from "@/tests/factories/exams";
import { createMember, createSession } from "@/tests/factories/identity";

const KEY_A = "device-a-device-a-device-a";
const KEY_B = "device-b-device-b-device-b";
const today = () => businessDayOf(new Date());

type Team = Awaited<ReturnType<typeof createExamPartner>>;

function must<T extends object>(outcome: ({ ok: true } & T) | { ok: false; reason: string }): T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

async function begin(scope: PartnerScope, windowId: string): Promise<OpenPaper> {
	const { bookingId } = must(await bookSeat(scope, { windowId, userId: scope.userId }));
	const { sittingId } = must(await beginSitting(scope, { bookingId, deviceKey: KEY_A }));
	const { paper } = must(await openSitting(scope, { sittingId, deviceKey: KEY_A, takeOver: false }));
	if (!paper) throw new Error("the sitting is over");
	return paper;
}

const rightOf = (paper: OpenPaper, at: number) => paper.questions[at]?.parts[0]?.options.indexOf("KEY") ?? -1;

const answer = (position: number, chosen: number | null, revision = 1, deviceKey = KEY_A) => ({
	...{ deviceKey, position, revision, isFlagged: false },
	answer: chosen === null ? null : [[chosen]],
});

async function answerAll(token: string, paper: OpenPaper): Promise<void> {
	for (const [at, { position }] of paper.questions.entries())
		must(await saveAnswer(token, paper.sittingId, answer(position, rightOf(paper, at))));
}

let team: Team;
let windowId: string;

beforeAll(async () => {
	await Promise.all([fillBank("junior"), fillBank("senior")]);
	windowId = await openWindow("junior");
	team = await createExamPartner();
});

test("owners book for members, members for themselves only; another partner's people, windows full or over are refused", async () => {
	const { owner, member } = team;
	const other = await createExamPartner();
	const small = await openWindow("junior", { opensInMs: 60_000, seats: 1 });
	const { bookingId } = must(await bookSeat(owner.scope, { windowId: small, userId: member.user.id }));
	expect(await bookSeat(owner.scope, { windowId: small, userId: member.user.id })).toMatchObject({
		reason: expect.stringMatching(/BOOKED_ALREADY|WINDOW_FULL/),
	});
	expect(await bookSeat(owner.scope, { windowId: small, userId: owner.user.id })).toMatchObject({
		reason: "WINDOW_FULL",
	});
	await expect(bookSeat(member.scope, { windowId: small, userId: owner.user.id })).rejects.toMatchObject({
		code: "FORBIDDEN",
	});
	await expect(bookSeat(other.owner.scope, { windowId, userId: member.user.id })).rejects.toMatchObject({
		code: "NOT_FOUND",
	});
	await expect(cancelBooking(other.owner.scope, { bookingId })).rejects.toMatchObject({ code: "NOT_FOUND" });
	expect(await beginSitting(member.scope, { bookingId, deviceKey: KEY_A })).toMatchObject({
		reason: "WINDOW_NOT_OPEN",
	});
	must(await cancelBooking(owner.scope, { bookingId }));
	expect(await cancelBooking(owner.scope, { bookingId })).toMatchObject({ reason: "BOOKING_CANCELLED" });
	must(await bookSeat(owner.scope, { windowId: small, userId: owner.user.id }));
	const left = new Map((await listOpenWindows(owner.scope)).map(({ id, seatsLeft }) => [id, seatsLeft]));
	expect([left.get(windowId), left.get(small)]).toEqual([null, 0]);
	const over = await openWindow("junior", { opensInMs: -120_000, closesInMs: -1_000 });
	expect(await bookSeat(owner.scope, { windowId: over, userId: owner.user.id })).toMatchObject({
		reason: "WINDOW_CLOSED",
	});
	const middle = await openWindow("intermediate");
	expect(await bookSeat(owner.scope, { windowId: middle, userId: owner.user.id })).toMatchObject({
		reason: "SIT_PREREQUISITE",
	});
});

test("a sitting from its beginning to the certificate: devices, revisions, two submits, a signature anybody can check", async () => {
	const { member, partner } = team;
	const { token } = await createSession(member.user.id);
	const paper = await begin(member.scope, windowId);
	const { sittingId } = paper;
	expect(paper.questions).toHaveLength(4);
	expect(JSON.stringify(paper)).not.toMatch(/EXPLAINED|"key"|orders|explanation/);

	// The newest answer stands, whatever arrives after it.
	const wrong = (rightOf(paper, 0) + 1) % 3;
	must(await saveAnswer(token, sittingId, answer(1, wrong, 2)));
	expect(await saveAnswer(token, sittingId, answer(1, rightOf(paper, 0), 1))).toMatchObject({
		ok: true,
		revision: 2,
	});
	must(await saveAnswer(token, sittingId, answer(1, rightOf(paper, 0), 3)));

	// A second device has to say so; the first one is told, and nothing is lost.
	const open = { sittingId, deviceKey: KEY_B };
	expect(await openSitting(member.scope, { ...open, takeOver: false })).toMatchObject({
		reason: "DEVICE_OTHER",
	});
	const there = must(await openSitting(member.scope, { ...open, takeOver: true })).paper;
	expect(there?.questions[0]).toMatchObject({ answer: [[rightOf(paper, 0)]], revision: 3 });
	expect(await saveAnswer(token, sittingId, answer(2, 0))).toEqual({ ok: false, reason: "DEVICE_OTHER" });
	expect(await handIn(member.scope, { sittingId, deviceKey: KEY_A })).toMatchObject({
		reason: "DEVICE_OTHER",
	});
	must(await openSitting(member.scope, { sittingId, deviceKey: KEY_A, takeOver: true }));
	for (const at of [1, 2]) must(await saveAnswer(token, sittingId, answer(at + 1, rightOf(paper, at), 2)));

	// Foreign sittings do not exist, for colleagues either.
	const stranger = await createSession(team.owner.user.id);
	expect(await saveAnswer(stranger.token, sittingId, answer(1, 0, 9))).toMatchObject({ reason: "NOT_FOUND" });
	expect(await saveAnswer("nobody", sittingId, answer(1, 0, 9))).toMatchObject({ reason: "SIGNED_OUT" });
	expect(await findOwnSitting(team.owner.scope, sittingId)).toBeNull();
	await expect(openSitting(team.owner.scope, { ...open, takeOver: true })).rejects.toMatchObject({
		code: "NOT_FOUND",
	});
	await expect(handIn(team.owner.scope, open)).rejects.toMatchObject({ code: "NOT_FOUND" });

	const submit = () => handIn(member.scope, { sittingId, deviceKey: KEY_A });
	expect(await Promise.all([submit(), submit()])).toMatchObject([{ ok: true }, { ok: true }]);
	expect(await saveAnswer(token, sittingId, answer(1, 0, 9))).toMatchObject({ reason: "SITTING_ENDED" });
	expect(await db().auditEntry.count({ where: { action: "exam.end", subjectId: sittingId } })).toBe(1);
	const result = await findOwnSitting(member.scope, sittingId);
	expect(result).toMatchObject({
		state: "PASSED",
		points: 3,
		ofPoints: 4,
		endedBy: "CANDIDATE",
		reviewed: [],
	});
	expect(result?.topics).toMatchObject([{ name: { en: "Live room" }, points: 3, of: 4 }]);

	const certificate = await findOwnCertificate(member.scope, result?.certificateId ?? "");
	if (!certificate?.signature) throw new Error("no signed certificate");
	const key = (await listCertificateKeys()).find(({ id }) => id === certificate.keyId)?.publicKey ?? "";
	const check = (text: string) =>
		verify(null, Buffer.from(text), key, Buffer.from(certificate.signature ?? "", "base64url"));
	expect(check(certificate.text)).toBe(true);
	expect(check(certificate.text.replace("junior", "senior"))).toBe(false);
	expect(await findCertificateByNumber(certificate.number)).toMatchObject({ level: "junior" });
	const foreign = await createExamPartner();
	expect(await findOwnCertificate(foreign.owner.scope, certificate.id)).toBeNull();
	const heads = await inRawTransaction((client) => readCertifiedHeads(client, today()));
	expect(heads.get(partner.id)).toMatchObject({ junior: 1 });
});

test("the grace is the last that counts; the clock ends what runs past it with what was saved, and the next attempt waits", async () => {
	const { owner } = team;
	const { token } = await createSession(owner.user.id);
	const paper = await begin(owner.scope, windowId);
	const { sittingId } = paper;
	must(await saveAnswer(token, sittingId, answer(1, rightOf(paper, 0))));
	await shiftDeadline(sittingId, -3_000);
	must(await saveAnswer(token, sittingId, answer(2, rightOf(paper, 1))));
	await shiftDeadline(sittingId, -5_001);
	expect(await saveAnswer(token, sittingId, answer(3, rightOf(paper, 2)))).toMatchObject({
		reason: "TOO_LATE",
	});
	expect(await closeOverdueSittings()).toBe(1);
	expect(await closeOverdueSittings()).toBe(0);
	expect(await findOwnSitting(owner.scope, sittingId)).toMatchObject({
		...{ state: "FAILED", points: 2, ofPoints: 4, endedBy: "CLOCK", certificateId: null },
	});
	const next = await openWindow("junior");
	expect(await bookSeat(owner.scope, { windowId: next, userId: owner.user.id })).toMatchObject({
		reason: "SIT_COOLING",
		params: { from: addDays(today(), 8) },
	});
});

test("the practical part: two marks apart, a third where they disagree, none by somebody with a conflict", async () => {
	const { owner, member } = await createExamPartner();
	const { token } = await createSession(member.user.id);
	const paper = await begin(member.scope, await openWindow("senior"));
	const { sittingId } = paper;
	await answerAll(token, paper);
	must(await handIn(member.scope, { sittingId, deviceKey: KEY_A }));
	expect(await findOwnSitting(member.scope, sittingId)).toMatchObject({ state: "PRACTICAL" });
	const work = { sittingId, link: "https://live.example/1", note: "" };
	await expect(submitPractical(owner.scope, work)).rejects.toMatchObject({ code: "NOT_FOUND" });
	expect(await submitPractical(member.scope, { ...work, link: "" })).toMatchObject({
		reason: "PRACTICAL_EMPTY",
	});
	must(await submitPractical(member.scope, work));
	expect(await submitPractical(member.scope, work)).toMatchObject({ reason: "PRACTICAL_SUBMITTED" });

	const markers = await Promise.all(
		[1, 2, 3, 4].map(async () => (await createMember({ role: "ops_reviewer" })).scope),
	);
	type Marker = (typeof markers)[number];
	const [first, second, third, bound] = markers as [Marker, Marker, Marker, Marker];
	await pool().query(
		`INSERT INTO conflicts_of_interest (id, user_id, organisation_id, reason) VALUES ('coi_exam', $1, $2, '亲属')`,
		[bound.userId, owner.organisation.id],
	);
	const mark = (scope: Marker, goal: number, script: number) =>
		scorePractical(scope, { sittingId, scores: { goal, script }, note: "好" });
	expect(await mark(bound, 50, 50)).toMatchObject({ reason: "CONFLICT_OF_INTEREST" });
	expect(await mark(first, 51, 0)).toMatchObject({ reason: "SCORES_INVALID" });
	must(await mark(first, 40, 40));
	expect(await mark(first, 40, 40)).toMatchObject({ reason: "MARKED_ALREADY" });
	must(await mark(second, 30, 30));
	expect(await findOwnSitting(member.scope, sittingId)).toMatchObject({ state: "PRACTICAL" });
	must(await mark(third, 38, 38));
	expect(await findOwnSitting(member.scope, sittingId)).toMatchObject({ state: "PASSED" });
	expect(await db().examPractical.findUnique({ where: { sittingId } })).toMatchObject({ halves: 156 });
	expect(await db().certificate.count({ where: { sittingId } })).toBe(1);
});

test("a certificate that ends is told of 60, 30 and 7 days before, once each", async () => {
	const certificate = await db().certificate.findFirstOrThrow({ where: { userId: team.member.user.id } });
	const end = certificate.expiresOn.toISOString().slice(0, 10);
	const counts: number[] = [];
	for (const days of [61, 60, 59, 30, 7, 7]) counts.push(await remindOfExpiries(addDays(end, -days)));
	expect(counts.map((count) => Math.min(1, count))).toEqual([0, 1, 0, 1, 1, 0]);
	expect(await db().certificateReminder.count({ where: { certificateId: certificate.id } })).toBe(3);
});

test("a seat is used up with its result: in a continuous window another is booked, of use when the rules allow", async () => {
	const { owner, member } = await createExamPartner();
	const continuous = await openWindow("junior", { closesInMs: null });
	const { sittingId } = await begin(member.scope, continuous);
	expect(await bookSeat(owner.scope, { windowId: continuous, userId: member.user.id })).toMatchObject({
		reason: "SIT_HAS_OPEN_SITTING",
	});
	must(await handIn(member.scope, { sittingId, deviceKey: KEY_A }));
	expect(await findOwnSitting(member.scope, sittingId)).toMatchObject({ state: "FAILED" });
	const shown = await listOpenWindows(owner.scope);
	expect(shown.find(({ id }) => id === continuous)?.bookedIds).toEqual([]);
	const { bookingId } = must(await bookSeat(owner.scope, { windowId: continuous, userId: member.user.id }));
	expect(await beginSitting(member.scope, { bookingId, deviceKey: KEY_A })).toMatchObject({
		reason: expect.stringMatching(/^SIT_/),
	});
	expect(await bookSeat(owner.scope, { windowId: continuous, userId: member.user.id })).toMatchObject({
		reason: "BOOKED_ALREADY",
	});
});
