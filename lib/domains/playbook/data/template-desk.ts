import "server-only";
import { templateFormSchema } from "@/lib/domains/playbook/schema/templates";
import type { TemplateItem } from "@/lib/domains/playbook/types/template";
import type { HeldItem, TemplateForm, TemplateVersion } from "@/lib/domains/playbook/types/template-desk";
import { db, type Tx } from "@/lib/platform/db/client";
import { findOpenDraft, type OpenDraft } from "@/lib/platform/policies/drafts";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/** Every version of the template, newest first, and how many brands work by each. */
export async function listTemplateVersions(tx: Tx = db()): Promise<TemplateVersion[]> {
	const rows = await tx.playbookTemplate.findMany({
		orderBy: { version: "desc" },
		include: { _count: { select: { brands: true } } },
	});
	const people = await tx.user.findMany({
		where: { id: { in: rows.flatMap(({ publishedById }) => publishedById ?? []) } },
		select: { id: true, name: true },
	});
	return rows.map(({ version, document, publishedAt, publishedById, _count }) => ({
		...{ version, publishedAt, brands: _count.brands, items: document as unknown as TemplateItem[] },
		publishedBy: people.find(({ id }) => id === publishedById)?.name ?? null,
	}));
}

export type TemplateDraft = Omit<OpenDraft, "document" | "proposal"> & { form: TemplateForm };

/** The open draft of the template as it was left. */
export async function findTemplateDraft(client: Tx = db()): Promise<TemplateDraft | null> {
	const draft = await findOpenDraft("playbook", client);
	if (!draft) return null;
	const { document, proposal: _proposal, ...head } = draft;
	return { ...head, form: templateFormSchema.parse(document) };
}

export type BehindBrand = { id: string; name: string; version: number; from: Day };

/** Brands whose playbook runs by an older version than `to`, by name: how many, and those of a page, counted from 1. */
export async function listBrandsBehind(
	_scope: PlatformScope,
	to: number,
	{ page, size }: { page: number; size: number },
): Promise<{ total: number; page: number; brands: BehindBrand[] }> {
	const total = await db().brand.count({ where: { playbookVersion: { lt: to } } });
	const shown = Math.min(page, Math.max(1, Math.ceil(total / size)));
	const brands = await db().$queryRaw<BehindBrand[]>`
		SELECT id, name, playbook_version AS version, playbook_from::text AS "from" FROM brands
		 WHERE playbook_version < ${to} ORDER BY name, id LIMIT ${size} OFFSET ${(shown - 1) * size}`;
	return { total, page: shown, brands };
}

const HELD = `SELECT i.brand_id AS "brandId", i.id, i.key, i.state::text, i.is_retired AS "isRetired", i.due_on::text AS "dueOn",
	       EXISTS (SELECT FROM playbook_events e WHERE e.item_id = i.id AND e.kind NOT IN ('START', 'ASSIGN', 'MIGRATE', 'RETIRE'))
	         AS "isWorkedOn"
	  FROM playbook_items i WHERE i.brand_id = ANY($1::text[]) ORDER BY i.id`;

/** What each of some brands has of its items; with `lock`, held against whoever would move one meanwhile. */
export async function listHeldItems(
	brandIds: readonly string[],
	client: Tx = db(),
	lock = false,
): Promise<Map<string, HeldItem[]>> {
	const rows = await client.$queryRawUnsafe<(HeldItem & { brandId: string })[]>(
		lock ? `${HELD} FOR NO KEY UPDATE OF i` : HELD,
		[...brandIds],
	);
	return Map.groupBy(rows, ({ brandId }) => brandId);
}
