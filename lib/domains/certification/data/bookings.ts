import "server-only";
import { GRACE_MS } from "@/lib/domains/certification/rules/sitting-clock";
import type { BookingRow } from "@/lib/domains/certification/types/sittings";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";

export type OpenWindow = {
	id: string;
	level: BookingRow["level"];
	nameZh: string;
	nameEn: string;
	opensAt: Date;
	closesAt: Date | null;
	policyVersion: number;
	isOpen: boolean;
	seatsLeft: number | null;
	/** Members of the scope's organisation who have a seat in it that is not used up. */
	bookedIds: string[];
};

/** Windows a seat can be booked in now: not cancelled, not over, the next to open first. */
export async function listOpenWindows(scope: PartnerScope): Promise<OpenWindow[]> {
	const { rows } = await pool().query<OpenWindow>(
		`SELECT w.id, w.level, w.name_zh AS "nameZh", w.name_en AS "nameEn", w.opens_at AS "opensAt", w.closes_at AS "closesAt",
		        w.policy_version AS "policyVersion", w.opens_at <= now() AS "isOpen",
		        (w.seats - (SELECT count(*) FROM exam_bookings b WHERE b.window_id = w.id AND b.cancelled_at IS NULL))::int
		          AS "seatsLeft",
		        ARRAY(SELECT b.user_id FROM exam_bookings b
		               WHERE b.window_id = w.id AND b.organisation_id = $1 AND b.cancelled_at IS NULL AND b.used_at IS NULL)
		          AS "bookedIds"
		   FROM exam_windows w
		  WHERE w.cancelled_at IS NULL AND (w.closes_at IS NULL OR w.closes_at > now())
		  ORDER BY w.level, w.opens_at, w.id LIMIT 50`,
		[scope.organisationId],
	);
	return rows;
}

/** Seats of the organisation that stand, the newest sittings first; a member sees their own, `all` those of everybody. */
export async function listBookings(scope: PartnerScope, { all }: { all: boolean }): Promise<BookingRow[]> {
	const { rows } = await pool().query<BookingRow>(
		`SELECT b.id, b.window_id AS "windowId", w.level, w.name_zh AS "nameZh", w.name_en AS "nameEn", w.opens_at AS "opensAt",
		        w.closes_at AS "closesAt", w.opens_at <= now() AND (w.closes_at IS NULL OR w.closes_at > now()) AS "isOpen",
		        coalesce(w.closes_at <= now(), false) AS "isOver", b.user_id AS "userId", u.name AS "userName",
		        b.extra_percent AS "extraPercent", s.id AS "sittingId", s.state, s.started_at AS "startedAt", s.ended_at AS "endedAt",
		        coalesce(s.deadline_at + $4 * interval '1 millisecond' < clock_timestamp(), false) AS "isOverdue",
		        s.points, s.of_points AS "ofPoints"
		   FROM exam_bookings b JOIN exam_windows w ON w.id = b.window_id JOIN users u ON u.id = b.user_id
		   LEFT JOIN exam_sittings s ON s.booking_id = b.id
		  WHERE b.organisation_id = $1 AND ($3 OR b.user_id = $2) AND b.cancelled_at IS NULL
		    AND (w.cancelled_at IS NULL OR s.id IS NOT NULL)
		  ORDER BY coalesce(s.started_at, w.opens_at) DESC, b.id DESC LIMIT 200`,
		[scope.organisationId, scope.userId, all, GRACE_MS],
	);
	return rows;
}
