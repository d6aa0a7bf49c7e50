import { afterAll, beforeEach, expect, test } from "vitest";
import { db, inTransaction } from "@/lib/platform/db/client";
import { provideEnv } from "@/lib/platform/env/env";
import { findMail, listMails } from "@/lib/platform/mail/data";
import { deliverDueMail, mostAttempts } from "@/lib/platform/mail/deliver";
import { enqueueMail } from "@/lib/platform/mail/outbox";
import { createMember } from "@/tests/factories/identity";
import { startSmtpServer } from "./smtp-server";

const server = await startSmtpServer();
afterAll(() => server.close());

beforeEach(async () => {
	await db().mailMessage.deleteMany();
	server.messages.length = 0;
	server.refuse = false;
	provideEnv({ SMTP_URL: server.url });
});

function enqueue(key: string, text = "Hello\nhttp://localhost:3000/confirm-email?token=abc_DEF-1") {
	return inTransaction((tx) =>
		enqueueMail(tx, { key, recipient: "lin@partner.test", subject: `主题 ${key}`, text }),
	);
}

const makeDue = () => db().mailMessage.updateMany({ data: { nextAttemptAt: new Date(Date.now() - 1_000) } });

test("without a mail server the messages are kept, and the administrator reads them", async () => {
	provideEnv({ SMTP_URL: "" });
	await enqueue("a");
	expect(await deliverDueMail()).toBe(1);
	const admin = await createMember({ role: "admin" });
	const { mails, total } = await listMails(admin.scope, { q: "LIN@" });
	expect([total, mails[0]?.status]).toEqual([1, "KEPT"]);
	expect((await findMail(admin.scope, mails[0]?.id ?? ""))?.text).toContain("token=abc_DEF-1");
});

test("with a mail server they leave once, under a stable id, and our copy loses the link's token", async () => {
	await enqueue("a");
	await enqueue("a");
	expect(await deliverDueMail()).toBe(1);
	expect(await deliverDueMail()).toBe(0);
	const mail = await db().mailMessage.findFirstOrThrow();
	expect(server.messages).toHaveLength(1);
	expect(server.messages[0]).toContain(`Message-ID: <${mail.id}@localhost>`);
	expect(mail).toMatchObject({ status: "SENT", attempts: 1, lastError: null });
	expect(mail.text).toContain("token=…");
	expect(mail.text).not.toContain("abc_DEF-1");
});

test("workers at the same time do not send twice", async () => {
	await Promise.all(Array.from({ length: 12 }, (_, index) => enqueue(`m${index}`)));
	const counts = await Promise.all([1, 2, 3, 4].map(() => deliverDueMail()));
	expect(counts.reduce((sum, count) => sum + count)).toBe(12);
	expect(server.messages).toHaveLength(12);
});

test("a refused message waits longer each time and is given up after the eighth attempt", async () => {
	server.refuse = true;
	await enqueue("a");
	const waits: number[] = [];
	for (let attempt = 1; attempt <= mostAttempts; attempt++) {
		await makeDue();
		const started = Date.now();
		expect(await deliverDueMail(1)).toBe(1);
		const mail = await db().mailMessage.findFirstOrThrow();
		waits.push(Math.round((mail.nextAttemptAt.getTime() - started) / 60_000));
		expect(mail.status).toBe(attempt < mostAttempts ? "PENDING" : "FAILED");
		expect(mail.lastError).toContain("451");
	}
	expect(waits.slice(0, -1)).toEqual([1, 2, 4, 8, 16, 32, 64]);
	await makeDue();
	expect(await deliverDueMail()).toBe(0);
});

test("a message that failed for a while still arrives", async () => {
	server.refuse = true;
	await enqueue("a");
	await deliverDueMail();
	server.refuse = false;
	expect(await deliverDueMail()).toBe(0);
	await makeDue();
	expect(await deliverDueMail()).toBe(1);
	expect(server.messages).toHaveLength(1);
});

test("the text of what the server delivers is not for the administrator", async () => {
	server.refuse = true;
	await enqueue("a");
	await deliverDueMail();
	const admin = await createMember({ role: "admin" });
	const { mails } = await listMails(admin.scope, { q: "", status: "PENDING" });
	expect((await findMail(admin.scope, mails[0]?.id ?? ""))?.text).toBeNull();
});

test("a rolled-back change sends nothing", async () => {
	const change = inTransaction(async (tx) => {
		await enqueueMail(tx, { key: "never", recipient: "x@y.test", subject: "s", text: "t" });
		throw new Error("the change failed");
	});
	await expect(change).rejects.toThrow("the change failed");
	expect(await deliverDueMail()).toBe(0);
});

test("the list is paged by key", async () => {
	const admin = await createMember({ role: "admin" });
	for (let index = 0; index < 51; index++) await enqueue(`p${index}`);
	const first = await listMails(admin.scope, { q: "" });
	const second = await listMails(admin.scope, { q: "", after: first.next ?? "" });
	expect([first.mails.length, second.mails.length, first.total, second.next]).toEqual([50, 1, 51, null]);
});
