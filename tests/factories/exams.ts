import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import { createMember } from "./identity";
import { createPartner } from "./tiers";

type Level = "junior" | "intermediate" | "senior";

/** Sections of a small paper: every question single choice, its first option right, of the topic and difficulty asked for. */
const sections = [{ topic: "room", difficulty: 1, count: 4 }] as const;

/** Version 9 of the exam policy: a paper of four questions, and a practical part with two criteria for seniors. */
export async function publishSmallExams(): Promise<number> {
	const blueprint = (level: Level, prerequisite: Level | null) => ({
		...{ level, prerequisite, sections, minutes: 30, passBps: 7_500 },
		...{ attempts: 2, attemptDays: 365, coolingDays: 7, validMonths: 24, practical: level === "senior" },
	});
	const document = {
		schemaVersion: 1,
		topics: [{ code: "room", name: { "zh-CN": "直播间", en: "Live room" } }],
		blueprints: [blueprint("junior", null), blueprint("intermediate", "junior"), blueprint("senior", null)],
		practical: {
			dueDays: 14,
			passBps: 7_000,
			rubric: [
				{ code: "goal", max: 50, name: { "zh-CN": "目标", en: "Goal" } },
				{ code: "script", max: 50, name: { "zh-CN": "脚本", en: "Script" } },
			],
		},
	};
	await pool().query(
		`INSERT INTO policies (id, kind, version, document, document_hash, effective_from)
		 VALUES ($1, 'exam', 9, $2, $3, '2000-01-02') ON CONFLICT (kind, version) DO NOTHING`,
		[newId("pol"), JSON.stringify(document), "0".repeat(64)],
	);
	return 9;
}

/** Approved questions: KEY, 错甲, 错乙 as options, the first one right, an explanation that tells. */
export async function fillBank(level: Level, count = 6): Promise<void> {
	const [writer, reviewer] = [newId("usr"), newId("usr")];
	for (let at = 0; at < count; at++) {
		const questionId = newId("qst");
		await db().examQuestion.create({ data: { id: questionId, code: `${level}-${newId("q").slice(-8)}` } });
		await db().examQuestionVersion.create({
			data: {
				...{ id: newId("qsv"), questionId, version: 1, kind: "single", level, topic: "room", difficulty: 1 },
				body: {
					kind: "single",
					stem: `第 ${at} 题`,
					pictureId: null,
					parts: [{ kind: "single", prompt: "", options: ["KEY", "错甲", "错乙"], key: [0] }],
					explanation: "EXPLAINED",
				},
				...{ state: "APPROVED", writtenById: writer, submittedAt: new Date() },
				...{ reviewedById: reviewer, reviewedAt: new Date() },
			},
		});
	}
}

export async function openWindow(
	level: Level,
	values: { opensInMs?: number; closesInMs?: number | null; seats?: number } = {},
): Promise<string> {
	const policyVersion = await publishSmallExams();
	const now = Date.now();
	const closesInMs = values.closesInMs === undefined ? 86_400_000 : values.closesInMs;
	const { id } = await db().examWindow.create({
		data: {
			...{ id: newId("win"), level, nameZh: "首场", nameEn: "First window", policyVersion },
			opensAt: new Date(now + (values.opensInMs ?? -60_000)),
			closesAt: closesInMs === null ? null : new Date(now + closesInMs),
			seats: values.seats ?? null,
			createdById: newId("usr"),
		},
	});
	return id;
}

/** A partner with an owner and a member who may sit. */
export async function createExamPartner() {
	const owner = await createMember({ role: "partner_owner" });
	const member = await createMember({
		role: "partner_member",
		organisationId: owner.organisation.id,
	});
	const partner = await createPartner({ organisationId: owner.organisation.id });
	return { owner, member, partner };
}

/** Moves the deadline of a running sitting, as if it had begun earlier: the guard against that rests meanwhile. */
export async function shiftDeadline(sittingId: string, fromNowMs: number): Promise<void> {
	await pool().query("ALTER TABLE exam_sittings DISABLE TRIGGER exam_sittings_guarded");
	await pool().query(
		`UPDATE exam_sittings SET started_at = now() - interval '1 hour', deadline_at = clock_timestamp() + $2 * interval '1 millisecond'
		  WHERE id = $1`,
		[sittingId, fromNowMs],
	);
	await pool().query("ALTER TABLE exam_sittings ENABLE TRIGGER exam_sittings_guarded");
}
