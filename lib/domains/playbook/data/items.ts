import "server-only";
import { brandsOf } from "@/lib/domains/playbook/data/brands";
import type { ItemEvent, ItemRow, TextEvidence } from "@/lib/domains/playbook/types/items";
import { db, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Scope } from "@/lib/platform/session/scope";

const ITEM = Prisma.sql`
	SELECT i.id, i.brand_id AS "brandId", i.key, i.template_version AS "templateVersion", i.step::int, i.owner::text,
	       i.is_required AS "isRequired", i.evidence_kind::text AS "evidenceKind", i.due_on::text AS "dueOn",
	       i.assignee_id AS "assigneeId", u.name AS "assigneeName", i.state::text, i.version, i.is_retired AS "isRetired",
	       i.moved_by_name AS "movedByName", i.moved_at AS "movedAt",
	       (SELECT count(*) FROM stored_files f
	         WHERE f.purpose = 'PLAYBOOK' AND f.subject_id = i.id AND f.removed_at IS NULL)::int
	       + (SELECT count(*) FROM playbook_evidences e WHERE e.item_id = i.id AND e.removed_at IS NULL)::int AS "evidenceCount",
	       (SELECT count(*) FROM playbook_events e WHERE e.item_id = i.id AND e.kind = 'COMMENT')::int AS "commentCount"
	  FROM playbook_items i JOIN brands b ON b.id = i.brand_id LEFT JOIN users u ON u.id = i.assignee_id`;

export type FoundItem = ItemRow & { readonly brandId: string };

/** The items of a brand in the playbook's order; those a newer template dropped stand at the end of their step. */
export function listItems(scope: Scope, brandId: string): Promise<FoundItem[]> {
	return db().$queryRaw<FoundItem[]>`${ITEM}
		WHERE i.brand_id = ${brandId} AND ${brandsOf(scope)} ORDER BY i.step, i.is_retired, i.position, i.key`;
}

/** Null for an item of a brand that does not exist for the scope. */
export async function findItem(scope: Scope, itemId: string, tx: Tx = db()): Promise<FoundItem | null> {
	const [found] = await tx.$queryRaw<FoundItem[]>`${ITEM} WHERE i.id = ${itemId} AND ${brandsOf(scope)}`;
	return found ?? null;
}

export function listEvents(_scope: Scope, item: FoundItem): Promise<ItemEvent[]> {
	return db().playbookEvent.findMany({
		where: { itemId: item.id },
		orderBy: [{ at: "desc" }, { id: "desc" }],
		take: 100,
		select: { id: true, kind: true, byName: true, side: true, text: true, at: true },
	});
}

export function listTextEvidence(_scope: Scope, item: FoundItem): Promise<TextEvidence[]> {
	return db().playbookEvidence.findMany({
		where: { itemId: item.id, removedAt: null },
		orderBy: [{ addedAt: "asc" }, { id: "asc" }],
		select: { id: true, kind: true, text: true, addedByName: true, side: true, addedAt: true },
	});
}

/** Whether every required item of a step is done, by brand and step: one half of what closes a step (domain.md §3.7). */
export async function readRequiredItemsDone(
	brandIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, boolean>>> {
	const rows = await db().$queryRaw<{ brandId: string; step: number; done: boolean }[]>`
		SELECT brand_id AS "brandId", n AS step, done[n] >= required[n] AS done FROM playbook_item_sums, generate_series(1, 5) n
		 WHERE brand_id = ANY(${[...brandIds]}) AND required[n] > 0`;
	const found = new Map<string, Map<number, boolean>>();
	for (const { brandId, step, done } of rows) {
		const steps = found.get(brandId) ?? new Map<number, boolean>();
		found.set(brandId, steps.set(step, done));
	}
	return found;
}
