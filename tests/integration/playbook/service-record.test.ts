import { beforeAll, expect, test } from "vitest";
import { listServedBrands } from "@/lib/domains/playbook/data/brands";
import { listServiceRecord } from "@/lib/domains/playbook/data/service-record";
import { inviteBrand } from "@/lib/domains/playbook/mutations/create-brand";
import { moveItem } from "@/lib/domains/playbook/mutations/move-item";
import type { ItemMove } from "@/lib/domains/playbook/types/template";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import type { BrandScope, PartnerScope, Scope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf } from "@/lib/platform/time";
import { createMember } from "@/tests/factories/identity";
import { createOwnPartner } from "@/tests/factories/partnership";

const now = new Date();
const today = businessDayOf(now);
let brandId: string;
let manager: BrandScope;
let ours: Awaited<ReturnType<typeof createOwnPartner>>;
let theirs: Awaited<ReturnType<typeof createOwnPartner>>;
let colleague: PartnerScope;

async function bind(code: string, partnerId: string, from: string, to: string | null) {
	const shop = await db().shop.create({ data: { code, brandId } });
	const { trackCode } = await db().partnerTrack.findFirstOrThrow({ where: { partnerId } });
	await db().shopBinding.create({
		data: {
			...{ id: newId("bnd"), shopId: shop.id, partnerId, trackCode, status: "CONFIRMED" },
			...{ fromDay: new Date(from), toDay: to ? new Date(to) : null },
		},
	});
}

let seconds = 0;
/** Every move a second after the one before. */
async function move(scope: Scope, key: string, what: ItemMove) {
	const { id, version } = await db().playbookItem.findFirstOrThrow({ where: { brandId, key } });
	seconds += 1;
	const at = new Date(now.getTime() + seconds * 1000);
	const moved = await moveItem(scope, { itemId: id, version, move: what, key: newId("key"), now: at });
	if (!moved.ok) throw new Error(moved.reason);
}

beforeAll(async () => {
	const { scope: lead } = await createMember({ role: "ops_lead" });
	const created = await inviteBrand(lead, {
		...{ name: "听潮", kind: "WELL_KNOWN", category: "海味", email: "first@brand.test", managerId: "" },
		...{ shops: [], now },
	});
	if (!created.ok) throw new Error(created.reason);
	brandId = created.brandId;
	const { organisationId } = await db().brand.findUniqueOrThrow({ where: { id: brandId } });
	manager = (await createMember({ role: "brand_manager", organisationId })).scope;
	[ours, theirs] = [await createOwnPartner(), await createOwnPartner()];
	colleague = (await createMember({ role: "partner_member", organisationId: ours.scope.organisationId }))
		.scope;
	await bind("REC-1", ours.partner.id, addDays(today, -30), null);
	await bind("REC-2", theirs.partner.id, addDays(today, -10), null);
});

test("a record holds the organisation's own work, that of people who left too, and nobody else's at the same brand", async () => {
	const open = await db().playbookItem.findMany({
		where: { brandId, owner: "PARTNER", evidenceKind: "NONE" },
		orderBy: { position: "asc" },
	});
	const optional = await db().playbookItem.findMany({
		where: { brandId, owner: { not: "PLATFORM" }, id: { notIn: open.map(({ id }) => id) } },
		orderBy: { position: "asc" },
	});
	const [first, second, third, fourth] = [...open, ...optional].map(({ key }) => key);
	if (!first || !second || !third || !fourth) throw new Error("the template has too few items");
	await db().playbookItem.updateMany({ where: { brandId }, data: { isRequired: false } });
	await db().playbookItem.updateMany({
		where: { brandId, key: second },
		data: { dueOn: new Date(addDays(today, -1)) },
	});
	await move(colleague, first, "PROPOSE");
	await move(manager, first, "RETURN");
	await move(ours.scope, first, "PROPOSE");
	await move(manager, first, "COMPLETE");
	await move(colleague, second, "PROPOSE");
	await move(manager, second, "COMPLETE");
	await move(theirs.scope, third, "PROPOSE");
	await move(manager, third, "RETURN");
	await move(ours.scope, fourth, "PROPOSE");
	await db().membership.deleteMany({ where: { userId: colleague.userId } });

	expect(await listServiceRecord(ours.scope, today)).toEqual([
		{
			...{ brandId, name: "听潮", category: "海味", from: addDays(today, -30), to: null, closed: [] },
			...{ handedIn: 4, accepted: 2, sentBack: 1, waiting: 1, done: 2, onTime: 1 },
		},
	]);
	expect(await listServiceRecord(theirs.scope, today)).toMatchObject([
		{ handedIn: 1, accepted: 0, sentBack: 1, waiting: 0, done: 0, onTime: 0 },
	]);
	expect(await listServiceRecord((await createOwnPartner()).scope, today)).toEqual([]);
	expect(await listServedBrands(ours.scope, today)).toMatchObject([
		{ accepted: 2, proposed: 1, returned: 0 },
	]);
	expect(await listServedBrands(theirs.scope, today)).toMatchObject([
		{ accepted: 0, proposed: 0, returned: 1 },
	]);

	await move(manager, first, "REOPEN");
	expect(await listServiceRecord(ours.scope, today)).toMatchObject([{ accepted: 2, done: 1, onTime: 0 }]);
	await move(manager, first, "COMPLETE");
	expect(await listServiceRecord(ours.scope, today)).toMatchObject([{ accepted: 2, done: 1, onTime: 0 }]);
});

test("a step counts where it closed on a day of the service: its first day and its last one, not the day after", async () => {
	const past = await createOwnPartner();
	await bind("REC-3", past.partner.id, "2026-03-10", "2026-03-20");
	await pool().query(
		`INSERT INTO playbook_steps (brand_id, step, state, since, below_days, judged_day)
		 SELECT $1, n, CASE n WHEN 2 THEN 'REOPENED' ELSE 'CLOSED' END::playbook_step_state, '2026-03-19', 0, '2026-04-01'
		   FROM generate_series(1, 4) n`,
		[brandId],
	);
	await pool().query(
		`INSERT INTO playbook_step_changes (brand_id, step, day, from_state, to_state, reason, missing)
		 SELECT $1, step, day, 'OPEN', 'CLOSED', 'CRITERIA_AND_ITEMS', '{}'
		   FROM (VALUES (1, '2026-03-10'::date), (2, '2026-03-19'), (3, '2026-03-20'), (4, '2026-03-09')) AS v (step, day)`,
		[brandId],
	);
	expect(await listServiceRecord(past.scope, today)).toMatchObject([
		{
			...{ from: "2026-03-10", to: "2026-03-20", handedIn: 0 },
			closed: [
				{ step: 1, day: "2026-03-10", isReopened: false },
				{ step: 2, day: "2026-03-19", isReopened: true },
			],
		},
	]);
});
