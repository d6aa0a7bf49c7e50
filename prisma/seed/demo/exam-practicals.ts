import type { PoolClient } from "pg";
import { examPolicyV1 } from "@/lib/domains/certification/constants/exam-policy";
import { totalOf } from "@/lib/domains/certification/rules/practical";
import { openStream } from "@/lib/platform/statistics/stream";
import { addDays, type Day } from "@/lib/platform/time";
import { idOf, type SatQuestion, sit } from "./exam-sittings";
import { instantOn } from "./timeline";

type Candidate = { userId: string; partnerId: string; organisationId: string };
type Mark = { scores: Record<string, number>; note: string };

const mark = (
	goal: number,
	goods: number,
	script: number,
	trust: number,
	review: number,
	note: string,
): Mark => ({
	scores: { goal, goods, script, trust, review },
	note,
});

/** Every stage a practical part waits in: days since the paper, what was handed in, and the marks there are. */
const stages: readonly { days: number; link: string | null; note: string | null; marks: readonly Mark[] }[] =
	[
		{ days: 2, link: null, note: null, marks: [] },
		{
			days: 4,
			link: "https://live.example/replays/autumn-tea",
			note: "秋茶专场，全程回放，重点在 00:40 之后的排品",
			marks: [],
		},
		{
			days: 5,
			link: "https://live.example/replays/children-autumn",
			note: "童装换季场，脚本见简介",
			marks: [mark(17, 20, 21, 13, 12, "目标清楚，排品有梯度；复盘只谈了成交，未谈退货。")],
		},
		{
			days: 6,
			link: "https://live.example/replays/home-care",
			note: "家清日用专场，含弹幕问答",
			marks: [
				mark(18, 22, 22, 14, 13, "节奏稳，问答处理得当，保障讲得明白。"),
				mark(12, 14, 15, 9, 8, "价格口径前后不一，促销倒计时与规则不符。"),
			],
		},
	];

/** Senior papers passed in the last days, one in every stage of its practical part; marked by people of no listed account. */
export async function writePracticals(
	client: PoolClient,
	bank: readonly SatQuestion[],
	today: Day,
): Promise<void> {
	const candidates = await readCandidates(client);
	const { rows: markers } = await client.query<{ id: string }>(
		`SELECT DISTINCT u.id, u.email FROM users u JOIN memberships m ON m.user_id = u.id
		  WHERE m.role IN ('ops_reviewer', 'ops_lead') AND u.status = 'ACTIVE' AND u.email NOT IN ('reviewer@windmaker.example', 'lead@windmaker.example')
		  ORDER BY u.email LIMIT 2`,
	);
	for (const [at, stage] of stages.entries()) {
		const candidate = candidates[at];
		if (!candidate) return;
		const sittingId = await writePaper(client, candidate, bank, addDays(today, -stage.days));
		await client.query(
			`INSERT INTO exam_practicals (sitting_id, due_on, link, note, submitted_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
			[
				sittingId,
				addDays(today, examPolicyV1.practical.dueDays - stage.days),
				...[stage.link, stage.note, stage.link && instantOn(addDays(today, 1 - stage.days), 20)],
			],
		);
		for (const [place, { scores, note }] of stage.marks.entries())
			await client.query(
				`INSERT INTO exam_practical_marks (sitting_id, ordinal, marker_id, scores, total, note, at)
				 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
				[
					...[sittingId, place + 1, markers[place]?.id, JSON.stringify(scores)],
					...[
						totalOf(examPolicyV1.practical.rubric, scores),
						note,
						instantOn(addDays(today, 2 - stage.days), 15 + place),
					],
				],
			);
	}
}

/** People of different partners who passed the intermediate exam, of no listed account. */
async function readCandidates(client: PoolClient): Promise<Candidate[]> {
	const { rows } = await client.query<Candidate>(
		`SELECT DISTINCT ON (s.partner_id) s.user_id AS "userId", s.partner_id AS "partnerId", s.organisation_id AS "organisationId"
		   FROM exam_sittings s JOIN certificates c ON c.sitting_id = s.id
		  WHERE s.level = 'intermediate' AND s.state = 'PASSED' AND c.revoked_on IS NULL
		    AND NOT EXISTS (SELECT FROM certificates h WHERE h.partner_id = s.partner_id AND h.level = 'senior')
		  ORDER BY s.partner_id, s.id LIMIT $1`,
		[stages.length],
	);
	return rows;
}

async function writePaper(
	client: PoolClient,
	{ userId, partnerId, organisationId }: Candidate,
	bank: readonly SatQuestion[],
	day: Day,
): Promise<string> {
	const name = `senior:${userId}`;
	const paper = sit("senior", bank, { next: openStream(`exam:${name}`), isPassed: true, name });
	const [id, booking, at] = [idOf("sit", name), idOf("bkg", name), instantOn(day, 10)];
	await client.query(
		`INSERT INTO exam_bookings (id, window_id, user_id, partner_id, organisation_id, booked_by_id, created_at)
		 VALUES ($1, $2, $3, $4, $5, $3, $6) ON CONFLICT DO NOTHING`,
		[booking, idOf("win", "senior"), userId, partnerId, organisationId, instantOn(addDays(day, -1), 16)],
	);
	await client.query(
		`INSERT INTO exam_sittings (id, booking_id, user_id, partner_id, organisation_id, level, policy_version, seed, state, started_at,
		                            deadline_at, ended_at, ended_by, device_hash, points, of_points, paper_passed)
		 VALUES ($1, $2, $3, $4, $5, 'senior', 1, $6, 'PRACTICAL', $7::timestamptz, $7::timestamptz + $8 * interval '1 minute',
		         $7::timestamptz + $9 * interval '1 minute', 'CANDIDATE', '', $10, $11, true) ON CONFLICT DO NOTHING`,
		[
			...[id, booking, userId, partnerId, organisationId, paper.seed, at, paper.limit, paper.minutes],
			...[paper.result.points, paper.result.of],
		],
	);
	await client.query(
		`INSERT INTO exam_sitting_questions (sitting_id, position, version_id, orders, answer, revision, saved_at, points)
		 SELECT $1, q.position, q.version_id, q.orders, q.answer, 1, $3::timestamptz + interval '5 minutes', q.points
		   FROM jsonb_to_recordset($2) AS q (position smallint, version_id text, orders jsonb, answer jsonb, points smallint)
		 ON CONFLICT DO NOTHING`,
		[id, JSON.stringify(paper.marked), at],
	);
	return id;
}
