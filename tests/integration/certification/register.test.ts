import { beforeEach, describe, expect, it } from "vitest";
import { readCertifiedHeads } from "@/lib/domains/certification/data/heads";
import { countCertificates, listCertificates } from "@/lib/domains/certification/data/list";
import { registerCertificate, revokeCertificate } from "@/lib/domains/certification/mutations/register";
import { certificateQuerySchema, registerCertificateSchema } from "@/lib/domains/certification/schema";
import { db } from "@/lib/platform/db/client";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { createMember } from "@/tests/factories/identity";
import { at } from "@/tests/factories/partnership";
import { createPartner } from "@/tests/factories/tiers";

const now = at("2026-06-20");
const given = {
	holderName: "林青",
	level: "senior",
	number: "CERT-1",
	issuedOn: "2026-06-20",
	expiresOn: "2028-06-20",
} as const;

const headsOn = async (partnerId: string, day: string) =>
	(await inRawTransaction((client) => readCertifiedHeads(client, day))).get(partnerId) ?? null;

async function reviewer(): Promise<PlatformScope> {
	return (await createMember({ role: "ops_reviewer" })).scope;
}

beforeEach(async () => {
	await pool().query("TRUNCATE certificates, partners, organisations CASCADE");
});

describe("a certificate", () => {
	it("counts from its day until its end, found by credit code, name or id, with its audit row", async () => {
		const scope = await reviewer();
		const partner = await createPartner({ name: "顺风电商" });
		for (const [i, text] of [partner.uscc.toLowerCase(), partner.name, partner.id].entries()) {
			const outcome = await registerCertificate(scope, {
				...given,
				partner: text,
				number: `CERT-${i}`,
				holderName: `林青${i}`,
				now,
			});
			expect(outcome).toMatchObject({ ok: true });
		}
		expect(await headsOn(partner.id, "2026-06-19")).toBeNull();
		expect(await headsOn(partner.id, "2026-06-20")).toMatchObject({ senior: 3 });
		expect(await headsOn(partner.id, "2028-06-19")).toMatchObject({ senior: 3 });
		expect(await headsOn(partner.id, "2028-06-20")).toBeNull();
		expect(await db().auditEntry.count({ where: { action: "certificate.register" } })).toBe(3);
	});

	it("is refused with a number that stands already, a partner nobody knows or that left, and a day to come", async () => {
		const scope = await reviewer();
		const partner = await createPartner({ name: "顺风电商" });
		const gone = await createPartner({ name: "已退出", status: "EXITED" });
		await createPartner({ name: "同名" });
		await createPartner({ name: "同名" });
		const register = (values: Partial<Parameters<typeof registerCertificate>[1]>) =>
			registerCertificate(scope, { ...given, partner: partner.id, now, ...values });
		expect(await register({})).toMatchObject({ ok: true });
		const twice = await Promise.all([register({ number: "CERT-9" }), register({ number: "CERT-9" })]);
		expect(twice.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
		expect(await register({})).toMatchObject({
			reason: "CERTIFICATE_NUMBER_TAKEN",
			fieldErrors: { number: "CERTIFICATE_NUMBER_TAKEN" },
		});
		for (const text of ["没有这家", gone.name, gone.id, "同名"])
			expect(await register({ partner: text, number: text })).toMatchObject({ reason: "PARTNER_UNKNOWN" });
		expect(await register({ number: "CERT-2", issuedOn: "2026-06-21" })).toMatchObject({
			reason: "ISSUED_IN_FUTURE",
		});
		expect(await db().certificate.count()).toBe(2);
	});

	it("is taken back once, with a reason; the days before keep it", async () => {
		const scope = await reviewer();
		const partner = await createPartner();
		const made = await registerCertificate(scope, { ...given, partner: partner.id, now });
		if (!made.ok) throw new Error(made.reason);
		const revoke = () =>
			revokeCertificate(scope, {
				certificateId: made.certificateId,
				reason: "代考",
				now: at("2026-07-01"),
			});
		const owner = await createMember({ role: "partner_owner", organisationId: partner.organisationId });
		const answers = await Promise.all([revoke(), revoke()]);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		expect(await revoke()).toMatchObject({ reason: "CERTIFICATE_REVOKED_ALREADY" });
		const told = await db().notification.findMany({ where: { kind: "certificateRevoked" } });
		expect(told).toMatchObject([{ userId: owner.user.id, params: { number: "CERT-1", reason: "代考" } }]);
		expect(await headsOn(partner.id, "2026-06-30")).toMatchObject({ senior: 1 });
		expect(await headsOn(partner.id, "2026-07-01")).toBeNull();
		expect(await db().auditEntry.count({ where: { action: "certificate.revoke", reason: "代考" } })).toBe(1);
		await expect(
			revokeCertificate(scope, { certificateId: "crt_missing", reason: "x", now }),
		).rejects.toThrow("NOT_FOUND");
	});

	it("counts for the person: two of one name are two, a paper of a colleague's name is that colleague's", async () => {
		const scope = await reviewer();
		const partner = await createPartner();
		const earn = (number: string, userId: string, level: "junior" | "intermediate" | "senior") =>
			db().certificate.create({
				data: {
					id: newId("crt"),
					number,
					partnerId: partner.id,
					holderName: given.holderName,
					level,
					issuedOn: at("2026-01-01"),
					expiresOn: at("2028-01-01"),
					userId,
				},
			});
		await earn("E-1", "usr_a", "junior");
		await earn("E-2", "usr_a", "intermediate");
		expect(await headsOn(partner.id, "2026-06-20")).toEqual({ junior: 0, intermediate: 1, senior: 0 });
		await earn("E-3", "usr_b", "junior");
		expect(await headsOn(partner.id, "2026-06-20")).toEqual({ junior: 1, intermediate: 1, senior: 0 });
		expect(await registerCertificate(scope, { ...given, partner: partner.id, now })).toMatchObject({
			ok: true,
		});
		expect(await headsOn(partner.id, "2026-06-20")).toEqual({ junior: 0, intermediate: 1, senior: 1 });
	});

	it("is registered by operations and nobody else", async () => {
		const partner = await createPartner();
		for (const role of ["auditor", "admin"] as const) {
			const { scope } = await createMember({ role });
			expect(() => registerCertificate(scope, { ...given, partner: partner.id, now })).toThrow("FORBIDDEN");
		}
	});

	it("stands in the list it belongs to", async () => {
		const scope = await reviewer();
		const partner = await createPartner({ name: "顺风电商" });
		for (const [number, expiresOn] of [
			["A", "2026-06-20"],
			["B", "2026-06-21"],
			["C", "2026-09-18"],
			["D", "2026-09-19"],
		] as const)
			await registerCertificate(scope, {
				...given,
				issuedOn: "2025-01-01",
				number,
				expiresOn,
				partner: partner.id,
				now,
			});
		const list = async (query: object) =>
			(await listCertificates(scope, certificateQuerySchema.parse(query), "2026-06-20")).rows.map(
				(row) => row.number,
			);
		expect(await list({})).toEqual(["B", "C", "D"]);
		expect(await list({ tab: "expiring" })).toEqual(["B", "C"]);
		expect(await list({ tab: "ended" })).toEqual(["A"]);
		expect(await list({ q: "顺风" })).toEqual(["B", "C", "D"]);
		expect(await list({ q: "C" })).toEqual(["C"]);
		expect(await list({ q: "100%" })).toEqual([]);
		expect(await countCertificates(scope, "2026-06-20")).toEqual({ valid: 3, expiring: 2, ended: 1 });
	});
});

it("a certificate must end after it began", () => {
	const parse = (expiresOn: string) =>
		registerCertificateSchema.safeParse({ ...given, partner: "x", expiresOn }).error?.issues[0]?.message;
	expect(parse("2026-06-21")).toBeUndefined();
	expect(parse("2026-06-20")).toBe("EXPIRES_BEFORE_ISSUE");
	expect(parse("soon")).toBe("DAY_INVALID");
});
