import { beforeEach, describe, expect, test } from "vitest";
import { bindShop } from "@/lib/domains/gmv/mutations/bindings";
import { answerExit } from "@/lib/domains/partnership/mutations/answer-exit";
import { cancelNotice } from "@/lib/domains/partnership/mutations/cancel-notice";
import { decideExit } from "@/lib/domains/partnership/mutations/decide-exit";
import { lapseWindows } from "@/lib/domains/partnership/mutations/lapse-windows";
import { requestExit, takeBackExit } from "@/lib/domains/partnership/mutations/leave";
import { openExit } from "@/lib/domains/partnership/mutations/open-exit";
import { refundDeposit } from "@/lib/domains/partnership/mutations/refund-deposit";
import { db } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";
import { importText, orderFile, orderLine, readPartnerNet, readPlatformTotal } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import {
	appeal,
	at,
	createLead,
	createOwnPartner,
	giveDeposit,
	giveNotice,
	readPartner,
} from "@/tests/factories/partnership";

beforeEach(emptyGmv);

const confirm = (caseId: string, version: number, effectiveOn: string, day = effectiveOn) =>
	({ caseId, version, decision: "CONFIRMED", effectiveOn, reason: "证据确凿", now: at(day) }) as const;
const dismiss = (caseId: string, version: number, day: string) =>
	({ caseId, version, decision: "DISMISSED", effectiveOn: "", reason: "申诉成立", now: at(day) }) as const;

describe("a notice", () => {
	test("stands with its window, its number, the partner's status and its news", async () => {
		const lead = await createLead();
		const { partner, user } = await createOwnPartner();
		const { caseId, number } = await giveNotice(lead, partner.id);
		expect(number).toMatch(/^EX-2026-\d{6}$/);
		const row = await db().exitCase.findUniqueOrThrow({ where: { id: caseId } });
		expect(row.replyBy.toISOString()).toBe("2026-03-17T00:00:00.000Z");
		const after = await readPartner(partner.id);
		expect(after.status).toBe("EXIT_NOTICE");
		expect(after.events).toMatchObject([{ event: "give_notice", fromStatus: "ACTIVE", note: number }]);
		expect(await db().auditEntry.count({ where: { subjectId: caseId, action: "exit.open" } })).toBe(1);
		expect(await db().notification.count({ where: { userId: user.id, kind: "exitNotice" } })).toBe(1);
		expect(await db().mailMessage.count({ where: { recipient: user.email } })).toBe(1);
	});

	test("is refused while another case is open, and to those who declared a conflict", async () => {
		const lead = await createLead();
		const { partner } = await createOwnPartner();
		await giveNotice(lead, partner.id);
		const second = { partnerId: partner.id, kind: "RED_LINE", reasonCodes: ["DISPUTE_RATE"] } as const;
		expect(
			await openExit(lead, {
				...second,
				reasonCodes: [...second.reasonCodes],
				statement: "x",
				now: at("2026-03-03"),
			}),
		).toMatchObject({ ok: false, reason: "EXIT_ALREADY_OPEN" });
		const other = await createOwnPartner();
		await db().conflictOfInterest.create({
			data: {
				id: newId("coi"),
				userId: lead.userId,
				organisationId: other.partner.organisationId,
				reason: "亲属",
			},
		});
		await expect(giveNotice(lead, other.partner.id)).rejects.toThrow("CONFLICT_OF_INTEREST");
		await expect(giveNotice(lead, "prt_missing")).rejects.toThrow("NOT_FOUND");
	});

	test("is answered through 24:00 of the last day and not a minute later; once; by its own partner", async () => {
		const lead = await createLead();
		const [late, last, other] = [
			await createOwnPartner(),
			await createOwnPartner(),
			await createOwnPartner(),
		];
		const first = await giveNotice(lead, late.partner.id);
		const second = await giveNotice(lead, last.partner.id);
		const words = { version: 1, answer: "ACCEPT", reply: "同意" } as const;
		const end = at("2026-03-18", 0);
		expect(await answerExit(late.scope, { ...words, caseId: first.caseId, now: end })).toMatchObject({
			reason: "REPLY_WINDOW_OVER",
		});
		await expect(
			answerExit(other.scope, { ...words, caseId: second.caseId, now: at("2026-03-05") }),
		).rejects.toThrow("NOT_FOUND");
		const minuteBefore = new Date(end.getTime() - 60_000);
		// A Tuesday: three working days later is the Friday.
		expect(
			await answerExit(last.scope, { ...words, caseId: second.caseId, now: minuteBefore }),
		).toMatchObject({
			ok: true,
			decideBy: "2026-03-20",
		});
		expect(
			await answerExit(last.scope, { ...words, version: 2, caseId: second.caseId, now: minuteBefore }),
		).toMatchObject({ reason: "ALREADY_REPLIED" });
	});

	test("a member who is no owner cannot answer for the company", async () => {
		const lead = await createLead();
		const { partner } = await createOwnPartner();
		const { caseId } = await giveNotice(lead, partner.id);
		const { scope } = await createMember({
			role: "partner_member",
			organisationId: partner.organisationId,
		});
		expect(() =>
			answerExit(scope, { caseId, version: 1, answer: "ACCEPT", reply: "好", now: at("2026-03-03") }),
		).toThrow("FORBIDDEN");
	});

	test("unanswered, lapses the day after its window, once, due as from the last day", async () => {
		const lead = await createLead();
		const { partner, user } = await createOwnPartner();
		const { caseId } = await giveNotice(lead, partner.id);
		await lapseWindows(at("2026-03-17", 23.9));
		expect(await db().exitCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
			state: "NOTICE",
		});
		await lapseWindows(at("2026-03-18", 0.2));
		await lapseWindows(at("2026-03-19"));
		const row = await db().exitCase.findUniqueOrThrow({ where: { id: caseId } });
		expect(row).toMatchObject({ state: "REPLIED", version: 2 });
		expect(row.decideBy?.toISOString().slice(0, 10)).toBe("2026-03-20");
		expect(await db().notification.count({ where: { userId: user.id, kind: "exitWindowOver" } })).toBe(1);
	});

	test("is taken back only by the lead who gave it", async () => {
		const [lead, other] = [await createLead(), await createLead()];
		const { partner } = await createOwnPartner("PROBATION");
		const { caseId } = await giveNotice(lead, partner.id);
		const target = { caseId, version: 1, reason: "误发" };
		expect(await cancelNotice(other, target)).toMatchObject({ reason: "CANCEL_BY_OPENER" });
		expect(await cancelNotice(lead, target)).toMatchObject({ ok: true });
		expect((await readPartner(partner.id)).status).toBe("PROBATION");
	});
});

describe("the decision", () => {
	test("is not the opener's, not before the answer or the window's end, and not of the conflicted", async () => {
		const [lead, judge, bound] = [await createLead(), await createLead(), await createLead()];
		const { partner } = await createOwnPartner();
		const { caseId } = await giveNotice(lead, partner.id);
		expect(await decideExit(judge, confirm(caseId, 1, "2026-03-17"))).toMatchObject({
			reason: "REPLY_WINDOW_OPEN",
		});
		expect(await decideExit(lead, confirm(caseId, 1, "2026-03-18"))).toMatchObject({
			reason: "DECIDED_BY_SOMEBODY_ELSE",
		});
		await db().conflictOfInterest.create({
			data: {
				id: newId("coi"),
				userId: bound.userId,
				organisationId: partner.organisationId,
				reason: "股东",
			},
		});
		expect(await decideExit(bound, confirm(caseId, 1, "2026-03-18"))).toMatchObject({
			reason: "CONFLICT_OF_INTEREST",
		});
		expect(await decideExit(judge, confirm(caseId, 1, "2026-03-17", "2026-03-18"))).toMatchObject({
			reason: "EFFECTIVE_TOO_EARLY",
		});
		expect(await decideExit(judge, confirm(caseId, 1, "2026-03-18"))).toMatchObject({ ok: true });
	});

	test("the database refuses the opener, the conflicted, a refusal of a wish, and any change afterwards", async () => {
		const [lead, judge] = [await createLead(), await createLead()];
		const { partner, scope } = await createOwnPartner();
		const { caseId } = await giveNotice(lead, partner.id);
		const decided = { state: "DISMISSED", decidedAt: new Date(), decisionReason: "x" } as const;
		const update = (id: string, data: object) => db().exitCase.update({ where: { id }, data });
		await expect(update(caseId, { ...decided, decidedById: lead.userId })).rejects.toThrow(
			/decided_by_somebody_else/,
		);
		await appeal(scope, caseId);
		await decideExit(judge, dismiss(caseId, 2, "2026-03-11"));
		await expect(update(caseId, { decisionReason: "y" })).rejects.toThrow();
		const asked = await requestExit(scope, { wishedOn: "2026-04-01", reason: "转型", now: at("2026-03-12") });
		if (!asked.ok) throw new Error(asked.reason);
		await expect(update(asked.caseId, { ...decided, decidedById: judge.userId })).rejects.toThrow(
			/voluntary_not_refused/,
		);
		const notice = await db().publicNotice.count({ where: { subjectId: caseId } });
		expect(notice).toBe(0);
	});

	test("dismissed, the partner has its former status back", async () => {
		const [lead, judge] = [await createLead(), await createLead()];
		const { partner, scope, user } = await createOwnPartner("PROBATION");
		const { caseId } = await giveNotice(lead, partner.id);
		await appeal(scope, caseId);
		expect(await decideExit(judge, dismiss(caseId, 2, "2026-03-11"))).toMatchObject({ ok: true });
		const after = await readPartner(partner.id);
		expect(after).toMatchObject({ status: "PROBATION", exitedOn: null, benefitsFrozenFrom: null });
		expect(after.events.map((event) => event.event)).toEqual(["give_notice", "return_to_probation"]);
		expect(await db().notification.count({ where: { userId: user.id, kind: "exitDismissed" } })).toBe(1);
		expect(
			await db().notification.count({ where: { userId: lead.userId, kind: "exitDecidedForOpener" } }),
		).toBe(1);
	});

	test("ten at once: one wins, nine are told by whom and when; one audit row, one notice, one life event", async () => {
		const lead = await createLead();
		const judges = await Promise.all(Array.from({ length: 10 }, createLead));
		const { partner, scope } = await createOwnPartner();
		const { caseId } = await giveNotice(lead, partner.id);
		await appeal(scope, caseId);
		const outcomes = await Promise.all(
			judges.map((judge, n) =>
				decideExit(judge, n % 2 ? dismiss(caseId, 2, "2026-03-11") : confirm(caseId, 2, "2026-03-11")),
			),
		);
		expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
		const lost = outcomes.filter((outcome) => !outcome.ok);
		for (const outcome of lost) {
			expect(outcome).toMatchObject({
				reason: "ALREADY_DECIDED",
				params: { by: "王小风", at: at("2026-03-11").toISOString() },
			});
		}
		const row = await db().exitCase.findUniqueOrThrow({ where: { id: caseId } });
		const audits = await db().auditEntry.count({
			where: { subjectId: caseId, action: { in: ["exit.confirm", "exit.dismiss"] } },
		});
		expect(audits).toBe(1);
		expect(await db().publicNotice.count({ where: { subjectId: caseId } })).toBe(
			row.state === "CONFIRMED" ? 1 : 0,
		);
		expect((await readPartner(partner.id)).events).toHaveLength(2);
	});
});

describe("a confirmed exit", () => {
	test("ends the bindings on its day, keeps what came before, and the totals add up", async () => {
		const [lead, judge] = [await createLead(), await createLead()];
		const { partner, scope } = await createOwnPartner();
		await importText(
			orderFile([
				orderLine({ line: 1, at: "2026-03-09 12:00:00", amount: "100.00" }),
				orderLine({ line: 2, at: "2026-03-14 23:59:59", amount: "20.00" }),
				orderLine({ line: 3, at: "2026-03-15 00:00:00", amount: "3.00" }),
				orderLine({ line: 4, at: "2026-03-20 12:00:00", amount: "7.00", shop: "S-2" }),
			]),
		);
		const bind = (shopCode: string, fromDay: string) =>
			bindShop(lead, {
				partnerId: partner.id,
				shopCode,
				trackCode: "brand_operation",
				fromDay,
				reason: "补登",
			});
		await bind("S-1", "2026-03-01");
		await bind("S-2", "2026-03-16");
		expect(await readPartnerNet(partner.id)).toBe(13_000n);
		const before = await readPlatformTotal();
		const { caseId, number } = await giveNotice(lead, partner.id);
		await appeal(scope, caseId);
		const decided = await decideExit(judge, confirm(caseId, 2, "2026-03-15", "2026-03-11"));
		expect(decided).toMatchObject({ ok: true });
		expect(await readPartnerNet(partner.id)).toBe(12_000n);
		expect(await readPlatformTotal()).toMatchObject({ paid: before.paid, unattributed: 1_000n });
		const bindings = await db().shopBinding.findMany({
			where: { partnerId: partner.id },
			orderBy: { fromDay: "asc" },
		});
		expect(bindings[0]?.toDay?.toISOString().slice(0, 10)).toBe("2026-03-15");
		expect(bindings[1]?.status).toBe("DECLINED");
		const after = await readPartner(partner.id);
		expect(after.status).toBe("EXITED");
		expect(after.exitedOn?.toISOString().slice(0, 10)).toBe("2026-03-15");
		expect(after.benefitsFrozenFrom?.toISOString().slice(0, 10)).toBe("2026-03-11");
		const notice = await db().publicNotice.findUniqueOrThrow({ where: { subjectId: caseId } });
		expect(notice.params).toEqual({
			number,
			company: "测试服务商",
			kind: "RED_LINE",
			reasonCodes: ["FABRICATED_TRADES"],
			effectiveOn: "2026-03-15",
		});
		expect(
			await bindShop(lead, {
				partnerId: partner.id,
				shopCode: "S-1",
				trackCode: "brand_operation",
				fromDay: "2026-03-20",
				reason: "x",
			}),
		).toMatchObject({ reason: "PARTNER_EXITED" });
	});

	test("its deposit is settled once: refund and deduction make up the amount", async () => {
		const [lead, judge] = [await createLead(), await createLead()];
		const { partner, scope } = await createOwnPartner();
		const deposit = await giveDeposit(partner);
		const refund = {
			depositId: deposit.id,
			version: 1,
			deduction: 100_000n,
			deductionReason: "消费者赔付",
			deductionRule: "合作协议第四条",
			refundedOn: "2026-03-15",
			reference: "TX-9",
			now: at("2026-03-15"),
		};
		await expect(refundDeposit(lead, refund)).rejects.toThrow("NOT_FOUND");
		const { caseId } = await giveNotice(lead, partner.id);
		await appeal(scope, caseId);
		await decideExit(judge, confirm(caseId, 2, "2026-03-15", "2026-03-11"));
		expect(await refundDeposit(lead, { ...refund, refundedOn: "2026-03-14" })).toMatchObject({
			reason: "REFUND_DAY",
		});
		expect(await refundDeposit(lead, { ...refund, refundedOn: "2026-03-16" })).toMatchObject({
			reason: "REFUND_DAY",
		});
		expect(await refundDeposit(lead, { ...refund, deduction: 5_000_001n })).toMatchObject({
			reason: "DEDUCTION_TOO_MUCH",
		});
		expect(await refundDeposit(lead, refund)).toMatchObject({ ok: true, refundFen: 4_900_000n });
		expect(await refundDeposit(lead, refund)).toMatchObject({ reason: "ALREADY_REFUNDED" });
	});
});

describe("a voluntary exit", () => {
	test("is confirmed for a day between the wish and thirty days after asking, never refused", async () => {
		const judge = await createLead();
		const { partner, scope } = await createOwnPartner();
		const ask = (wishedOn: string) => requestExit(scope, { wishedOn, reason: "转型", now: at("2026-03-02") });
		expect(await ask("2026-03-01")).toMatchObject({ reason: "WISH_IN_PAST" });
		const asked = await ask("2026-03-20");
		if (!asked.ok) throw new Error(asked.reason);
		const { caseId } = asked;
		expect(await decideExit(judge, dismiss(caseId, 1, "2026-03-03"))).toMatchObject({
			reason: "VOLUNTARY_NOT_REFUSED",
		});
		expect(await decideExit(judge, confirm(caseId, 1, "2026-03-19", "2026-03-03"))).toMatchObject({
			reason: "EFFECTIVE_TOO_EARLY",
		});
		expect(await decideExit(judge, confirm(caseId, 1, "2026-04-02", "2026-03-03"))).toMatchObject({
			reason: "EFFECTIVE_TOO_LATE",
		});
		expect(await decideExit(judge, confirm(caseId, 1, "2026-04-01", "2026-03-03"))).toMatchObject({
			ok: true,
		});
		expect((await readPartner(partner.id)).status).toBe("EXITED");
	});

	test("is taken back before its decision, by its own partner, and not after", async () => {
		const judge = await createLead();
		const [own, other] = [await createOwnPartner("PROBATION"), await createOwnPartner()];
		const ask = () =>
			requestExit(own.scope, { wishedOn: "2026-03-02", reason: "转型", now: at("2026-03-02") });
		const first = await ask();
		if (!first.ok) throw new Error(first.reason);
		await expect(takeBackExit(other.scope, { caseId: first.caseId, version: 1 })).rejects.toThrow(
			"NOT_FOUND",
		);
		expect(await takeBackExit(own.scope, { caseId: first.caseId, version: 1 })).toMatchObject({ ok: true });
		expect((await readPartner(own.partner.id)).status).toBe("PROBATION");
		expect(await decideExit(judge, confirm(first.caseId, 2, "2026-03-02"))).toMatchObject({
			reason: "EXIT_TAKEN_BACK",
		});
		const second = await ask();
		if (!second.ok) throw new Error(second.reason);
		await decideExit(judge, confirm(second.caseId, 1, "2026-03-02"));
		expect(await takeBackExit(own.scope, { caseId: second.caseId, version: 2 })).toMatchObject({
			reason: "EXIT_CLOSED",
		});
	});
});
