import "server-only";
import type { PoolClient } from "pg";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { listCandidates, pastOf } from "@/lib/domains/certification/data/candidates";
import { readBlueprint } from "@/lib/domains/certification/data/exam-policy";
import { judgeBooking } from "@/lib/domains/certification/rules/may-book";
import type { BookSeat } from "@/lib/domains/certification/schema/sitting";
import { can } from "@/lib/platform/access/permissions";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { bothNames } from "@/lib/platform/notifications/both-names";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PartnerScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

type Window = {
	id: string;
	level: CertificateLevel;
	nameZh: string;
	nameEn: string;
	policyVersion: number;
	opensAt: Date;
	closesAt: Date | null;
	cancelledAt: Date | null;
	now: Date;
};

/** What the triggers of exam_bookings and its unique index answer. */
const reasons: Record<string, string> = {
	exam_window_cancelled: "WINDOW_CANCELLED",
	exam_window_full: "WINDOW_FULL",
	exam_bookings_one_seat: "BOOKED_ALREADY",
};

/**
 * A seat for a member: the owner books for everybody of the partner, a member for themselves. Refused with the date from
 * which it is possible where the limits of the level stand against it for the whole of the window.
 */
export async function bookSeat(
	scope: PartnerScope,
	{ windowId, userId }: BookSeat,
): Promise<Outcome<{ bookingId: string }>> {
	grant(scope, "exam.own");
	if (userId !== scope.userId) grant(scope, "exam.book");
	try {
		return await inRawOutcomeTransaction((client) => book(client, scope, { windowId, userId }));
	} catch (error) {
		const reason = reasons[(error as { constraint?: string }).constraint ?? ""];
		if (reason) return refuse(reason);
		throw error;
	}
}

async function book(
	client: PoolClient,
	scope: PartnerScope,
	{ windowId, userId }: BookSeat,
): Promise<Outcome<{ bookingId: string }>> {
	const partner = await findPartner(client, scope);
	if (!partner) return refuse("NOT_A_PARTNER");
	const window = await findWindow(client, windowId);
	if (window.cancelledAt) return refuse("WINDOW_CANCELLED");
	if (window.closesAt && window.closesAt <= window.now) return refuse("WINDOW_CLOSED");
	const today = businessDayOf(window.now);
	const [candidate] = await listCandidates(scope, today, { userId, client });
	if (!candidate) throw new AppError("NOT_FOUND");
	const blueprint = await readBlueprint(window.level, window.policyVersion);
	const verdict = judgeBooking(blueprint, {
		past: pastOf(candidate, window.level),
		held: candidate.held,
		opensOn: businessDayOf(window.opensAt),
		closesOn: window.closesAt && businessDayOf(window.closesAt),
		today,
	});
	if (!verdict.may)
		return refuse(`SIT_${verdict.reason}`, { params: { from: verdict.from ?? "", name: candidate.name } });
	const id = newId("bkg");
	await client.query(
		`INSERT INTO exam_bookings (id, window_id, user_id, partner_id, organisation_id, booked_by_id)
		 VALUES ($1, $2, $3, $4, $5, $6)`,
		[id, windowId, userId, partner.id, scope.organisationId, scope.userId],
	);
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: "exam.book",
		subjectType: "exam_booking",
		subjectId: id,
		after: { windowId, userId, level: window.level },
	});
	if (userId !== scope.userId)
		await notifyUsersRaw(client, [userId], {
			key: `exam-booked:${id}`,
			kind: "examBooked",
			params: { window: bothNames({ zh: window.nameZh, en: window.nameEn }), by: scope.userName },
			href: routes.partner.exams(),
		});
	return { ok: true, bookingId: id };
}

async function findPartner(client: PoolClient, scope: PartnerScope): Promise<{ id: string } | null> {
	const { rows } = await client.query<{ id: string }>(
		"SELECT id FROM partners WHERE organisation_id = $1 AND status <> 'EXITED' ORDER BY admitted_on DESC LIMIT 1",
		[scope.organisationId],
	);
	return rows[0] ?? null;
}

async function findWindow(client: PoolClient, windowId: string): Promise<Window> {
	const { rows } = await client.query<Window>(
		`SELECT id, level, name_zh AS "nameZh", name_en AS "nameEn", policy_version AS "policyVersion", opens_at AS "opensAt",
		        closes_at AS "closesAt", cancelled_at AS "cancelledAt", now() AS now FROM exam_windows WHERE id = $1`,
		[windowId],
	);
	if (!rows[0]) throw new AppError("NOT_FOUND");
	return rows[0];
}

/** Gives a seat back, as long as its exam has not begun. */
export function cancelBooking(
	scope: PartnerScope,
	{ bookingId }: { bookingId: string },
): Promise<Outcome<{ bookingId: string }>> {
	grant(scope, "exam.own");
	return inRawOutcomeTransaction<{ bookingId: string }>(async (client) => {
		const { rows } = await client.query<{ userId: string; cancelledAt: Date | null; isBegun: boolean }>(
			`SELECT b.user_id AS "userId", b.cancelled_at AS "cancelledAt",
			        EXISTS (SELECT FROM exam_sittings s WHERE s.booking_id = b.id) AS "isBegun"
			   FROM exam_bookings b WHERE b.id = $1 AND b.organisation_id = $2 FOR UPDATE OF b`,
			[bookingId, scope.organisationId],
		);
		const booking = rows[0];
		if (!booking || (booking.userId !== scope.userId && !can(scope.role, "exam.book")))
			throw new AppError("NOT_FOUND");
		if (booking.isBegun) return refuse("SITTING_BEGUN");
		if (booking.cancelledAt) return refuse("BOOKING_CANCELLED");
		await client.query("UPDATE exam_bookings SET cancelled_at = now() WHERE id = $1", [bookingId]);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "exam.cancel-booking",
			subjectType: "exam_booking",
			subjectId: bookingId,
			before: { userId: booking.userId },
		});
		return { ok: true, bookingId };
	});
}
