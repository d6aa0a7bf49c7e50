import "server-only";
import { MAX_SITTING_EVENTS } from "@/lib/domains/certification/constants/sittings";
import { hashDevice } from "@/lib/domains/certification/mutations/device";
import { GRACE_MS } from "@/lib/domains/certification/rules/sitting-clock";
import type { SaveAnswer } from "@/lib/domains/certification/schema/sitting";
import { pool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import { hashToken, sessionLifetime } from "@/lib/platform/session/session-row";

export type Saved =
	| { readonly ok: true; readonly position: number; readonly revision: number; readonly savedAt: Date }
	| {
			readonly ok: false;
			readonly reason: "SIGNED_OUT" | "NOT_FOUND" | "DEVICE_OTHER" | "SITTING_ENDED" | "TOO_LATE";
	  };

/** $1 hash of the session's token, $2 idle hours, $3 sitting, $4 hash of the device, $5 grace in ms. */
const gate = `
	live AS MATERIALIZED (
	  SELECT s.user_id FROM sessions s JOIN users u ON u.id = s.user_id
	   WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now()
	     AND s.last_seen_at > now() - make_interval(hours => $2) AND u.status = 'ACTIVE' AND u.role_version = s.role_version),
	sitting AS MATERIALIZED (
	  SELECT e.id, e.state, e.device_hash = $4 AS is_device, e.deadline_at + $5 * interval '1 millisecond' >= clock_timestamp() AS in_time
	    FROM exam_sittings e JOIN live ON live.user_id = e.user_id WHERE e.id = $3 FOR SHARE OF e)`;

const saveSql = `WITH ${gate},
	saved AS (
	  UPDATE exam_sitting_questions q
	     SET answer = $8::jsonb, revision = $7, is_flagged = $9, saved_at = CASE WHEN $8::jsonb IS NULL THEN NULL ELSE clock_timestamp() END
	    FROM sitting s
	   WHERE q.sitting_id = s.id AND s.state = 'SITTING' AND s.is_device AND s.in_time AND q.position = $6 AND q.revision < $7
	  RETURNING q.revision)
	SELECT EXISTS (SELECT FROM live) AS "isLive", s.state, s.is_device AS "isDevice", s.in_time AS "isInTime",
	       coalesce((SELECT revision FROM saved), q.revision) AS revision, clock_timestamp() AS "at"
	  FROM (SELECT 1) one LEFT JOIN sitting s ON true
	  LEFT JOIN exam_sitting_questions q ON q.sitting_id = s.id AND q.position = $6`;

type Row = {
	isLive: boolean;
	state: string | null;
	isDevice: boolean | null;
	isInTime: boolean | null;
	revision: number | null;
	at: Date;
};

/**
 * Keeps an answer in one statement that checks everything for itself: the session, whose sitting it is, the one device
 * that may write, the state and the database's clock. It holds the sitting against being marked meanwhile: what was
 * answered as saved is in the marking. An older answer than the one that stands changes nothing and is answered with the
 * revision that stands.
 */
export async function saveAnswer(
	token: string,
	sittingId: string,
	{ deviceKey, position, revision, answer, isFlagged }: SaveAnswer,
): Promise<Saved> {
	const isEmpty = answer?.every((part) => part === null) ?? true;
	const { rows } = await pool().query<Row>({
		name: "save-answer",
		text: saveSql,
		values: [
			hashToken(token),
			sessionLifetime.idleHours,
			sittingId,
			hashDevice(deviceKey),
			GRACE_MS,
			position,
			revision,
			isEmpty ? null : JSON.stringify(answer),
			isFlagged,
		],
	});
	const row = rows[0];
	if (!row?.isLive) return { ok: false, reason: "SIGNED_OUT" };
	if (row.state === null || row.revision === null) return { ok: false, reason: "NOT_FOUND" };
	if (row.state !== "SITTING") return { ok: false, reason: "SITTING_ENDED" };
	if (!row.isDevice) return { ok: false, reason: "DEVICE_OTHER" };
	if (!row.isInTime) return { ok: false, reason: "TOO_LATE" };
	return { ok: true, position, revision: row.revision, savedAt: row.at };
}

const eventSql = `WITH ${gate}
	INSERT INTO exam_sitting_events (id, sitting_id, kind)
	SELECT $6, s.id, $7 FROM sitting s
	 WHERE s.state = 'SITTING' AND s.is_device AND s.in_time
	   AND (SELECT count(*) FROM exam_sitting_events e WHERE e.sitting_id = s.id) < $8`;

/** Notes that the candidate left the page or came back: a hint, nothing hangs on it. */
export async function noteSittingEvent(
	token: string,
	sittingId: string,
	{ deviceKey, kind }: { deviceKey: string; kind: "LEFT" | "BACK" },
): Promise<void> {
	await pool().query(eventSql, [
		hashToken(token),
		sessionLifetime.idleHours,
		sittingId,
		hashDevice(deviceKey),
		GRACE_MS,
		newId("sev"),
		kind,
		MAX_SITTING_EVENTS,
	]);
}
