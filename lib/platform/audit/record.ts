import "server-only";
import type { PoolClient } from "pg";
import type { Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Actor } from "./actor";

export type AuditRecord = {
	actor: Actor;
	/** `noun.verb`, such as `application.approve`. */
	action: string;
	subjectType: string;
	subjectId: string;
	/** The tenant the subject belongs to; the actor's own organisation unless given. */
	organisationId?: string | null;
	before?: Prisma.InputJsonValue;
	after?: Prisma.InputJsonValue;
	reason?: string;
};

/** Writes who did what to what, inside the transaction of the change itself. */
export async function recordAudit(tx: Tx, record: AuditRecord): Promise<void> {
	await tx.auditEntry.create({
		data: {
			actorUserId: record.actor.userId,
			actorLabel: record.actor.label,
			organisationId: record.organisationId ?? record.actor.organisationId,
			action: record.action,
			subjectType: record.subjectType,
			subjectId: record.subjectId,
			before: record.before ?? Prisma.DbNull,
			after: record.after ?? Prisma.DbNull,
			reason: record.reason,
			address: record.actor.address,
		},
	});
}

/** The same for a raw `pg` transaction. */
export async function recordAuditRaw(client: PoolClient, record: AuditRecord): Promise<void> {
	await client.query(
		`INSERT INTO audit_entries (actor_user_id, actor_label, organisation_id, action, subject_type, subject_id, before, after, reason, address)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		[
			record.actor.userId,
			record.actor.label,
			record.organisationId ?? record.actor.organisationId,
			record.action,
			record.subjectType,
			record.subjectId,
			record.before === undefined ? null : JSON.stringify(record.before),
			record.after === undefined ? null : JSON.stringify(record.after),
			record.reason ?? null,
			record.actor.address,
		],
	);
}

/** Many records in one statement, for bulk changes in a raw transaction. */
export async function recordAuditsRaw(client: PoolClient, records: readonly AuditRecord[]): Promise<void> {
	if (records.length === 0) return;
	const rows = records.map((record) => ({
		actor_user_id: record.actor.userId,
		actor_label: record.actor.label,
		organisation_id: record.organisationId ?? record.actor.organisationId,
		action: record.action,
		subject_type: record.subjectType,
		subject_id: record.subjectId,
		before: record.before,
		after: record.after,
		reason: record.reason,
		address: record.actor.address,
	}));
	await client.query(
		`INSERT INTO audit_entries (actor_user_id, actor_label, organisation_id, action, subject_type, subject_id, before, after, reason, address)
		 SELECT actor_user_id, actor_label, organisation_id, action, subject_type, subject_id, before, after, reason, address
		   FROM json_to_recordset($1) AS r(actor_user_id text, actor_label text, organisation_id text, action text,
		        subject_type text, subject_id text, before jsonb, after jsonb, reason text, address text)`,
		[JSON.stringify(rows)],
	);
}
