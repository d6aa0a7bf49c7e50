import "server-only";
import { findBrand } from "@/lib/domains/playbook/data/brands";
import { type FoundItem, findItem } from "@/lib/domains/playbook/data/items";
import { readTemplate } from "@/lib/domains/playbook/data/templates";
import { noteEvent } from "@/lib/domains/playbook/mutations/note-event";
import { tellPeople } from "@/lib/domains/playbook/mutations/tell";
import { lacksEvidence, mayMove, moves, sideOf } from "@/lib/domains/playbook/policy";
import type { ItemMove, ItemState } from "@/lib/domains/playbook/types/template";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, type Refusal, refuse } from "@/lib/platform/errors/errors";
import type { Scope } from "@/lib/platform/session/scope";

export type MoveRequest = {
	itemId: string;
	/** The version the page showed: what happened since is not overwritten. */
	version: number;
	move: ItemMove;
	/** Made in the browser, once per press: a tick kept while offline is sent again until it is answered. */
	key: string;
	text?: string;
	now: Date;
};
export type Moved = Outcome<{ state: ItemState; version: number }>;

/**
 * Completes, reopens, proposes or returns an item. The same key again answers what stands and changes nothing; a page
 * that showed something else is told what happened meanwhile.
 * @throws AppError NOT_FOUND for an item of a foreign brand
 */
export function moveItem(scope: Scope, request: MoveRequest): Promise<Moved> {
	return inOutcomeTransaction(async (tx): Promise<Moved> => {
		await tx.$queryRaw`SELECT FROM playbook_items WHERE id = ${request.itemId} FOR NO KEY UPDATE`;
		const item = await findItem(scope, request.itemId, tx);
		if (!item) throw new AppError("NOT_FOUND");
		if (await isKnown(tx, scope, request)) return { ok: true, state: item.state, version: item.version };
		if (item.version !== request.version) return explainMeanwhile(tx, item);
		const side = sideOf(scope.workspace);
		if (item.isRetired) return refuse("PLAYBOOK_ITEM_RETIRED");
		if (!mayMove(side, item.owner, request.move)) return refuse("PLAYBOOK_NOT_YOURS");
		const { from, to } = moves[request.move];
		if (!(from as readonly ItemState[]).includes(item.state)) return explainMeanwhile(tx, item);
		if (request.move === "COMPLETE" && lacksEvidence(item)) return refuse("PLAYBOOK_EVIDENCE_MISSING");
		await write(tx, scope, item, { ...request, to });
		return { ok: true, state: to, version: item.version + 1 };
	});
}

async function isKnown(tx: Tx, scope: Scope, { itemId, key }: MoveRequest): Promise<boolean> {
	const known = await tx.playbookEvent.findUnique({
		where: { key: `${scope.userId}:${key}` },
		select: { itemId: true },
	});
	return known?.itemId === itemId;
}

/** What happened since the page was read, in the words of the last change. */
async function explainMeanwhile(tx: Tx, item: FoundItem): Promise<Refusal> {
	if (item.isRetired) return refuse("PLAYBOOK_ITEM_RETIRED");
	const last = await tx.playbookEvent.findFirst({
		where: { itemId: item.id, kind: { in: ["COMPLETE", "REOPEN", "PROPOSE", "RETURN", "MIGRATE"] } },
		orderBy: [{ at: "desc" }, { id: "desc" }],
	});
	if (last?.kind === "MIGRATE")
		return refuse("PLAYBOOK_MIGRATED", { params: { version: item.templateVersion } });
	const params = { by: last?.byName ?? "" };
	return item.state === "DONE"
		? refuse("PLAYBOOK_DONE_ALREADY", { params })
		: refuse("PLAYBOOK_CHANGED", { params });
}

async function write(
	tx: Tx,
	scope: Scope,
	item: FoundItem,
	{ move, to, key, text, now }: MoveRequest & { to: ItemState },
): Promise<void> {
	const { count } = await tx.playbookItem.updateMany({
		where: { id: item.id, version: item.version, state: item.state },
		data: {
			...{ state: to, version: item.version + 1 },
			...{ movedById: scope.userId, movedByName: scope.userName, movedAt: now },
		},
	});
	if (count !== 1) throw new AppError("STALE_VERSION");
	await noteEvent(tx, scope, { itemId: item.id, kind: move, key, text, now });
	const brand = await findBrand(scope, item.brandId, tx);
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: `playbook.${move.toLowerCase()}`,
		subjectType: "playbook_item",
		subjectId: item.id,
		organisationId: brand.organisationId,
		before: { state: item.state, version: item.version },
		after: { state: to, version: item.version + 1 },
		reason: text,
	});
	if (move === "COMPLETE" || move === "REOPEN") return;
	const template = await readTemplate(item.templateVersion, tx);
	const words = template.find((one) => one.key === item.key);
	await tellPeople(
		tx,
		brand,
		{
			kind: move === "PROPOSE" ? "playbookProposed" : "playbookReturned",
			key: `${item.id}:${item.version + 1}`,
			params: { item: words?.title.zh ?? item.key, itemEn: words?.title.en ?? item.key, by: scope.userName },
			itemId: item.id,
		},
		(person) => person.side === (move === "PROPOSE" ? "BRAND" : "PARTNER"),
	);
}
