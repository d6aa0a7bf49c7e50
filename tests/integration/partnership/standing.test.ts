import { describe, expect, test } from "vitest";
import { openProbation } from "@/lib/domains/partnership/mutations/open-probation";
import {
	openVerifications,
	remindOfVerifications,
} from "@/lib/domains/partnership/mutations/open-verifications";
import { closeProbation, reportProgress } from "@/lib/domains/partnership/mutations/work-probation";
import {
	decideVerification,
	submitVerification,
} from "@/lib/domains/partnership/mutations/work-verification";
import {
	type VerificationFacts,
	verificationFactsSchema,
} from "@/lib/domains/partnership/schema/verification";
import { db } from "@/lib/platform/db/client";
import { fictionalUscc } from "@/tests/factories/admission";
import { createMember } from "@/tests/factories/identity";
import { at, createLead, createOwnPartner, giveNotice, readPartner } from "@/tests/factories/partnership";

const plan = (partnerId: string, day = "2026-03-02") => ({
	partnerId,
	reason: "发货及时率低",
	deadline: "2026-05-01",
	items: [{ text: "回到 95%", dueOn: "2026-04-01" }],
	now: at(day),
});

describe("a probation", () => {
	test("warns, is reported on by its own partner, and ends in recovery", async () => {
		const lead = await createLead();
		const [own, other] = [await createOwnPartner(), await createOwnPartner()];
		const opened = await openProbation(lead, plan(own.partner.id));
		if (!opened.ok) throw new Error(opened.reason);
		expect(await openProbation(lead, plan(own.partner.id))).toMatchObject({
			reason: "PROBATION_ALREADY_OPEN",
		});
		const report = {
			probationId: opened.probationId,
			version: 1,
			itemId: "1",
			report: "已签约云仓",
			isDone: true,
			now: at("2026-03-20"),
		};
		await expect(reportProgress(other.scope, report)).rejects.toThrow("NOT_FOUND");
		await expect(reportProgress(own.scope, { ...report, itemId: "9" })).rejects.toThrow("NOT_FOUND");
		expect(await reportProgress(own.scope, report)).toMatchObject({ ok: true, version: 2 });
		expect(await reportProgress(own.scope, report)).toMatchObject({ reason: "STALE_VERSION" });
		const close = {
			probationId: opened.probationId,
			version: 2,
			outcome: "RECOVERED",
			note: "达标",
			now: at("2026-04-20"),
		} as const;
		expect(await closeProbation(lead, close)).toMatchObject({ ok: true });
		expect(await closeProbation(lead, close)).toMatchObject({ reason: "PROBATION_CLOSED" });
		const after = await readPartner(own.partner.id);
		expect(after.status).toBe("ACTIVE");
		expect(after.events.map(({ event }) => event)).toEqual(["warn", "recover"]);
		await expect(
			db().probation.update({ where: { id: opened.probationId }, data: { closingNote: "x" } }),
		).rejects.toThrow();
	});

	test("failed, leaves the partner on probation, where a new plan or a notice may follow", async () => {
		const lead = await createLead();
		const { partner } = await createOwnPartner();
		const opened = await openProbation(lead, plan(partner.id));
		if (!opened.ok) throw new Error(opened.reason);
		const fail = { probationId: opened.probationId, version: 1, outcome: "FAILED", note: "未达标" } as const;
		await closeProbation(lead, { ...fail, now: at("2026-05-02") });
		expect((await readPartner(partner.id)).status).toBe("PROBATION");
		expect(
			await openProbation(lead, { ...plan(partner.id, "2026-04-30"), deadline: "2026-04-30" }),
		).toMatchObject({
			reason: "DEADLINE_IN_PAST",
		});
		expect(await openProbation(lead, plan(partner.id))).toMatchObject({ ok: true });
		await giveNotice(lead, partner.id);
		expect(await openProbation(lead, plan(partner.id))).toMatchObject({ ok: false });
		expect((await readPartner(partner.id)).events.map(({ event }) => event)).toEqual(["warn", "give_notice"]);
	});
});

const facts = (change: Record<string, unknown> = {}): VerificationFacts =>
	verificationFactsSchema.parse({
		legalRepresentative: "陈一帆",
		registeredCapital: "500万",
		address: "杭州",
		staffCount: "１２",
		licenceExpiresOn: "2027-01-31",
		isLicencePermanent: false,
		facilityProofs: "",
		contractedStreamers: "",
		brandAuthorisations: "3",
		...change,
	});

async function createDue(day = "2026-03-02") {
	const own = await createOwnPartner();
	// The factory's made-up code is none a standard would pass.
	await db().partner.update({
		where: { id: own.partner.id },
		data: { nextVerificationOn: new Date(`${day}T00:00:00Z`), uscc: fictionalUscc() },
	});
	return own;
}

const verificationOf = (partnerId: string) => db().verification.findFirstOrThrow({ where: { partnerId } });
const count = (userId: string, kind: string) => db().notification.count({ where: { userId, kind } });

describe("a verification", () => {
	test("opens on its day and not before; twice is once; reminders come once a mark", async () => {
		const { partner, user } = await createDue();
		const countOpen = () => db().verification.count({ where: { partnerId: partner.id } });
		await openVerifications(at("2026-03-01", 23.9));
		expect(await countOpen()).toBe(0);
		await openVerifications(at("2026-03-02", 0));
		await openVerifications(at("2026-03-02", 9));
		expect(await countOpen()).toBe(1);
		expect((await verificationOf(partner.id)).dueOn.toISOString().slice(0, 10)).toBe("2026-03-17");
		const remind = async (day: string) => {
			await remindOfVerifications(at(day));
			await remindOfVerifications(at(day, 20));
			return [await count(user.id, "verificationReminder"), await count(user.id, "verificationOverdue")];
		};
		expect(await remind("2026-03-09")).toEqual([0, 0]);
		expect(await remind("2026-03-10")).toEqual([1, 0]);
		expect(await remind("2026-03-16")).toEqual([2, 0]);
		expect(await remind("2026-03-17")).toEqual([2, 0]);
		expect(await remind("2026-03-18")).toEqual([2, 1]);
		expect(await remind("2026-03-19")).toEqual([2, 1]);
		const mails = await db().mailMessage.count({ where: { recipient: user.email } });
		expect(mails).toBe(4);
		await db().partner.update({ where: { id: partner.id }, data: { nextVerificationOn: null } });
	});

	test("is sent by its own partner, judged by the standards in force, and moves the next day on", async () => {
		const { partner, scope } = await createDue();
		const other = await createOwnPartner();
		const { scope: reviewer } = await createMember({ role: "ops_reviewer" });
		await openVerifications(at("2026-03-02"));
		const { id } = await verificationOf(partner.id);
		const send = (form: VerificationFacts) =>
			({ verificationId: id, version: 1, form, isConfirmed: true, now: at("2026-03-05") }) as const;
		await expect(submitVerification(other.scope, send(facts()))).rejects.toThrow("NOT_FOUND");
		expect(
			await decideVerification(reviewer, {
				verificationId: id,
				version: 1,
				decision: "PASSED",
				note: "",
				now: at("2026-03-05"),
			}),
		).toMatchObject({ reason: "VERIFICATION_NOT_SUBMITTED" });
		expect(await submitVerification(scope, send(facts()))).toMatchObject({ ok: true });
		expect(await submitVerification(scope, send(facts()))).toMatchObject({
			reason: "VERIFICATION_SUBMITTED",
		});
		const pass = {
			verificationId: id,
			version: 2,
			decision: "PASSED",
			note: "",
			now: at("2026-03-06"),
		} as const;
		expect(await decideVerification(reviewer, pass)).toMatchObject({ ok: true });
		expect(await decideVerification(reviewer, pass)).toMatchObject({ reason: "VERIFICATION_CLOSED" });
		const after = await readPartner(partner.id);
		expect(after.nextVerificationOn?.toISOString().slice(0, 10)).toBe("2026-09-06");
		expect(after.licenceExpiresOn?.toISOString().slice(0, 10)).toBe("2027-01-31");
	});

	test("what does not hold cannot pass: too few people, or a licence of yesterday; of today it may", async () => {
		const { scope: reviewer } = await createMember({ role: "ops_reviewer" });
		const judge = async (change: Record<string, unknown>) => {
			const { partner, scope } = await createDue();
			await openVerifications(at("2026-03-02"));
			const { id } = await verificationOf(partner.id);
			await submitVerification(scope, {
				verificationId: id,
				version: 1,
				form: facts(change),
				isConfirmed: true,
				now: at("2026-03-05"),
			});
			const decision = { verificationId: id, version: 2, note: "不符", now: at("2026-03-06") };
			const passed = await decideVerification(reviewer, { ...decision, decision: "PASSED" });
			if (!passed.ok) await decideVerification(reviewer, { ...decision, decision: "FAILED" });
			const { nextVerificationOn } = await readPartner(partner.id);
			return [passed.ok ? "PASSED" : passed.reason, nextVerificationOn?.toISOString().slice(0, 10)];
		};
		expect(await judge({ staffCount: "9" })).toEqual(["VERIFICATION_NOT_MET", "2026-05-05"]);
		expect(await judge({ licenceExpiresOn: "2026-03-05" })).toEqual(["VERIFICATION_NOT_MET", "2026-05-05"]);
		expect(await judge({ licenceExpiresOn: "2026-03-06" })).toEqual(["PASSED", "2026-09-06"]);
		expect(await judge({ licenceExpiresOn: "", isLicencePermanent: true })).toEqual(["PASSED", "2026-09-06"]);
	});
});
