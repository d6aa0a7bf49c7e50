import "server-only";
import { findBrand } from "@/lib/domains/playbook/data/brands";
import { findManager } from "@/lib/domains/playbook/mutations/create-brand";
import { startPlaybook } from "@/lib/domains/playbook/mutations/start-playbook";
import { tellPeople } from "@/lib/domains/playbook/mutations/tell";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";

type Bulk = { brandIds: readonly string[]; now: Date };
export type BulkDone = Outcome<{ count: number }>;

/** Tells the one who is in charge now and the one who was; who did it knows. */
async function tellManagers(
	tx: Tx,
	scope: PlatformScope,
	brand: BrandHead,
	manager: { id: string; name: string },
): Promise<void> {
	const about = { brand: brand.name, by: scope.userName };
	const draft = { href: routes.ops.brand(brand.id), key: newId("key") };
	const others = (id: string | null) => (id === null || id === scope.userId ? [] : [id]);
	await notifyUsers(tx, others(manager.id), {
		...{ href: draft.href, kind: "playbookManagerNow", params: about },
		key: `playbookManagerNow:${brand.id}:${draft.key}`,
	});
	await notifyUsers(tx, others(brand.managerId), {
		...{ href: draft.href, kind: "playbookManagerNoMore", params: { ...about, manager: manager.name } },
		key: `playbookManagerNoMore:${brand.id}:${draft.key}`,
	});
}

/** Puts somebody of the platform in charge of some brands; whoever comes and whoever goes is told. */
export function setManager(
	scope: PlatformScope,
	{ brandIds, managerId }: Omit<Bulk, "now"> & { managerId: string },
): Promise<BulkDone> {
	return inOutcomeTransaction(async (tx): Promise<BulkDone> => {
		const manager = await findManager(tx, managerId);
		if (!manager) return refuse("PLAYBOOK_MANAGER_UNFIT");
		let count = 0;
		for (const brandId of [...new Set(brandIds)].sort()) {
			await tx.$queryRaw`SELECT FROM brands WHERE id = ${brandId} FOR NO KEY UPDATE`;
			const brand = await findBrand(scope, brandId, tx);
			if (brand.managerId === managerId) continue;
			await tx.brand.update({ where: { id: brandId }, data: { managerId } });
			await tellManagers(tx, scope, brand, manager);
			await recordAudit(tx, {
				actor: actorOf(scope),
				action: "brand.manager",
				...{ subjectType: "brand", subjectId: brandId, organisationId: brand.organisationId },
				before: { managerId: brand.managerId },
				after: { managerId },
			});
			count++;
		}
		return { ok: true, count };
	});
}

/** Starts the playbook of those chosen that have none, from today on. */
export function startPlaybooks(scope: PlatformScope, { brandIds, now }: Bulk): Promise<BulkDone> {
	return inOutcomeTransaction(async (tx): Promise<BulkDone> => {
		let count = 0;
		for (const brandId of brandIds) {
			const brand = await findBrand(scope, brandId, tx);
			if (!(await startPlaybook(tx, brandId, businessDayOf(now)))) continue;
			await recordAudit(tx, {
				actor: actorOf(scope),
				action: "playbook.start",
				...{ subjectType: "brand", subjectId: brandId, organisationId: brand.organisationId },
			});
			count++;
		}
		return { ok: true, count };
	});
}

function readOverdue(tx: Tx, brandId: string, today: Day) {
	return tx.$queryRaw<{ id: string; owner: string; overdue: number }[]>`
		SELECT DISTINCT ON (owner) id, owner::text, (count(*) OVER (PARTITION BY owner))::int AS overdue
		  FROM playbook_items
		 WHERE brand_id = ${brandId} AND NOT is_retired AND state <> 'DONE' AND due_on < ${today}::date
		   AND owner <> 'PLATFORM' ORDER BY owner, due_on`;
}

/** Reminds those who owe overdue items, each of their oldest; once a day per brand whoever presses. */
export function nudgeBrands(scope: PlatformScope, { brandIds, now }: Bulk): Promise<BulkDone> {
	return inOutcomeTransaction(async (tx): Promise<BulkDone> => {
		const today = businessDayOf(now);
		let count = 0;
		for (const brandId of brandIds) {
			const brand = await findBrand(scope, brandId, tx);
			let told = 0;
			for (const { id, owner, overdue } of await readOverdue(tx, brandId, today)) {
				const news = {
					kind: "playbookNudged",
					key: `${brandId}:${today}`,
					params: { count: overdue },
					itemId: id,
				};
				told += await tellPeople(tx, brand, news, (person) => person.side === owner);
			}
			if (told === 0) continue;
			await recordAudit(tx, {
				actor: actorOf(scope),
				action: "playbook.nudge",
				...{ subjectType: "brand", subjectId: brandId, organisationId: brand.organisationId },
				after: { told },
			});
			count++;
		}
		return { ok: true, count };
	});
}
