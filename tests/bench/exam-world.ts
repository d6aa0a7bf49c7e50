import { encode } from "next-auth/jwt";
import { beginSitting } from "@/lib/domains/certification/mutations/begin-sitting";
import { pool } from "@/lib/platform/db/pool";
import { openScope, type PartnerScope } from "@/lib/platform/session/scope";
import { hashToken } from "@/lib/platform/session/session-row";

export const CANDIDATES = 500;

/** A candidate in the exam: who they are to the server, and the paper as the browser shows it. */
export type Candidate = {
	cookie: string;
	sittingId: string;
	deviceKey: string;
	/** By position: how many options each part of the question has. */
	questions: readonly { position: number; parts: readonly number[] }[];
};

/** Five hundred people of one company with a seat and a session each, on an open junior window over the demo's bank. */
const statements = [
	`INSERT INTO organisations (id, kind, name) VALUES ('org_bench_exam', 'PARTNER', '压测考生')`,
	`WITH partner AS (
	   INSERT INTO partners (id, organisation_id, name, uscc, region, primary_track, status, admitted_on)
	   SELECT 'ptn_bench_exam', 'org_bench_exam', '压测考生', '93BENCHEXAM0000000', '浙江省', min(code), 'ACTIVE', current_date - 30 FROM tracks
	   RETURNING id, primary_track)
	 INSERT INTO partner_tracks (partner_id, track_code) SELECT id, primary_track FROM partner`,
	`INSERT INTO users (id, email, name, password_hash, status, email_verified_at, locale, updated_at)
	 SELECT 'usr_bench_exam' || n, 'exam' || n || '@bench.example', '考生' || n, 'none', 'ACTIVE', now(), 'zh-CN', now() FROM generate_series(1, $1::int) n`,
	`INSERT INTO memberships (id, user_id, organisation_id, organisation_kind, role)
	 SELECT 'mem_bench_exam' || n, 'usr_bench_exam' || n, 'org_bench_exam', 'PARTNER', 'partner_member' FROM generate_series(1, $1::int) n`,
	`INSERT INTO exam_windows (id, level, name_zh, name_en, policy_version, opens_at, closes_at, created_by_id)
	 SELECT 'win_bench', 'junior', '压测', 'Bench', max(version), now() - interval '1 hour', now() + interval '1 day', 'usr_bench_exam1'
	   FROM policies WHERE kind = 'exam'`,
	`INSERT INTO exam_bookings (id, window_id, user_id, partner_id, organisation_id, booked_by_id)
	 SELECT 'bkg_bench' || n, 'win_bench', 'usr_bench_exam' || n, 'ptn_bench_exam', 'org_bench_exam', 'usr_bench_exam' || n FROM generate_series(1, $1::int) n`,
];

/** Seats everybody and lets everybody begin. `secret` is the portal's own, so that the sessions are its. */
export async function seatCandidates(secret: string): Promise<Candidate[]> {
	for (const statement of statements)
		await pool().query(statement, statement.includes("$1") ? [CANDIDATES] : []);
	const candidates: Candidate[] = [];
	for (let n = 1; n <= CANDIDATES; n++) candidates.push(await begin(n, secret));
	return candidates;
}

async function begin(n: number, secret: string): Promise<Candidate> {
	const userId = `usr_bench_exam${n}`;
	const sessionToken = `bench-session-${n}-${"x".repeat(32)}`;
	await pool().query(
		`INSERT INTO sessions (id, token_hash, user_id, active_organisation_id, role_version, expires_at)
		 SELECT 'ses_bench' || $1, $2, id, 'org_bench_exam', role_version, now() + interval '1 day' FROM users WHERE id = $3`,
		[String(n), hashToken(sessionToken), userId],
	);
	const scope = (await openScope(userId, "org_bench_exam")) as PartnerScope | null;
	if (!scope) throw new Error(`candidate ${n} has no scope`);
	const deviceKey = `bench-device-key-${n}`;
	const begun = await beginSitting(scope, { bookingId: `bkg_bench${n}`, deviceKey });
	if (!begun.ok) throw new Error(`candidate ${n}: ${begun.reason}`);
	const { rows } = await pool().query<{ position: number; parts: number[] }>(
		`SELECT q.position, ARRAY(SELECT jsonb_array_length(o)::int FROM jsonb_array_elements(q.orders) o) AS parts
		   FROM exam_sitting_questions q WHERE q.sitting_id = $1 ORDER BY q.position`,
		[begun.sittingId],
	);
	const token = await encode({ token: { sessionToken }, secret, maxAge: 86_400 });
	return { cookie: `windmaker.session=${token}`, sittingId: begun.sittingId, deviceKey, questions: rows };
}
