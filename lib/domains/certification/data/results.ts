import "server-only";
import { readBlueprint, readExamPolicyVersion } from "@/lib/domains/certification/data/exam-policy";
import { type PaperRow, readPaper } from "@/lib/domains/certification/data/papers";
import { reviewParts } from "@/lib/domains/certification/rules/show-question";
import { explanationsFrom, GRACE_MS } from "@/lib/domains/certification/rules/sitting-clock";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import type { SittingResult, TopicPoints } from "@/lib/domains/certification/types/sittings";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";

type Row = Omit<SittingResult, "topics" | "reviewed" | "explanationsFrom" | "passBps" | "minutes"> & {
	policyVersion: number;
	closesAt: Date | null;
	mostExtra: number;
	now: Date;
};

/**
 * A sitting of the reader's own, and what came of it; null for anybody else's. What is right and why is told when nobody
 * of the window can still be sitting; in a continuous window, of questions that are no longer in use.
 */
export async function findOwnSitting(scope: PartnerScope, sittingId: string): Promise<SittingResult | null> {
	const { rows } = await pool().query<Row>(
		`SELECT s.id AS "sittingId", s.level, w.name_zh AS "windowZh", w.name_en AS "windowEn", s.state,
		        s.deadline_at + $4 * interval '1 millisecond' < clock_timestamp() AS "isOverdue", s.started_at AS "startedAt",
		        s.deadline_at AS "deadlineAt", s.ended_at AS "endedAt", s.ended_by AS "endedBy", s.points, s.of_points AS "ofPoints",
		        s.policy_version AS "policyVersion", w.closes_at AS "closesAt", c.id AS "certificateId", now() AS now,
		        (SELECT max(o.extra_percent) FROM exam_bookings o WHERE o.window_id = w.id) AS "mostExtra"
		   FROM exam_sittings s JOIN exam_bookings b ON b.id = s.booking_id JOIN exam_windows w ON w.id = b.window_id
		   LEFT JOIN certificates c ON c.sitting_id = s.id
		  WHERE s.id = $1 AND s.user_id = $2 AND s.organisation_id = $3`,
		[sittingId, scope.userId, scope.organisationId, GRACE_MS],
	);
	if (!rows[0]) return null;
	const { policyVersion, closesAt, mostExtra, now, ...sitting } = rows[0];
	const blueprint = await readBlueprint(sitting.level, policyVersion);
	const { document } = await readExamPolicyVersion(policyVersion);
	const longest = Math.ceil((blueprint.minutes * (100 + mostExtra)) / 100);
	const from = explanationsFrom(closesAt, longest);
	const paper = sitting.state === "SITTING" ? [] : await readPaper(sittingId);
	const shown = paper.filter(({ state }) => (from ? now >= from : state !== "APPROVED"));
	return {
		...sitting,
		passBps: blueprint.passBps,
		minutes: blueprint.minutes,
		topics: sumTopics(paper, document.topics),
		explanationsFrom: from,
		reviewed: shown.map(({ position, body, orders, answer, topic, points }) => ({
			position,
			kind: body.kind,
			stem: body.stem,
			pictureId: body.pictureId,
			pictureAlt: body.pictureAlt ?? "",
			topic,
			points: points ?? 0,
			parts: reviewParts(body, orders, answer),
			explanation: body.explanation,
		})),
	};
}

function sumTopics(paper: readonly PaperRow[], known: ExamPolicy["topics"]): TopicPoints[] {
	const sums = new Map<string, { points: number; of: number }>();
	for (const { topic, points, orders } of paper) {
		const sum = sums.get(topic) ?? { points: 0, of: 0 };
		sums.set(topic, { points: sum.points + (points ?? 0), of: sum.of + orders.length });
	}
	return [...sums]
		.map(([topic, sum]) => ({
			topic,
			name: known.find(({ code }) => code === topic)?.name ?? { "zh-CN": topic, en: topic },
			...sum,
		}))
		.sort((a, b) => b.of - a.of);
}
