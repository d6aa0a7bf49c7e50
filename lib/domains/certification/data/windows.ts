import "server-only";
import type { WindowCandidate, WindowRow } from "@/lib/domains/certification/types/windows";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

const columns = `w.id, w.level, w.name_zh AS "nameZh", w.name_en AS "nameEn", w.policy_version AS "policyVersion",
	w.opens_at AS "opensAt", w.closes_at AS "closesAt", w.cancelled_at AS "cancelledAt", w.seats, w.version,
	CASE WHEN w.cancelled_at IS NOT NULL THEN 'CANCELLED' WHEN w.closes_at <= now() THEN 'OVER'
	     WHEN w.opens_at > now() THEN 'COMING' ELSE 'OPEN' END AS standing,
	(SELECT count(*)::int FROM exam_bookings b WHERE b.window_id = w.id AND b.cancelled_at IS NULL) AS booked,
	(SELECT count(*)::int FROM exam_bookings b JOIN exam_sittings s ON s.booking_id = b.id WHERE b.window_id = w.id) AS begun,
	(SELECT count(*)::int FROM exam_bookings b JOIN exam_sittings s ON s.booking_id = b.id
	  WHERE b.window_id = w.id AND s.state = 'PASSED') AS passed`;

/** Windows, those that can still be sat first. */
export async function listWindows(_scope: PlatformScope): Promise<WindowRow[]> {
	const { rows } = await pool().query<WindowRow>(
		`SELECT ${columns} FROM exam_windows w
		  ORDER BY w.cancelled_at IS NOT NULL OR coalesce(w.closes_at <= now(), false), w.opens_at DESC, w.id LIMIT 100`,
	);
	return rows;
}

export async function findWindow(_scope: PlatformScope, id: string): Promise<WindowRow | null> {
	const { rows } = await pool().query<WindowRow>(`SELECT ${columns} FROM exam_windows w WHERE w.id = $1`, [
		id,
	]);
	return rows[0] ?? null;
}

export const CANDIDATES_SHOWN = 500;

/** Who has a seat in a window and how far they are, by company and name. */
export async function listWindowCandidates(
	_scope: PlatformScope,
	windowId: string,
): Promise<WindowCandidate[]> {
	const { rows } = await pool().query<WindowCandidate>(
		`SELECT b.id AS "bookingId", u.name, p.id AS "partnerId", p.name AS "partnerName", b.extra_percent AS "extraPercent",
		        b.extra_reason AS "extraReason", s.state, s.started_at AS "startedAt", s.deadline_at AS "deadlineAt",
		        s.points, s.of_points AS "ofPoints", q.answered, q.questions
		   FROM exam_bookings b JOIN users u ON u.id = b.user_id JOIN partners p ON p.id = b.partner_id
		   LEFT JOIN exam_sittings s ON s.booking_id = b.id
		   CROSS JOIN LATERAL (SELECT count(*)::int AS questions, count(a.answer)::int AS answered
		                         FROM exam_sitting_questions a WHERE a.sitting_id = s.id) q
		  WHERE b.window_id = $1 AND b.cancelled_at IS NULL
		  ORDER BY p.name COLLATE "zh-x-icu", u.name COLLATE "zh-x-icu", b.id LIMIT ${CANDIDATES_SHOWN}`,
		[windowId],
	);
	return rows;
}
