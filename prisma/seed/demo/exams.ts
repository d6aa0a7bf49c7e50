import type { PoolClient } from "pg";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { difficulties, type QuestionKind } from "@/lib/domains/certification/constants/questions";
import type { QuestionBody } from "@/lib/domains/certification/types/questions";
import type { Day } from "@/lib/platform/time";
import { bankLines } from "./exam-bank";
import { cases, moreLines } from "./exam-cases";
import { writePracticals } from "./exam-practicals";
import { idOf, type SatQuestion, writePastSittings } from "./exam-sittings";

const levels: Readonly<Record<string, CertificateLevel>> = { J: "junior", I: "intermediate", S: "senior" };

type BankQuestion = { level: CertificateLevel; topic: string; difficulty: number; body: QuestionBody };

/** The demo's questions as the bank holds them. */
export function readBank(): BankQuestion[] {
	return [...readLines(bankLines), ...readLines(moreLines), ...cases];
}

function readLines(lines: string): BankQuestion[] {
	return lines
		.trim()
		.split("\n")
		.map((line) => {
			const [tags = "", stem = "", options = "", explanation = ""] = line.split("|");
			const [level = "", topic = "", difficulty = ""] = tags.split(" ");
			const part = readPart(options);
			return {
				...{ level: levels[level] ?? "junior", topic, difficulty: Number(difficulty) },
				body: { kind: part.kind, stem, pictureId: null, parts: [part], explanation },
			};
		});
}

function readPart(text: string): QuestionBody["parts"][number] {
	if (text === "T" || text === "F")
		return { kind: "boolean", prompt: "", options: [], key: [text === "T" ? 0 : 1] };
	if (text.includes(">")) {
		const options = text.split(">");
		return { kind: "ordering", prompt: "", options, key: options.map((_, at) => at) };
	}
	const marked = text.split(";");
	const key = marked.flatMap((option, at) => (option.startsWith("*") ? [at] : []));
	const kind: Extract<QuestionKind, "single" | "multiple"> = key.length > 1 ? "multiple" : "single";
	return { kind, prompt: "", options: marked.map((option) => option.replace(/^\*/, "")), key };
}

/** A bank two people have written and approved, and a window of each level that can be booked today. */
export async function writeExams(client: PoolClient, today: Day): Promise<number> {
	const questions = readBank().map((question, at) => ({
		...question,
		code: `DEMO-${String(at + 1).padStart(3, "0")}`,
	}));
	await client.query(
		"INSERT INTO exam_questions (id, code) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING",
		[questions.map(({ code }) => idOf("qst", code)), questions.map(({ code }) => code)],
	);
	await client.query(
		`INSERT INTO exam_question_versions (id, question_id, version, kind, level, topic, difficulty, body, state,
		                                     written_by_id, created_at, submitted_at, reviewed_by_id, reviewed_at)
		 SELECT q.id, q.question, 1, q.kind::question_kind, q.level::certificate_level, q.topic, q.difficulty, q.body,
		        'APPROVED', w.id, $2::date - 1102, $2::date - 1100, r.id, $2::date - 1098
		   FROM jsonb_to_recordset($1) AS q (id text, question text, kind text, level text, topic text, difficulty smallint, body jsonb),
		        users w, users r
		  WHERE w.email = 'reviewer@windmaker.example' AND r.email = 'lead@windmaker.example'
		 ON CONFLICT DO NOTHING`,
		[
			JSON.stringify(
				questions.map(({ code, level, topic, difficulty, body }) => ({
					...{ id: idOf("qsv", code), question: idOf("qst", code), kind: body.kind },
					...{ level, topic, difficulty, body },
				})),
			),
			today,
		],
	);
	await client.query(
		`INSERT INTO exam_windows (id, level, name_zh, name_en, policy_version, opens_at, closes_at, seats, created_by_id)
		 SELECT w.id, w.level::certificate_level, w.zh, w.en, 1, ($2::date - 7)::timestamp AT TIME ZONE 'Asia/Shanghai',
		        ($2::date + w.days)::timestamp AT TIME ZONE 'Asia/Shanghai', w.seats, u.id
		   FROM jsonb_to_recordset($1) AS w (id text, level text, zh text, en text, days int, seats int), users u
		  WHERE u.email = 'lead@windmaker.example'
		 ON CONFLICT DO NOTHING`,
		[JSON.stringify(windows), today],
	);
	const bank = questions.map(toSat);
	await writePastSittings(client, bank);
	await writePracticals(client, bank, today);
	return questions.length;
}

function toSat({ code, level, topic, difficulty, body }: BankQuestion & { code: string }): SatQuestion {
	return {
		...{ code, level, topic, versionId: idOf("qsv", code), parts: body.parts },
		difficulty: difficulties.find((one) => one === difficulty) ?? 1,
		optionCounts: body.parts.map(({ kind, options }) => (kind === "boolean" ? 2 : options.length)),
	};
}

const windows = [
	{ level: "junior", zh: "初级常年考期", en: "Junior, at any time", days: null, seats: null },
	{ level: "intermediate", zh: "中级本月考期", en: "Intermediate, this month", days: 30, seats: 200 },
	{ level: "senior", zh: "高级本月考期", en: "Senior, this month", days: 30, seats: 60 },
].map((window) => ({ ...window, id: idOf("win", window.level) }));
