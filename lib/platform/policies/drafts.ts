import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, type Tx } from "@/lib/platform/db/client";
import type { PolicyKind, Prisma } from "@/lib/platform/db/generated/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { Day } from "@/lib/platform/time";

/** A version of a policy in the making. `document` is whatever its kind keeps while people type. */
export type OpenDraft = {
	id: string;
	version: number;
	baseVersion: number;
	document: unknown;
	updatedAt: Date;
	updatedBy: string | null;
	createdBy: string | null;
	createdAt: Date;
};

type Target = { kind: PolicyKind; draftId: string; version: number; actor: Actor };

/** The open draft of a kind: there is at most one, the database sees to it. */
export async function findOpenDraft(kind: PolicyKind, client: Tx = db()): Promise<OpenDraft | null> {
	const row = await client.policyDraft.findFirst({ where: { kind, state: "OPEN" } });
	if (!row) return null;
	const people = await client.user.findMany({
		where: { id: { in: [row.createdById, row.updatedById] } },
		select: { id: true, name: true },
	});
	const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? null;
	const { id, version, baseVersion, document, createdAt, updatedAt, createdById, updatedById } = row;
	return {
		id,
		version,
		baseVersion,
		document,
		createdAt,
		updatedAt,
		createdBy: nameOf(createdById),
		updatedBy: nameOf(updatedById),
	};
}

/** Opens a draft, or answers the one that is open already: two people who begin at once work on the same one. */
export async function beginDraft(
	tx: Tx,
	values: { kind: PolicyKind; baseVersion: number; document: Prisma.InputJsonValue; actor: Actor },
): Promise<{ draftId: string; isNew: boolean }> {
	const { kind, baseVersion, document, actor } = values;
	const userId = actor.userId ?? "";
	const id = newId("pdr");
	const { count } = await tx.policyDraft.createMany({
		data: [{ id, kind, baseVersion, document, createdById: userId, updatedById: userId }],
		skipDuplicates: true,
	});
	if (count === 0) {
		const open = await tx.policyDraft.findFirstOrThrow({
			where: { kind, state: "OPEN" },
			select: { id: true },
		});
		return { draftId: open.id, isNew: false };
	}
	await recordAudit(tx, {
		actor,
		action: "policy-draft.begin",
		subjectType: "policy-draft",
		subjectId: id,
		after: { kind, baseVersion },
	});
	return { draftId: id, isNew: true };
}

/** Saves a draft against the version it was made from; `fields` are what changed, for the audit. */
export async function saveDraft(
	tx: Tx,
	{
		draftId,
		kind,
		version,
		actor,
		...values
	}: Target & { document: Prisma.InputJsonValue; fields: string[] },
): Promise<Outcome<{ version: number }>> {
	const { count } = await tx.policyDraft.updateMany({
		where: { id: draftId, kind, state: "OPEN", version },
		data: { document: values.document, version: { increment: 1 }, updatedById: actor.userId ?? "" },
	});
	if (count !== 1) return explainStaleDraft(tx, draftId);
	await recordAudit(tx, {
		actor,
		action: "policy-draft.save",
		subjectType: "policy-draft",
		subjectId: draftId,
		before: { version },
		after: { version: version + 1, fields: values.fields },
	});
	return { ok: true, version: version + 1 };
}

export async function discardDraft(tx: Tx, { draftId, kind, version, actor }: Target): Promise<Outcome> {
	const { count } = await tx.policyDraft.updateMany({
		where: { id: draftId, kind, state: "OPEN", version },
		data: { state: "DISCARDED", version: { increment: 1 }, updatedById: actor.userId ?? "" },
	});
	if (count !== 1) return explainStaleDraft(tx, draftId);
	await recordAudit(tx, {
		actor,
		action: "policy-draft.discard",
		subjectType: "policy-draft",
		subjectId: draftId,
		before: { state: "OPEN", version },
		after: { state: "DISCARDED" },
	});
	return { ok: true };
}

/**
 * Turns a draft into the next version of its kind. The draft is compared and set first, so that of two who publish at
 * once one wins; the row it writes never changes again. `canonical` is the canonical JSON of the document.
 */
export async function publishDraft(
	tx: Tx,
	values: Target & { canonical: string; effectiveFrom: Day; facts: Prisma.InputJsonObject },
): Promise<Outcome<{ policyId: string; publishedVersion: number }>> {
	const { draftId, kind, version, actor, canonical, effectiveFrom } = values;
	const locked = await tx.policyDraft.updateMany({
		where: { id: draftId, kind, state: "OPEN", version },
		data: { updatedById: actor.userId ?? "" },
	});
	if (locked.count !== 1) return explainStaleDraft(tx, draftId);
	const latest = await tx.policy.findFirstOrThrow({
		where: { kind },
		orderBy: { version: "desc" },
		select: { version: true },
	});
	const publishedVersion = latest.version + 1;
	const policyId = newId("pol");
	const documentHash = createHash("sha256").update(canonical).digest("hex");
	await tx.policy.create({
		data: {
			id: policyId,
			kind,
			version: publishedVersion,
			document: JSON.parse(canonical),
			documentHash,
			effectiveFrom: new Date(`${effectiveFrom}T00:00:00Z`),
			publishedById: actor.userId,
		},
	});
	await tx.policyDraft.updateMany({
		where: { id: draftId },
		data: { state: "PUBLISHED", publishedVersion, version: { increment: 1 } },
	});
	await recordAudit(tx, {
		actor,
		action: "policy.publish",
		subjectType: "policy",
		subjectId: policyId,
		before: { kind, version: latest.version },
		after: { kind, version: publishedVersion, effectiveFrom, documentHash, ...values.facts },
	});
	return { ok: true, policyId, publishedVersion };
}

/** Why a write to a draft came too late: published or discarded meanwhile, or saved by somebody else. */
async function explainStaleDraft(tx: Tx, draftId: string): Promise<Outcome<never>> {
	const row = await tx.policyDraft.findUnique({
		where: { id: draftId },
		select: { state: true, publishedVersion: true, updatedById: true },
	});
	if (!row) return refuse("NOT_FOUND");
	const by = await tx.user.findUnique({ where: { id: row.updatedById }, select: { name: true } });
	const params = { by: by?.name ?? "–", version: row.publishedVersion ?? 0 };
	if (row.state === "PUBLISHED") return refuse("DRAFT_PUBLISHED", { params });
	return row.state === "DISCARDED" ? refuse("DRAFT_DISCARDED", { params }) : refuse("STALE_VERSION");
}
