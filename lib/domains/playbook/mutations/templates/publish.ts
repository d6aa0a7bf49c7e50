import "server-only";
import { findTemplateDraft, listTemplateVersions } from "@/lib/domains/playbook/data/template-desk";
import type { TemplateTarget } from "@/lib/domains/playbook/mutations/templates/drafts";
import { checkTemplate } from "@/lib/domains/playbook/rules/templates/check-template";
import { compareTemplates } from "@/lib/domains/playbook/rules/templates/compare-templates";
import { readTemplateForm } from "@/lib/domains/playbook/rules/templates/template-form";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { holdDraft } from "@/lib/platform/policies/drafts";
import { routes } from "@/lib/platform/routes/routes";
import type { PlatformScope } from "@/lib/platform/session/scope";

/**
 * Turns the draft into the next version: brands taken in from now on get it, running ones stay where they are until they are
 * migrated. Those in charge of running brands are told. Of two who publish at once one wins.
 */
export function publishTemplate(
	scope: PlatformScope,
	{ draftId, version }: TemplateTarget,
): Promise<Outcome<{ publishedVersion: number; told: number }>> {
	return inOutcomeTransaction(async (tx) => {
		const held = await holdDraft(tx, { kind: "playbook", draftId, version });
		if (!held.ok) return held;
		const draft = await findTemplateDraft(tx);
		if (!draft) return refuse("NOT_FOUND");
		const reading = readTemplateForm(draft.form);
		const faults = reading.ok ? checkTemplate(reading.items).length : Object.keys(reading.errors).length;
		if (!reading.ok || faults > 0) return refuse("DRAFT_INCOMPLETE", { params: { count: faults } });
		const [newest] = await listTemplateVersions(tx);
		if (!newest) return refuse("NOT_FOUND");
		const changes = compareTemplates(newest.items, reading.items);
		if (changes.length === 0) return refuse("NOTHING_CHANGED");
		const publishedVersion = newest.version + 1;
		await tx.playbookTemplate.create({
			data: { version: publishedVersion, document: [...reading.items], publishedById: scope.userId },
		});
		await tx.policyDraft.update({
			where: { id: draftId },
			data: { state: "PUBLISHED", publishedVersion, version: { increment: 1 }, updatedById: scope.userId },
		});
		await recordAudit(tx, {
			...{ actor: actorOf(scope), action: "playbook-template.publish" },
			...{ subjectType: "playbook-template", subjectId: String(publishedVersion) },
			before: { version: newest.version },
			after: { version: publishedVersion, changes: changes.map(({ kind, item }) => `${kind} ${item.key}`) },
		});
		return { ok: true, publishedVersion, told: await tellManagers(tx, scope, publishedVersion) };
	});
}

/** Those in charge of a running brand, but for whoever published. */
async function tellManagers(tx: Tx, scope: PlatformScope, version: number): Promise<number> {
	const managers = await tx.brand.findMany({
		where: { playbookVersion: { not: null }, managerId: { not: null, notIn: [scope.userId] } },
		distinct: ["managerId"],
		select: { managerId: true },
	});
	const ids = managers.flatMap(({ managerId }) => managerId ?? []);
	await notifyUsers(tx, ids, {
		...{ key: `playbookTemplatePublished:${version}`, kind: "playbookTemplatePublished" },
		...{ params: { version }, href: routes.ops.playbookMigration() },
	});
	return ids.length;
}
