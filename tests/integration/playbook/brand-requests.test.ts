import { expect, test } from "vitest";
import {
	findRequest,
	findRequestByToken,
	listOwnRequests,
	listRequests,
} from "@/lib/domains/playbook/data/brand-requests";
import { askForBrand, withdrawRequest } from "@/lib/domains/playbook/mutations/brand-requests/ask";
import { acceptRequest, refuseRequest } from "@/lib/domains/playbook/mutations/brand-requests/decide";
import { refuseRequestSchema } from "@/lib/domains/playbook/schema/brand-requests";
import { db } from "@/lib/platform/db/client";
import { createMember, createUser } from "@/tests/factories/identity";

const now = new Date("2026-11-20T04:00:00Z");
let count = 0;

async function ask(over: { name?: string; email?: string } = {}, userId: string | null = null) {
	count += 1;
	return askForBrand(
		{
			...{ name: over.name ?? `风铃茶${count}`, kind: "NEW_CONSUMPTION", category: "饮料", shops: [] },
			...{
				contactName: "陆知夏",
				email: over.email ?? `ask${count}@brand.example`,
				phone: "",
				locale: "zh-CN",
			},
			message: "想先试达人分销",
		},
		{ address: `203.0.113.${count}`, userId },
	);
}

async function open(over: Parameters<typeof ask>[0] = {}, userId: string | null = null) {
	const asked = await ask(over, userId);
	if (!asked.ok) throw new Error(asked.reason);
	const email = over?.email ?? `ask${count}@brand.example`;
	const { id } = await db().brandRequest.findFirstOrThrow({
		where: { email },
		orderBy: { createdAt: "desc" },
	});
	return { id, token: asked.token, email };
}

const mailsTo = async (recipient: string) =>
	(await db().mailMessage.findMany({ where: { recipient }, orderBy: { createdAt: "asc" } })).map(
		({ text }) => text,
	);

test("a brand has one open request, however its name is spaced and however many ask at once", async () => {
	const answers = await Promise.all(["流云集", " 流云 集", "流云集"].map((name) => ask({ name })));
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	expect(answers.filter((one) => !one.ok && one.reason === "BRAND_REQUEST_OPEN")).toHaveLength(2);
	const first = answers.find((one) => one.ok);
	if (!first?.ok) throw new Error("none");
	expect(await withdrawRequest(first.token, null, now)).toEqual({ ok: true });
	expect(await withdrawRequest(first.token, null, now)).toMatchObject({ reason: "BRAND_REQUEST_DECIDED" });
	expect(await withdrawRequest("nothing", null, now)).toMatchObject({ reason: "NOT_FOUND" });
	expect(await ask({ name: "流云集" })).toMatchObject({ ok: true });
});

test("an address asks three times in half an hour, not four", async () => {
	const email = "often@brand.example";
	for (const name of ["一", "二", "三"])
		expect(await ask({ name: `常来${name}`, email })).toMatchObject({ ok: true });
	expect(await ask({ name: "常来四", email })).toMatchObject({ reason: "TOO_MANY_ATTEMPTS" });
});

test("accepting opens the brand whole with its manager, once; what fails leaves the request open and no brand", async () => {
	const { scope: lead } = await createMember({ role: "ops_lead" });
	const user = await createUser();
	const { id, token, email } = await open({ name: "松风" }, user.id);
	const input = { requestId: id, managerId: lead.userId, shops: [] as string[], now };
	expect(await acceptRequest(lead, { ...input, shops: ["S-NONE"] })).toMatchObject({
		reason: "PLAYBOOK_SHOP_UNKNOWN",
	});
	expect(await acceptRequest(lead, { ...input, managerId: user.id })).toMatchObject({
		reason: "PLAYBOOK_MANAGER_UNFIT",
	});
	expect(await db().brand.count({ where: { name: "松风" } })).toBe(0);
	expect(await findRequestByToken(token)).toMatchObject({ state: "OPEN" });

	const answers = await Promise.all([acceptRequest(lead, input), acceptRequest(lead, input)]);
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "BRAND_REQUEST_DECIDED" });
	const brand = await db().brand.findFirstOrThrow({ where: { name: "松风" }, include: { items: true } });
	expect(brand).toMatchObject({ managerId: lead.userId, kind: "NEW_CONSUMPTION", playbookVersion: 1 });
	expect(brand.items.length).toBeGreaterThan(10);
	expect(await db().invitation.count({ where: { organisationId: brand.organisationId, email } })).toBe(1);
	expect((await mailsTo(email)).at(-1)).toContain("invitation");
	expect(await findRequest(lead, id)).toMatchObject({ state: "ACCEPTED", brandId: brand.id });
	expect(await db().notification.count({ where: { userId: user.id, kind: "brandRequestAccepted" } })).toBe(1);
	expect(await ask({ name: "松风" })).toMatchObject({ reason: "BRAND_REQUEST_HERE" });
});

test("a refusal carries its reasons to the requester and ends the request; it may be asked again", async () => {
	const { scope: lead } = await createMember({ role: "ops_lead" });
	const { id, token, email } = await open({ name: "晚晴" });
	const input = { requestId: id, reasonCodes: ["CATEGORY_CLOSED", "OTHER"] as const, reason: "十二月开放" };
	expect(refuseRequestSchema.safeParse({ ...input, reason: " " }).success).toBe(false);
	expect(refuseRequestSchema.safeParse({ ...input, reasonCodes: [] }).success).toBe(false);
	expect(await refuseRequest(lead, { ...input, now })).toEqual({ ok: true });
	expect(await refuseRequest(lead, { ...input, now })).toMatchObject({ reason: "BRAND_REQUEST_DECIDED" });
	expect((await mailsTo(email)).at(-1)).toMatch(/该类目暂未开放[\s\S]*十二月开放/);
	expect(await findRequestByToken(token)).toMatchObject({
		state: "REFUSED",
		reasonCodes: [...input.reasonCodes],
	});
	await expect(db().brandRequest.update({ where: { id }, data: { reason: "别的" } })).rejects.toThrow();
	expect(await ask({ name: "晚晴" })).toMatchObject({ ok: true });
});

test("people see what they asked for, and nobody else's; the platform sees all by state", async () => {
	const { scope: own } = await createMember({ role: "brand_manager" });
	const { scope: stranger } = await createMember({ role: "partner_owner" });
	const { scope: lead } = await createMember({ role: "ops_lead" });
	const { id } = await open({ name: "独一份" }, own.userId);
	expect(await listOwnRequests(own)).toMatchObject([{ name: "独一份", state: "OPEN" }]);
	expect(await listOwnRequests(stranger)).toEqual([]);
	const { rows, counts } = await listRequests(lead, { state: "OPEN", page: 1 });
	expect(rows.map((row) => row.id)).toContain(id);
	expect(counts.OPEN).toBe(rows.length);
	await expect(findRequest(lead, "brq_none")).rejects.toThrow("NOT_FOUND");
});
