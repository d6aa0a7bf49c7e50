import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { examPolicyV1 } from "@/lib/domains/certification/constants/exam-policy";
import { drawPaper } from "@/lib/domains/certification/rules/draw-paper";
import { markPaper } from "@/lib/domains/certification/rules/mark-paper";
import type { Answer, Blueprint, PaperQuestion } from "@/lib/domains/certification/types/exams";
import type { Drawable, Part } from "@/lib/domains/certification/types/questions";
import { openStream, type Stream, toUnit } from "@/lib/platform/statistics/stream";
import { demoAccounts } from "../accounts";

/** A question as the demo's past sittings were held with it. */
export type SatQuestion = Drawable & { readonly parts: readonly Part[] };

type Holder = {
	certificateId: string;
	level: "junior" | "intermediate";
	userId: string;
	partnerId: string;
	organisationId: string;
	issuedOn: string;
};

export const idOf = (prefix: string, name: string) =>
	`${prefix}_demo${createHash("sha256").update(name).digest("hex").slice(0, 20)}`;

/**
 * Past sittings behind the certificates of the people with an account: each holder passed on the day of issue, every third had failed
 * a quarter before. The people of the listed accounts sat none, so that they may begin afresh.
 */
export async function writePastSittings(client: PoolClient, bank: readonly SatQuestion[]): Promise<number> {
	const holders = await readHolders(client);
	const sittings = holders.flatMap((holder) => {
		const next = openStream(`exam:${holder.certificateId}`);
		const one = (isPassed: boolean, daysBefore: number): Sitting => {
			const name = `${holder.certificateId}:${isPassed ? "passed" : "failed"}`;
			return { ...holder, ...sit(holder.level, bank, { next, isPassed, name }), daysBefore };
		};
		const passed = one(true, 0);
		return next() % 3 === 0 ? [one(false, 95), passed] : [passed];
	});
	await insert(client, sittings);
	return sittings.length;
}

async function readHolders(client: PoolClient): Promise<Holder[]> {
	const { rows } = await client.query<Holder>(
		`WITH people AS (
		   SELECT m.user_id, m.organisation_id, row_number() OVER (PARTITION BY m.organisation_id ORDER BY m.user_id) AS place
		     FROM memberships m JOIN users u ON u.id = m.user_id
		    WHERE m.role IN ('partner_owner', 'partner_member') AND u.email <> ALL ($1)
		 ), held AS (
		   SELECT c.id, c.level, c.partner_id, p.organisation_id, c.issued_on, c.sitting_id,
		          row_number() OVER (PARTITION BY c.partner_id, c.level ORDER BY c.issued_on DESC, c.id) AS place
		     FROM certificates c JOIN partners p ON p.id = c.partner_id
		    WHERE c.level IN ('junior', 'intermediate') AND c.revoked_on IS NULL
		      AND c.issued_on < shanghai_day(now()) - 4
		 )
		 SELECT h.id AS "certificateId", h.level, o.user_id AS "userId", h.partner_id AS "partnerId",
		        h.organisation_id AS "organisationId", h.issued_on AS "issuedOn"
		   FROM held h JOIN people o ON o.organisation_id = h.organisation_id AND o.place = h.place
		  WHERE h.sitting_id IS NULL
		  ORDER BY h.id`,
		[demoAccounts.map(({ email }) => email)],
	);
	return rows;
}

type Sitting = Holder & ReturnType<typeof sit> & { daysBefore: number };

/** A paper of the level, drawn and answered as its result says; `name` tells one sitting from another. */
export function sit(
	level: CertificateLevel,
	bank: readonly SatQuestion[],
	{ next, isPassed, name }: { next: Stream; isPassed: boolean; name: string },
) {
	const blueprint = examPolicyV1.blueprints.find((one) => one.level === level) as Blueprint;
	const seed = createHash("sha256").update(name).digest("hex").slice(0, 32);
	const paper = drawPaper(blueprint, bank, seed);
	const parts = new Map(bank.map((question) => [question.versionId, question.parts]));
	// A candidate's ability is drawn until the paper has the result that is known of it.
	for (let ability = isPassed ? 1 : -0.2; ; ability += isPassed ? 0.15 : -0.15) {
		const answers = new Map(paper.map((one) => [one.versionId, answer(one, bank, { next, ability })]));
		const result = markPaper(paper, { parts, answers, passBps: blueprint.passBps });
		if (result.passed !== isPassed) continue;
		const marked = result.questions.map(({ versionId, points }, at) => ({
			...{ position: at + 1, version_id: versionId, points },
			...{ orders: paper[at]?.orders, answer: answers.get(versionId) },
		}));
		const minutes = Math.round(blueprint.minutes * (0.4 + 0.5 * toUnit(next())));
		return { name, seed, isPassed, minutes, result, marked, limit: blueprint.minutes };
	}
}

/** The better the candidate and the easier the question, the likelier the right answer; two questions tell nobody apart. */
function answer(
	{ versionId, orders }: PaperQuestion,
	bank: readonly SatQuestion[],
	{ next, ability }: { next: Stream; ability: number },
): Answer {
	const question = bank.find((one) => one.versionId === versionId);
	const isVague = /0[37]$/.test(question?.code ?? "");
	const lean = isVague ? -0.6 : 1.3 * ability + 1.1 - 0.8 * ((question?.difficulty ?? 1) - 1);
	return orders.map((shown, at) => {
		const key = question?.parts[at]?.key ?? [];
		const right = key.map((option) => shown.indexOf(option));
		if (toUnit(next()) < 1 / (1 + Math.exp(-lean))) return right;
		if (key.length === shown.length) return shown.map((_, place) => shown.length - 1 - place);
		const wrong = shown.flatMap((option, place) => (key.includes(option) ? [] : [place]));
		return [wrong[next() % wrong.length] ?? 0];
	});
}

/** Everything in a few statements; bookings pass the guard of seats, sittings are written as they ended. */
async function insert(client: PoolClient, sittings: readonly Sitting[]): Promise<void> {
	const rows = sittings.map(({ result, marked, ...one }) => ({
		...one,
		...{ id: idOf("sit", one.name), booking: idOf("bkg", one.name), points: result.points, of: result.of },
		marked,
	}));
	await client.query(`CREATE TEMP TABLE demo_sittings (id text, booking text, "certificateId" text, level text, "userId" text,
		"partnerId" text, "organisationId" text, "issuedOn" date, "daysBefore" int, "isPassed" boolean, minutes int, "limit" int,
		seed text, points int, "of" int, marked jsonb, at timestamptz, win text) ON COMMIT DROP`);
	await client.query(
		"INSERT INTO demo_sittings SELECT * FROM jsonb_populate_recordset(NULL::demo_sittings, $1)",
		[JSON.stringify(rows)],
	);
	await client.query(`
		UPDATE demo_sittings SET at = (("issuedOn" - "daysBefore")::timestamp + interval '10 hours') AT TIME ZONE 'Asia/Shanghai';
		UPDATE demo_sittings SET win = 'win_demo' || substr(md5(level || to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-Q')), 1, 20);
		INSERT INTO exam_windows (id, level, name_zh, name_en, policy_version, opens_at, closes_at, created_by_id, created_at)
		  SELECT win, level::certificate_level, to_char(quarter, 'YYYY年第Q季度') || CASE level WHEN 'junior' THEN '初级' ELSE '中级' END || '考期',
		         CASE level WHEN 'junior' THEN 'Junior' ELSE 'Intermediate' END || to_char(quarter, ', "Q"Q YYYY'), 1,
		         quarter AT TIME ZONE 'Asia/Shanghai', least((quarter + interval '3 months') AT TIME ZONE 'Asia/Shanghai', last + interval '2 days'), u.id,
		         (quarter - interval '14 days') AT TIME ZONE 'Asia/Shanghai'
		    FROM (SELECT win, level, date_trunc('quarter', at AT TIME ZONE 'Asia/Shanghai') AS quarter, max(at) AS last FROM demo_sittings GROUP BY 1, 2, 3) m, users u
		   WHERE u.email = 'lead@windmaker.example' ON CONFLICT DO NOTHING;
		INSERT INTO exam_bookings (id, window_id, user_id, partner_id, organisation_id, booked_by_id, created_at)
		  SELECT booking, win, "userId", "partnerId", "organisationId", "userId", at - interval '3 days' FROM demo_sittings
		   ON CONFLICT DO NOTHING;
		DELETE FROM demo_sittings s WHERE NOT EXISTS (SELECT FROM exam_bookings b WHERE b.id = s.booking);
		INSERT INTO exam_sittings (id, booking_id, user_id, partner_id, organisation_id, level, policy_version, seed, state, started_at,
		                           deadline_at, ended_at, ended_by, device_hash, points, of_points, paper_passed)
		  SELECT id, booking, "userId", "partnerId", "organisationId", level::certificate_level, 1, seed,
		         (CASE WHEN "isPassed" THEN 'PASSED' ELSE 'FAILED' END)::sitting_state, at, at + "limit" * interval '1 minute',
		         at + minutes * interval '1 minute', 'CANDIDATE', '', points, "of", "isPassed" FROM demo_sittings
		   ON CONFLICT DO NOTHING;
		INSERT INTO exam_sitting_questions (sitting_id, position, version_id, orders, answer, revision, saved_at, points)
		  SELECT s.id, q.position, q.version_id, q.orders, q.answer, 1, s.at + interval '5 minutes', q.points
		    FROM demo_sittings s, jsonb_to_recordset(s.marked) AS q (position smallint, version_id text, orders jsonb, answer jsonb, points smallint)
		   ON CONFLICT DO NOTHING;
		UPDATE certificates c SET sitting_id = s.id, user_id = s."userId", holder_name = u.name
		  FROM demo_sittings s JOIN users u ON u.id = s."userId" WHERE c.id = s."certificateId" AND s."isPassed";`);
}
