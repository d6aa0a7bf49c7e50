import { afterAll, beforeAll, expect, test } from "vitest";
import { findItem, listItems } from "@/lib/domains/playbook/data/items";
import {
	findTemplateDraft,
	listBrandsBehind,
	listTemplateVersions,
} from "@/lib/domains/playbook/data/template-desk";
import { jobs } from "@/lib/domains/playbook/jobs";
import { inviteBrand } from "@/lib/domains/playbook/mutations/create-brand";
import { commentItem } from "@/lib/domains/playbook/mutations/evidence";
import { moveItem } from "@/lib/domains/playbook/mutations/move-item";
import { startPlaybooks } from "@/lib/domains/playbook/mutations/portfolio";
import {
	beginTemplateDraft,
	discardTemplateDraft,
	saveTemplateDraft,
} from "@/lib/domains/playbook/mutations/templates/drafts";
import {
	askForMigration,
	migrateBrand,
	migrateBrands,
} from "@/lib/domains/playbook/mutations/templates/migrate";
import { publishTemplate } from "@/lib/domains/playbook/mutations/templates/publish";
import type { TemplateForm, TemplateItemForm } from "@/lib/domains/playbook/types/template-desk";
import { can, roles } from "@/lib/platform/access/permissions";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { installJobs } from "@/lib/platform/jobs/install";
import { closeJobQueue } from "@/lib/platform/jobs/queue";
import type { PlatformScope, Scope } from "@/lib/platform/session/scope";
import { createMember } from "@/tests/factories/identity";

const now = new Date();
let lead: PlatformScope;
let other: PlatformScope;
let manager: Scope;
let brandId: string;

beforeAll(async () => {
	await installJobs(jobs);
	lead = (await createMember({ role: "ops_lead" })).scope;
	other = (await createMember({ role: "ops_lead" })).scope;
	brandId = await makeBrand("听风");
	const brand = await db().brand.findUniqueOrThrow({ where: { id: brandId } });
	manager = (await createMember({ role: "brand_manager", organisationId: brand.organisationId })).scope;
});
afterAll(closeJobQueue);

async function makeBrand(name: string): Promise<string> {
	const made = await inviteBrand(lead, {
		...{ name, kind: "NEW_CONSUMPTION", category: "茶饮", email: `${name}@brand.test` },
		...{ managerId: other.userId, shops: [], now },
	});
	if (!made.ok) throw new Error(made.reason);
	const { id } = await db().brand.findFirstOrThrow({ where: { name } });
	await startPlaybooks(lead, { brandIds: [id], now });
	return id;
}

const change = (form: TemplateForm, key: string, over: Partial<TemplateItemForm>): TemplateForm => {
	const item = form.items[key];
	if (!item) throw new Error(key);
	return { items: { ...form.items, [key]: { ...item, ...over } } };
};
const itemOf = async (key: string) => {
	const found = (await listItems(lead, brandId)).find((one) => one.key === key);
	if (!found) throw new Error(key);
	return found;
};
const complete = (id: string, version: number, key: string, by: Scope = manager) =>
	moveItem(by, { itemId: id, version, move: "COMPLETE", key, now });

test("only leads draft, publish and migrate", () => {
	expect(roles.filter((role) => can(role, "playbook.template"))).toEqual(["ops_lead"]);
});

test("a draft is one, is saved against its version, and only a complete one is published, once", async () => {
	const begun = await beginTemplateDraft(lead);
	const again = await beginTemplateDraft(other);
	if (!begun.ok || !again.ok) throw new Error("no draft");
	expect(again).toMatchObject({ draftId: begun.draftId, isNew: false });
	const { draftId } = begun;
	const draft = await findTemplateDraft();
	if (!draft) throw new Error("no draft");
	expect(await publishTemplate(lead, { draftId, version: 1 })).toMatchObject({ reason: "NOTHING_CHANGED" });

	const bare = change(draft.form, "sample-stock", { titleEn: "" });
	expect(await saveTemplateDraft(lead, { draftId, version: 1, form: bare })).toEqual({
		ok: true,
		version: 2,
	});
	expect(await saveTemplateDraft(other, { draftId, version: 1, form: draft.form })).toMatchObject({
		reason: "STALE_VERSION",
	});
	expect(await saveTemplateDraft(lead, { draftId, version: 2, form: { items: 7 } })).toMatchObject({
		reason: "INPUT_INVALID",
	});
	expect(await publishTemplate(lead, { draftId, version: 2 })).toMatchObject({
		...{ reason: "DRAFT_INCOMPLETE", params: { count: 1 } },
	});

	const blank = draft.form.items["sample-stock"];
	if (!blank) throw new Error("no item");
	const next: TemplateForm = {
		items: {
			...draft.form.items,
			"sample-stock": { ...blank, isRetired: true },
			"price-check": { ...(draft.form.items["price-check"] ?? blank), isRetired: true },
			"commission-plan": { ...(draft.form.items["commission-plan"] ?? blank), isRetired: true },
			"product-pages": { ...(draft.form.items["product-pages"] ?? blank), titleEn: "Product pages, anew" },
			"x-new": { ...blank, titleZh: "备赠品", titleEn: "Prepare gifts", dueAfterDays: "40", position: 99 },
		},
	};
	expect(await saveTemplateDraft(lead, { draftId, version: 2, form: next })).toMatchObject({ version: 3 });
	const both = await Promise.all([
		publishTemplate(lead, { draftId, version: 3 }),
		publishTemplate(other, { draftId, version: 3 }),
	]);
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "DRAFT_PUBLISHED", params: { version: 2 } });
	expect((await listTemplateVersions()).map(({ version, brands }) => [version, brands])).toEqual([
		[2, 0],
		[1, 1],
	]);
	await expect(
		pool().query("UPDATE playbook_templates SET document = '[]' WHERE version = 2"),
	).rejects.toThrow(/never change/);
	expect(
		await db().auditEntry.count({ where: { action: "playbook-template.publish", subjectId: "2" } }),
	).toBe(1);
	expect(await discardTemplateDraft(lead, { draftId, version: 3 })).toMatchObject({
		reason: "DRAFT_PUBLISHED",
	});
});

test("a running brand is moved: what was done stays, an open page is told, and twice is once", async () => {
	const [done, worked, untouched] = [
		await itemOf("sample-stock"),
		await itemOf("price-check"),
		await itemOf("commission-plan"),
	];
	const [stays, changed] = [await itemOf("live-compliance"), await itemOf("product-pages")];
	expect(await complete(done.id, done.version, "key-done-1")).toMatchObject({ ok: true });
	await commentItem(manager, { itemId: worked.id, text: "已经查了三款", key: "key-note-1", now });
	expect((await listBrandsBehind(lead, 2, { page: 1, size: 9 })).brands.map(({ id }) => id)).toEqual([
		brandId,
	]);
	expect(await askForMigration(lead, { to: 1, brandIds: [brandId] })).toMatchObject({
		reason: "TEMPLATE_NOT_NEWEST",
	});
	expect(await askForMigration(lead, { to: 2, brandIds: [brandId, "brd_none"] })).toEqual({
		ok: true,
		count: 1,
	});

	// Somebody completes an item in the very moment of the move: one of the two waits, and neither is lost.
	const [moved, completed] = await Promise.all([
		migrateBrand(lead, { brandId, to: 2, now }),
		complete(stays.id, stays.version, "key-race-1", lead),
	]);
	expect(moved).toEqual({ ok: true, isMoved: true });
	expect(completed).toMatchObject({ ok: true });
	const after = await itemOf(stays.key);
	expect(after).toMatchObject({ state: "DONE", version: stays.version + 1 });
	expect(after).toMatchObject({ templateVersion: 2, isRetired: false });
	// What the version changed is to be read first; what it left as it was may be ticked on a page from before.
	expect(await complete(changed.id, changed.version, "key-changed-1")).toMatchObject({
		...{ reason: "PLAYBOOK_MIGRATED", params: { version: 2 } },
	});

	expect(await itemOf("sample-stock")).toMatchObject({ state: "DONE", isRetired: true, templateVersion: 1 });
	expect(await itemOf("price-check")).toMatchObject({ state: "OPEN", isRetired: true, commentCount: 1 });
	expect(await itemOf("x-new")).toMatchObject({ state: "OPEN", step: 1, templateVersion: 2 });
	expect(await complete(untouched.id, untouched.version, "key-late-1")).toMatchObject({
		reason: "PLAYBOOK_ITEM_RETIRED",
	});
	const events = await db().playbookEvent.groupBy({
		by: ["kind"],
		where: { kind: { in: ["MIGRATE", "RETIRE"] } },
		_count: true,
	});
	expect(events.find(({ kind }) => kind === "RETIRE")?._count).toBe(3);
	expect(await db().notification.count({ where: { userId: manager.userId, kind: "playbookMigrated" } })).toBe(
		1,
	);

	expect(await migrateBrand(lead, { brandId, to: 2, now })).toEqual({ ok: true, isMoved: false });
	expect((await itemOf(stays.key)).version).toBe(after.version);
	expect(await askForMigration(lead, { to: 2, brandIds: [brandId] })).toMatchObject({
		reason: "TEMPLATE_NOBODY_BEHIND",
	});
	expect(await listBrandsBehind(lead, 2, { page: 4, size: 9 })).toEqual({ total: 0, page: 1, brands: [] });
});

test("the job moves each brand asked for, and nobody's who may not ask any more; new brands begin with the newest", async () => {
	const late = await makeBrand("新到");
	const isNew = await db().brand.findUniqueOrThrow({ where: { id: late } });
	expect(isNew.playbookVersion).toBe(2);
	await pool().query("UPDATE brands SET playbook_version = 1 WHERE id = $1", [late]);
	const reviewer = (await createMember({ role: "ops_reviewer" })).scope;
	const by = ({ userId, organisationId }: Scope) => ({ userId, organisationId });
	await migrateBrands({ to: 2, brandIds: [late], by: by(reviewer) });
	expect((await db().brand.findUniqueOrThrow({ where: { id: late } })).playbookVersion).toBe(1);
	const older = await makeBrand("更早");
	await pool().query("UPDATE brands SET playbook_version = 1 WHERE id = $1", [older]);
	const pages = await Promise.all([1, 2, 3].map((page) => listBrandsBehind(lead, 2, { page, size: 1 })));
	expect(pages.map(({ total, page, brands }) => [total, page, brands.map(({ name }) => name)])).toEqual([
		[2, 1, ["新到"]],
		[2, 2, ["更早"]],
		[2, 2, ["更早"]],
	]);
	await migrateBrands({ to: 2, brandIds: [late, brandId], by: by(lead) });
	expect((await db().brand.findUniqueOrThrow({ where: { id: late } })).playbookVersion).toBe(2);
});

test("a migrated item is as foreign to other brands as before", async () => {
	const stranger = (await createMember({ role: "brand_manager" })).scope;
	const item = await itemOf("x-new");
	expect(await findItem(stranger, item.id)).toBeNull();
	await expect(
		moveItem(stranger, { itemId: item.id, version: item.version, move: "COMPLETE", key: "key-foreign", now }),
	).rejects.toThrow("NOT_FOUND");
});
