import { expect, test } from "vitest";
import { listUsers } from "@/lib/domains/identity/data/users";
import { createAdministrator, createUserWithRole } from "@/lib/domains/identity/mutations/accounts";
import { hashPassword } from "@/lib/domains/identity/mutations/passwords";
import { signIn } from "@/lib/domains/identity/mutations/sign-in";
import { userFilterSchema } from "@/lib/domains/identity/schema";
import { db, inTransaction } from "@/lib/platform/db/client";
import { rememberLocale } from "@/lib/platform/preferences/remember-locale";
import { createMember, createOrganisation, createUser } from "@/tests/factories/identity";

const password = "Gale7-ridge-over-lake";

test("administrators added at once share one platform organisation and can sign in", async () => {
	const values = { name: "管理员", password };
	const outcomes = await Promise.all(
		["A@ops.test", "b@ops.test", "c@ops.test"].map((email) => createAdministrator({ ...values, email })),
	);
	expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
	expect(await db().organisation.count({ where: { kind: "PLATFORM" } })).toBe(1);
	expect((await signIn({ email: "a@ops.test", password, address: null, userAgent: null })).ok).toBe(true);
	const taken = await createAdministrator({ ...values, email: "a@ops.test" });
	expect(taken).toEqual({ ok: false, reason: "EMAIL_TAKEN" });
	const weak = await createAdministrator({ ...values, email: "d@ops.test", password: "password123" });
	expect(weak).toEqual({ ok: false, reason: "PASSWORD_TOO_COMMON" });
	expect(await db().mailMessage.count()).toBe(0);
});

test("a role that the organisation cannot give is refused", async () => {
	const brand = await createOrganisation({ kind: "BRAND" });
	const passwordHash = await hashPassword(password);
	const values = { email: "x@brand.test", name: "甲", passwordHash, organisationId: brand.id };
	const wrong = await inTransaction((tx) => createUserWithRole(tx, { ...values, role: "partner_owner" }));
	expect(wrong).toEqual({ ok: false, reason: "ROLE_DOES_NOT_FIT" });
	const right = await inTransaction((tx) => createUserWithRole(tx, { ...values, role: "brand_manager" }));
	expect(right.ok).toBe(true);
});

test("the list of users is searched and paged by key", async () => {
	const admin = await createMember({ role: "admin" });
	for (let index = 0; index < 53; index++) await createUser({ name: `风_${index}` });
	await createUser({ name: "风", status: "DEACTIVATED", email: "100%@users.test" });
	const filter = (values: object) => userFilterSchema.parse(values);

	const first = await listUsers(admin.scope, filter({ q: "风_" }));
	expect([first.total, first.users.length]).toEqual([53, 50]);
	const second = await listUsers(admin.scope, filter({ q: "风_", after: first.next }));
	expect([second.users.length, second.next]).toEqual([3, null]);
	expect(new Set([...first.users, ...second.users].map((user) => user.id)).size).toBe(53);
	expect((await listUsers(admin.scope, filter({ q: "100%@" }))).total).toBe(1);
	expect((await listUsers(admin.scope, filter({ status: "DEACTIVATED" }))).total).toBe(1);
});

test("the language a person chooses is remembered for their mail", async () => {
	const [one, other] = [await createUser(), await createUser()];
	await rememberLocale(one.id, "en");
	const locales = await db().user.findMany({
		where: { id: { in: [one.id, other.id] } },
		orderBy: { id: "asc" },
	});
	expect(locales.map((user) => user.locale)).toEqual(["en", "zh-CN"]);
});
