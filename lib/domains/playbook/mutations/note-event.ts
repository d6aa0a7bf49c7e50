import "server-only";
import { sideOf } from "@/lib/domains/playbook/policy";
import type { Tx } from "@/lib/platform/db/client";
import type { PlaybookEventKind } from "@/lib/platform/db/generated/enums";
import { newId } from "@/lib/platform/id/id";
import type { Scope } from "@/lib/platform/session/scope";

type Noted = { itemId: string; kind: PlaybookEventKind; key?: string; text?: string | null; now: Date };

/** Writes into an item's history; false when this very change was written before. */
export async function noteEvent(
	tx: Tx,
	scope: Scope,
	{ itemId, kind, key, text, now }: Noted,
): Promise<boolean> {
	const id = newId("pbe");
	const { count } = await tx.playbookEvent.createMany({
		data: {
			...{ id, itemId, kind, key: key ? `${scope.userId}:${key}` : id, text: text ?? null, at: now },
			...{ byId: scope.userId, byName: scope.userName, side: sideOf(scope.workspace) },
			organisationId: scope.organisationId,
		},
		skipDuplicates: true,
	});
	return count === 1;
}
