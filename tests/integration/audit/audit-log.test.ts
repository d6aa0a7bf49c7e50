import { expect, test } from "vitest";
import { listAuditEntries } from "@/lib/domains/audit/data";
import { auditFilterSchema } from "@/lib/domains/audit/schema";
import { actorOf, systemActor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, inTransaction } from "@/lib/platform/db/client";
import { createMember } from "@/tests/factories/identity";

const filter = (values: object = {}) => auditFilterSchema.parse(values);

test("who did what to what, before and after, filtered and paged", async () => {
	const auditor = await createMember({ role: "auditor" });
	const owner = await createMember({ role: "partner_owner" });
	await inTransaction(async (tx) => {
		for (let index = 0; index < 53; index++) {
			const subjectId = `sub_${index}`;
			await recordAudit(tx, {
				actor: actorOf(owner.scope),
				action: "shop.bind",
				subjectType: "shop",
				subjectId,
			});
		}
		await recordAudit(tx, {
			actor: systemActor("cli:evaluate"),
			action: "evaluation.finalise",
			subjectType: "run",
			subjectId: "run_1",
			before: { status: "DRAFT" },
			after: { status: "FINAL" },
			reason: "公示期满",
		});
	});
	const first = await listAuditEntries(auditor.scope, filter({ action: "shop." }));
	const second = await listAuditEntries(auditor.scope, filter({ action: "shop.", after: first.next }));
	expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 3, null]);
	expect(first.entries[0]).toMatchObject({
		actorEmail: owner.user.email,
		organisationName: "测试机构",
		subjectId: "sub_52",
		address: "203.0.113.7",
	});
	const [run] = (await listAuditEntries(auditor.scope, filter({ actor: "CLI:" }))).entries;
	expect(run).toMatchObject({ before: { status: "DRAFT" }, after: { status: "FINAL" }, reason: "公示期满" });
	expect(
		(await listAuditEntries(auditor.scope, filter({ subject: "run_1", to: "2020-01-01" }))).entries,
	).toEqual([]);
});

test("the log refuses to be changed, and a rolled-back change leaves no entry", async () => {
	const owner = await createMember({ role: "partner_owner" });
	const record = { actor: actorOf(owner.scope), action: "test.once", subjectType: "test", subjectId: "t_1" };
	await inTransaction((tx) => recordAudit(tx, record));
	await expect(db().auditEntry.updateMany({ data: { reason: "x" } })).rejects.toThrow();
	await expect(db().auditEntry.deleteMany()).rejects.toThrow();
	const failing = inTransaction(async (tx) => {
		await recordAudit(tx, { ...record, subjectId: "t_2" });
		throw new Error("no");
	});
	await expect(failing).rejects.toThrow("no");
	expect(await db().auditEntry.count({ where: { subjectId: "t_2" } })).toBe(0);
});
