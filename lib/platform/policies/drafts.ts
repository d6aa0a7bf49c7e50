import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, type Tx } from "@/lib/platform/db/client";
import type { PolicyDraft, PolicyKind, Prisma } from "@/lib/platform/db/generated/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { Day } from "@/lib/platform/time";

/** What one person wants published, and another has to confirm. */
export type DraftProposal = {
	proposerId: string;
	proposer: string | null;
	proposedAt: Date;
	effectiveOn: Day;
	reason: string;
};

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
	/** Null: not proposed, or changed since. */
	proposal: DraftProposal | null;
};

type Target = { kind: PolicyKind; draftId: string; version: number; actor: Actor };

/** The open draft of a kind: there is at most one, the database sees to it. */
export async function findOpenDraft(kind: PolicyKind, client: Tx = db()): Promise<OpenDraft | null> {
	const row = await client.policyDraft.findFirst({ where: { kind, state: "OPEN" } });
	if (!row) return null;
	const people = await client.user.findMany({
		where: { id: { in: [row.createdById, row.updatedById, row.proposedById ?? ""] } },
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
		proposal: toProposal(row, nameOf),
	};
}

function toProposal(row: PolicyDraft, nameOf: (id: string) => string | null): DraftProposal | null {
	const { proposedById, proposedAt, proposedEffectiveOn, proposalReason } = row;
	if (!proposedById || !proposedAt || !proposedEffectiveOn || !proposalReason) return null;
	return {
		proposerId: proposedById,
		proposer: nameOf(proposedById),
		proposedAt,
		effectiveOn: proposedEffectiveOn.toISOString().slice(0, 10),
		reason: proposalReason,
	};
}

const noProposal = {
	proposedById: null,
	proposedAt: null,
	proposedEffectiveOn: null,
	proposalReason: null,
} as const;

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

/** Saves a draft against the version it was made from, and takes a proposal back; `fields` are what changed, for the audit. */
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
		data: {
			document: values.document,
			version: { increment: 1 },
			updatedById: actor.userId ?? "",
			...noProposal,
		},
	});
	if (count !== 1) return explainStaleDraft(tx, kind, draftId);
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

/** Proposes a draft as it stands, from the version it was read at. Who confirms it must be somebody else. */
export async function proposeDraft(
	tx: Tx,
	{ draftId, kind, version, actor, ...proposal }: Target & { effectiveOn: Day; reason: string; now: Date },
): Promise<Outcome<{ version: number }>> {
	const { effectiveOn, reason, now } = proposal;
	const { count } = await tx.policyDraft.updateMany({
		where: { id: draftId, kind, state: "OPEN", version },
		data: {
			version: { increment: 1 },
			proposedById: actor.userId,
			proposedAt: now,
			proposedEffectiveOn: new Date(`${effectiveOn}T00:00:00Z`),
			proposalReason: reason,
		},
	});
	if (count !== 1) return explainStaleDraft(tx, kind, draftId);
	await recordAudit(tx, {
		actor,
		action: "policy-draft.propose",
		subjectType: "policy-draft",
		subjectId: draftId,
		before: { version },
		after: { version: version + 1, effectiveOn, reason },
	});
	return { ok: true, version: version + 1 };
}

/** Takes a proposal back, by whoever made it or whoever would not confirm it; the draft stays. */
export async function withdrawProposal(
	tx: Tx,
	{ draftId, kind, version, actor }: Target,
): Promise<Outcome<{ version: number }>> {
	const { count } = await tx.policyDraft.updateMany({
		where: { id: draftId, kind, state: "OPEN", version, proposedById: { not: null } },
		data: { version: { increment: 1 }, ...noProposal },
	});
	if (count !== 1) return explainStaleDraft(tx, kind, draftId);
	await recordAudit(tx, {
		actor,
		action: "policy-draft.withdraw-proposal",
		subjectType: "policy-draft",
		subjectId: draftId,
		before: { version },
		after: { version: version + 1 },
	});
	return { ok: true, version: version + 1 };
}

export async function discardDraft(tx: Tx, { draftId, kind, version, actor }: Target): Promise<Outcome> {
	const { count } = await tx.policyDraft.updateMany({
		where: { id: draftId, kind, state: "OPEN", version },
		data: { state: "DISCARDED", version: { increment: 1 }, updatedById: actor.userId ?? "" },
	});
	if (count !== 1) return explainStaleDraft(tx, kind, draftId);
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

/** Holds an open draft to the end of the transaction: whoever publishes second waits here, and finds it closed. */
export async function holdDraft(tx: Tx, { kind, draftId, version }: Omit<Target, "actor">): Promise<Outcome> {
	await tx.$queryRaw`SELECT FROM policy_drafts WHERE id = ${draftId} FOR UPDATE`;
	const where = { id: draftId, kind, state: "OPEN", version } as const;
	const held = await tx.policyDraft.findFirst({ where, select: { id: true } });
	return held ? { ok: true } : explainStaleDraft(tx, kind, draftId);
}

/**
 * Turns a draft into the next version of its kind. The draft is compared and set first, so that of two who publish at
 * once one wins; the row it writes never changes again. `canonical` is the canonical JSON of the document.
 */
export async function publishDraft(
	tx: Tx,
	values: Target & {
		canonical: string;
		effectiveFrom: Day;
		facts: Prisma.InputJsonObject;
		/** Whose proposal this confirms, where it takes two. */
		proposal?: Pick<DraftProposal, "proposerId" | "reason">;
	},
): Promise<Outcome<{ policyId: string; publishedVersion: number; documentHash: string }>> {
	const { draftId, kind, version, actor, canonical, effectiveFrom, proposal } = values;
	const locked = await tx.policyDraft.updateMany({
		where: { id: draftId, kind, state: "OPEN", version },
		data: { updatedById: actor.userId ?? "" },
	});
	if (locked.count !== 1) return explainStaleDraft(tx, kind, draftId);
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
			proposedById: proposal?.proposerId ?? null,
			reason: proposal?.reason ?? null,
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
	return { ok: true, policyId, publishedVersion, documentHash };
}

/** Why a write to a draft came too late: published or discarded meanwhile, or saved by somebody else. */
async function explainStaleDraft(tx: Tx, kind: PolicyKind, draftId: string): Promise<Outcome<never>> {
	const row = await tx.policyDraft.findFirst({
		where: { id: draftId, kind },
		select: { state: true, publishedVersion: true, updatedById: true },
	});
	if (!row) return refuse("NOT_FOUND");
	const by = await tx.user.findUnique({ where: { id: row.updatedById }, select: { name: true } });
	const params = { by: by?.name ?? "–", version: row.publishedVersion ?? 0 };
	if (row.state === "PUBLISHED") return refuse("DRAFT_PUBLISHED", { params });
	return row.state === "DISCARDED" ? refuse("DRAFT_DISCARDED", { params }) : refuse("STALE_VERSION");
}
