import "server-only";
import { findBrand, listPeople } from "@/lib/domains/playbook/data/brands";
import { type FoundItem, findItem } from "@/lib/domains/playbook/data/items";
import { readTemplate } from "@/lib/domains/playbook/data/templates";
import { noteEvent } from "@/lib/domains/playbook/mutations/note-event";
import { tellPeople } from "@/lib/domains/playbook/mutations/tell";
import { mayChangeEvidence, sideOf } from "@/lib/domains/playbook/policy";
import { mentionedIn } from "@/lib/domains/playbook/rules/mentions";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { Scope } from "@/lib/platform/session/scope";

async function holdItem(tx: Tx, scope: Scope, itemId: string): Promise<FoundItem> {
	await tx.$queryRaw`SELECT FROM playbook_items WHERE id = ${itemId} FOR NO KEY UPDATE`;
	const item = await findItem(scope, itemId, tx);
	if (!item) throw new AppError("NOT_FOUND");
	return item;
}

type Added = { itemId: string; kind: "LINK" | "STREAMERS"; text: string; now: Date };

/** Hands in a link or a list of streamers. @throws AppError NOT_FOUND for an item of a foreign brand */
export function addTextEvidence(scope: Scope, { itemId, kind, text, now }: Added): Promise<Outcome> {
	return inOutcomeTransaction(async (tx): Promise<Outcome> => {
		const item = await holdItem(tx, scope, itemId);
		const side = sideOf(scope.workspace);
		if (!mayChangeEvidence(side, item)) return refuse("PLAYBOOK_EVIDENCE_LOCKED");
		const id = newId("pev");
		await tx.playbookEvidence.create({
			data: {
				...{ id, itemId, kind, text, side, addedAt: now },
				...{ addedById: scope.userId, addedByName: scope.userName },
			},
		});
		await noteEvent(tx, scope, { itemId, kind: "EVIDENCE", text, now });
		const brand = await findBrand(scope, item.brandId, tx);
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "playbook.evidence",
			...{ subjectType: "playbook_item", subjectId: itemId, organisationId: brand.organisationId },
			after: { evidence: id, kind, text },
		});
		return { ok: true };
	});
}

/** Takes a link or list back; it stays in the history. A done item keeps its evidence until it is reopened. */
export function removeTextEvidence(
	scope: Scope,
	{ itemId, evidenceId, now }: { itemId: string; evidenceId: string; now: Date },
): Promise<Outcome> {
	return inOutcomeTransaction(async (tx): Promise<Outcome> => {
		const item = await holdItem(tx, scope, itemId);
		const side = sideOf(scope.workspace);
		if (!mayChangeEvidence(side, item)) return refuse("PLAYBOOK_EVIDENCE_LOCKED");
		const [removed] = await tx.playbookEvidence.updateManyAndReturn({
			where: { id: evidenceId, itemId, removedAt: null, ...(side === "PARTNER" && { side }) },
			data: { removedAt: now },
		});
		if (!removed) throw new AppError("NOT_FOUND");
		await noteEvent(tx, scope, { itemId, kind: "EVIDENCE_REMOVED", text: removed.text, now });
		const brand = await findBrand(scope, item.brandId, tx);
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "playbook.evidence-remove",
			...{ subjectType: "playbook_item", subjectId: itemId, organisationId: brand.organisationId },
			before: { evidence: evidenceId, text: removed.text },
		});
		return { ok: true };
	});
}

/** Writes a comment; whoever is mentioned as @name among the brand's people is told. */
export function commentItem(
	scope: Scope,
	{ itemId, text, key, now }: { itemId: string; text: string; key: string; now: Date },
): Promise<Outcome<{ told: number }>> {
	return inOutcomeTransaction(async (tx): Promise<Outcome<{ told: number }>> => {
		const item = await holdItem(tx, scope, itemId);
		if (!(await noteEvent(tx, scope, { itemId, kind: "COMMENT", key, text, now })))
			return { ok: true, told: 0 };
		const brand = await findBrand(scope, item.brandId, tx);
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "playbook.comment",
			...{ subjectType: "playbook_item", subjectId: itemId, organisationId: brand.organisationId },
			after: { text },
		});
		const mentioned = new Set(mentionedIn(text, await listPeople(brand, tx)).map(({ id }) => id));
		mentioned.delete(scope.userId);
		if (mentioned.size === 0) return { ok: true, told: 0 };
		const words = (await readTemplate(item.templateVersion, tx)).find((one) => one.key === item.key);
		const params = {
			item: words?.title.zh ?? item.key,
			itemEn: words?.title.en ?? item.key,
			by: scope.userName,
		};
		const told = await tellPeople(tx, brand, { kind: "playbookMentioned", key, params, itemId }, (person) =>
			mentioned.has(person.id),
		);
		return { ok: true, told };
	});
}

/** Gives an item to one of the brand's people, or to nobody. */
export function assignItem(
	scope: Scope,
	{ itemId, assigneeId, now }: { itemId: string; assigneeId: string | null; now: Date },
): Promise<Outcome> {
	return inOutcomeTransaction(async (tx): Promise<Outcome> => {
		const item = await holdItem(tx, scope, itemId);
		if (sideOf(scope.workspace) === "PARTNER") return refuse("PLAYBOOK_NOT_YOURS");
		const brand = await findBrand(scope, item.brandId, tx);
		const person = (await listPeople(brand, tx)).find(({ id }) => id === assigneeId);
		if (assigneeId && !person) throw new AppError("NOT_FOUND");
		if (item.assigneeId === assigneeId) return { ok: true };
		await tx.playbookItem.update({ where: { id: itemId }, data: { assigneeId } });
		await noteEvent(tx, scope, { itemId, kind: "ASSIGN", text: person?.name, now });
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "playbook.assign",
			...{ subjectType: "playbook_item", subjectId: itemId, organisationId: brand.organisationId },
			before: { assigneeId: item.assigneeId },
			after: { assigneeId },
		});
		if (person && person.id !== scope.userId) {
			const words = (await readTemplate(item.templateVersion, tx)).find((one) => one.key === item.key);
			const params = {
				item: words?.title.zh ?? item.key,
				itemEn: words?.title.en ?? item.key,
				by: scope.userName,
			};
			const news = { kind: "playbookAssigned", key: newId("asg"), params, itemId };
			await tellPeople(tx, brand, news, (one) => one.id === person.id);
		}
		return { ok: true };
	});
}
