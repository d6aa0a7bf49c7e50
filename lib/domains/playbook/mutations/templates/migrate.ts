import "server-only";
import { migrationJob } from "@/lib/domains/playbook/constants/template-desk";
import { findBrand } from "@/lib/domains/playbook/data/brands";
import { listHeldItems } from "@/lib/domains/playbook/data/template-desk";
import { readCurrentVersion, readTemplate } from "@/lib/domains/playbook/data/templates";
import { itemValues } from "@/lib/domains/playbook/mutations/start-playbook";
import { tellPeople } from "@/lib/domains/playbook/mutations/tell";
import { planMigration } from "@/lib/domains/playbook/rules/templates/plan-migration";
import type { MigrationPlan } from "@/lib/domains/playbook/types/template-desk";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { enqueueJob } from "@/lib/platform/jobs/queue";
import { isGranted, openScope, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

/**
 * Asks for the chosen brands to be moved to the newest version. Each is moved by a job in a transaction of its own, so that
 * nobody waits for hundreds. TEMPLATE_NOT_NEWEST where another version was published meanwhile.
 */
export function askForMigration(
	scope: PlatformScope,
	{ to, brandIds }: { to: number; brandIds: readonly string[] },
): Promise<Outcome<{ count: number }>> {
	return inOutcomeTransaction(async (tx) => {
		if (to !== (await readCurrentVersion(tx))) return refuse("TEMPLATE_NOT_NEWEST");
		const found = await tx.brand.findMany({
			where: { id: { in: [...brandIds] }, playbookVersion: { lt: to } },
			select: { id: true },
		});
		if (found.length === 0) return refuse("TEMPLATE_NOBODY_BEHIND");
		const ids = found.map(({ id }) => id);
		const by = { userId: scope.userId, organisationId: scope.organisationId };
		await enqueueJob(tx, migrationJob, { to, brandIds: ids, by }, { key: newId("mig") });
		await recordAudit(tx, {
			...{ actor: actorOf(scope), action: "playbook-template.migrate" },
			...{ subjectType: "playbook-template", subjectId: String(to) },
			after: { brands: ids },
		});
		return { ok: true, count: ids.length };
	});
}

/** Moves a running playbook to another version; false where it is there already or was never begun. Doing it twice does nothing. */
export function migrateBrand(
	scope: PlatformScope,
	{ brandId, to, now }: { brandId: string; to: number; now: Date },
): Promise<Outcome<{ isMoved: boolean }>> {
	return inOutcomeTransaction(async (tx): Promise<Outcome<{ isMoved: boolean }>> => {
		await tx.$queryRaw`SELECT FROM brands WHERE id = ${brandId} FOR NO KEY UPDATE`;
		const brand = await findBrand(scope, brandId, tx);
		const { playbookVersion: version, playbookFrom: start } = brand;
		if (version === null || start === null || version >= to) return { ok: true, isMoved: false };
		const held = (await listHeldItems([brandId], tx, true)).get(brandId) ?? [];
		const [from, wanted] = [await readTemplate(version, tx), await readTemplate(to, tx)];
		const plan = planMigration({ items: held, from, to: wanted, start, today: businessDayOf(now) });
		await tx.brand.update({ where: { id: brandId }, data: { playbookVersion: to } });
		await writePlan(tx, { brandId, to }, plan);
		await noteMigration(tx, scope, { brandId, to, now }, plan);
		const counts = { added: plan.added.length, retired: plan.retired.length };
		await recordAudit(tx, {
			...{ actor: actorOf(scope), action: "playbook.migrate" },
			...{ subjectType: "brand", subjectId: brandId, organisationId: brand.organisationId },
			before: { version },
			after: { version: to, ...counts, changed: plan.kept.filter(({ isChanged }) => isChanged).length },
		});
		await tellPeople(
			tx,
			brand,
			{ kind: "playbookMigrated", key: `${brandId}:${to}`, params: { version: to, ...counts } },
			({ side }) => side !== "PLATFORM",
		);
		return { ok: true, isMoved: true };
	});
}

/** What is retired keeps the version that has its words; a page that shows an item as it stays may still act on it. */
async function writePlan(
	tx: Tx,
	{ brandId, to }: { brandId: string; to: number },
	plan: MigrationPlan,
): Promise<void> {
	const rows = plan.kept.map(({ id, item, position, dueOn, isMoved }) => ({
		...{ id, position, dueOn, step: item.step, owner: item.owner },
		...{ required: item.isRequired, evidence: item.evidence, moved: isMoved },
	}));
	await tx.$executeRaw`
		UPDATE playbook_items i SET step = x.step, position = x.position, owner = x.owner::playbook_side, is_required = x.required,
		       evidence_kind = x.evidence::playbook_evidence_kind, due_on = x."dueOn"::date, is_retired = false,
		       template_version = ${to},
		       version = i.version + CASE WHEN x.moved THEN 1 ELSE 0 END
		  FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
		       AS x(id text, position smallint, "dueOn" text, step smallint, owner text, required boolean, evidence text, moved boolean)
		 WHERE i.id = x.id`;
	await tx.playbookItem.updateMany({
		where: { id: { in: plan.retired.map(({ id }) => id) } },
		data: { isRetired: true, version: { increment: 1 } },
	});
	await tx.playbookItem.createMany({
		data: plan.added.map(({ item, position, dueOn }) => itemValues(brandId, to, item, { position, dueOn })),
	});
}

async function noteMigration(
	tx: Tx,
	scope: PlatformScope,
	{ brandId, to, now }: { brandId: string; to: number; now: Date },
	plan: MigrationPlan,
): Promise<void> {
	const note = (kind: "MIGRATE" | "RETIRE") => (item: { id: string }) => ({
		...{ id: newId("pbe"), itemId: item.id, kind, key: `${kind}:${brandId}:${to}:${item.id}`, at: now },
		...{ byId: scope.userId, byName: scope.userName, side: "PLATFORM" as const },
		...{ organisationId: scope.organisationId, text: String(to) },
	});
	await tx.playbookEvent.createMany({
		data: [
			...plan.kept.filter(({ isMoved }) => isMoved).map(note("MIGRATE")),
			...plan.retired.map(note("RETIRE")),
		],
	});
}

/** The job: brand by brand, each whole or not at all, for as long as whoever asked may still ask. */
export async function migrateBrands({
	to,
	brandIds,
	by,
}: {
	to: number;
	brandIds: readonly string[];
	by: { userId: string; organisationId: string };
}): Promise<void> {
	const scope = await openScope(by.userId, by.organisationId);
	if (!scope || !isGranted(scope, "playbook.template")) return;
	for (const brandId of brandIds) await migrateBrand(scope, { brandId, to, now: new Date() });
}
