import "server-only";
import { randomBytes } from "node:crypto";
import type { PoolClient } from "pg";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { listCandidates, pastOf } from "@/lib/domains/certification/data/candidates";
import { readBlueprint } from "@/lib/domains/certification/data/exam-policy";
import { listDrawable } from "@/lib/domains/certification/data/papers";
import { hashDevice } from "@/lib/domains/certification/mutations/device";
import { endOverdueOf } from "@/lib/domains/certification/mutations/end-sitting";
import { drawPaper, findShortages } from "@/lib/domains/certification/rules/draw-paper";
import { judgeMaySit } from "@/lib/domains/certification/rules/may-sit";
import { deadlineOf, mayBegin } from "@/lib/domains/certification/rules/sitting-clock";
import type { BeginSitting } from "@/lib/domains/certification/schema/sitting";
import type { Blueprint, PaperQuestion } from "@/lib/domains/certification/types/exams";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { grant, type PartnerScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

type Booking = {
	id: string;
	partnerId: string;
	level: CertificateLevel;
	policyVersion: number;
	opensAt: Date;
	closesAt: Date | null;
	extraPercent: number;
	isCancelled: boolean;
	sittingId: string | null;
	now: Date;
};

/**
 * Begins the exam of a booked seat: the paper is drawn by a seed that is kept, the time runs by the database's clock. A
 * second call finds the sitting that was begun and changes nothing. Somebody else's booking does not exist.
 */
export async function beginSitting(
	scope: PartnerScope,
	{ bookingId, deviceKey }: BeginSitting,
): Promise<Outcome<{ sittingId: string }>> {
	grant(scope, "exam.own");
	await endOverdueOf(scope.userId);
	return inRawOutcomeTransaction((client) => begin(client, scope, bookingId, hashDevice(deviceKey)));
}

async function begin(
	client: PoolClient,
	scope: PartnerScope,
	bookingId: string,
	deviceHash: string,
): Promise<Outcome<{ sittingId: string }>> {
	const booking = await holdBooking(client, scope, bookingId);
	if (booking.sittingId) return { ok: true, sittingId: booking.sittingId };
	if (booking.isCancelled) return refuse("BOOKING_CANCELLED");
	if (!mayBegin(booking.now, booking))
		return refuse(booking.now < booking.opensAt ? "WINDOW_NOT_OPEN" : "WINDOW_CLOSED");
	const today = businessDayOf(booking.now);
	const blueprint = await readBlueprint(booking.level, booking.policyVersion);
	const [candidate] = await listCandidates(scope, today, { userId: scope.userId, client });
	if (!candidate) throw new AppError("NOT_FOUND");
	const verdict = judgeMaySit(blueprint, {
		past: pastOf(candidate, booking.level),
		held: candidate.held,
		today,
	});
	if (!verdict.may)
		return refuse(`SIT_${verdict.reason}`, { params: { from: verdict.from ?? "", name: candidate.name } });
	const bank = await listDrawable(booking.level, client);
	if (findShortages(blueprint, bank).length > 0) return refuse("BANK_SHORT");
	const seed = randomBytes(16).toString("hex");
	const sittingId = newId("sit");
	const paper = drawPaper(blueprint, bank, seed);
	await write(client, scope, { booking, blueprint, seed, sittingId, paper, deviceHash });
	return { ok: true, sittingId };
}

/** The booking, held so that two beginnings make one sitting. */
async function holdBooking(client: PoolClient, scope: PartnerScope, bookingId: string): Promise<Booking> {
	const { rows } = await client.query<Booking>(
		`SELECT b.id, b.partner_id AS "partnerId", w.level, w.policy_version AS "policyVersion", w.opens_at AS "opensAt",
		        w.closes_at AS "closesAt", b.extra_percent AS "extraPercent",
		        b.cancelled_at IS NOT NULL OR w.cancelled_at IS NOT NULL AS "isCancelled", s.id AS "sittingId",
		        date_trunc('milliseconds', clock_timestamp()) AS now
		   FROM exam_bookings b JOIN exam_windows w ON w.id = b.window_id LEFT JOIN exam_sittings s ON s.booking_id = b.id
		  WHERE b.id = $1 AND b.user_id = $2 AND b.organisation_id = $3 FOR UPDATE OF b`,
		[bookingId, scope.userId, scope.organisationId],
	);
	if (!rows[0]) throw new AppError("NOT_FOUND");
	if (rows[0].sittingId) return rows[0];
	// Somebody who waited for the lock reads what the first one made.
	const made = await client.query<{ id: string }>("SELECT id FROM exam_sittings WHERE booking_id = $1", [
		bookingId,
	]);
	return { ...rows[0], sittingId: made.rows[0]?.id ?? null };
}

async function write(
	client: PoolClient,
	scope: PartnerScope,
	{
		booking,
		blueprint,
		seed,
		sittingId,
		paper,
		deviceHash,
	}: {
		booking: Booking;
		blueprint: Blueprint;
		seed: string;
		sittingId: string;
		paper: readonly PaperQuestion[];
		deviceHash: string;
	},
): Promise<void> {
	const startedAt = booking.now;
	const deadlineAt = deadlineOf(startedAt, {
		minutes: blueprint.minutes,
		extraPercent: booking.extraPercent,
	});
	await client.query(
		`INSERT INTO exam_sittings (id, booking_id, user_id, partner_id, organisation_id, level, policy_version, seed, started_at,
		        deadline_at, device_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		[
			sittingId,
			booking.id,
			scope.userId,
			booking.partnerId,
			scope.organisationId,
			booking.level,
			booking.policyVersion,
			seed,
			startedAt,
			deadlineAt,
			deviceHash,
		],
	);
	const rows = paper.map(({ versionId, orders }, at) => ({
		position: at + 1,
		version_id: versionId,
		orders,
	}));
	await client.query(
		`INSERT INTO exam_sitting_questions (sitting_id, position, version_id, orders)
		 SELECT $1, position, version_id, orders FROM json_to_recordset($2) AS r(position smallint, version_id text, orders jsonb)`,
		[sittingId, JSON.stringify(rows)],
	);
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: "exam.begin",
		subjectType: "exam_sitting",
		subjectId: sittingId,
		after: {
			bookingId: booking.id,
			level: booking.level,
			policyVersion: booking.policyVersion,
			seed,
			deadlineAt: deadlineAt.toISOString(),
		},
	});
}
