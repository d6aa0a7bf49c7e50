import { certificateLevels } from "@/lib/domains/certification/constants/certificates";
import {
	EXAM_NOTICE_DAYS,
	EXAM_NOTICE_DAYS_WHEN_MANY,
	MANY_EXAM_PARTNERS,
} from "@/lib/domains/certification/constants/exam-form";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import type { BankCount, ExamFinding, LevelCoverage } from "@/lib/domains/certification/types/exam-form";
import { addDays, type Day } from "@/lib/platform/time";

type Blueprint = ExamPolicy["blueprints"][number];

const SECONDS_TO_READ = 30;
/** Reminders of an expiry begin 60 days before it. */
const LEAST_MONTHS = 3;

export const questionsOf = ({ sections }: Pick<Blueprint, "sections">) =>
	sections.reduce((sum, { count }) => sum + count, 0);

const rank = (level: Blueprint["level"]) => certificateLevels.indexOf(level);

const faults: readonly (readonly [
	ExamFinding["code"],
	ExamFinding["severity"],
	(one: Blueprint) => boolean,
])[] = [
	[
		"PREREQUISITE_NOT_LOWER",
		"error",
		(one) => one.prerequisite !== null && rank(one.prerequisite) >= rank(one.level),
	],
	["NO_TIME_TO_READ", "warning", (one) => one.minutes * 60 < questionsOf(one) * SECONDS_TO_READ],
	["ATTEMPTS_OUT_OF_REACH", "warning", (one) => (one.attempts - 1) * one.coolingDays >= one.attemptDays],
	["PASS_BY_CHANCE", "warning", ({ passBps }) => passBps < 5_000],
	["PASS_WITHOUT_FAULT", "warning", ({ passBps }) => passBps === 10_000],
	["VALID_SHORT", "warning", ({ validMonths }) => validMonths < LEAST_MONTHS],
];

/** Contradictions of a policy, which keep it from being published, and what its author should have meant. */
export function lintExamPolicy({ blueprints }: ExamPolicy): ExamFinding[] {
	return blueprints.flatMap((one) =>
		faults
			.filter(([, , holds]) => holds(one))
			.map(([code, severity]) => ({ code, severity, level: one.level })),
	);
}

export const mayPublishExams = (findings: readonly ExamFinding[]) =>
	findings.every(({ severity }) => severity !== "error");

/** How far the bank fills each level's blueprint. */
export function coverBlueprints({ blueprints }: ExamPolicy, bank: readonly BankCount[]): LevelCoverage[] {
	return blueprints.map(({ level, sections }) => ({
		level,
		sections: sections.map((section) => ({
			...section,
			found:
				bank.find(
					(one) =>
						one.level === level && one.topic === section.topic && one.difficulty === section.difficulty,
				)?.found ?? 0,
		})),
	}));
}

/** Questions a level's paper asks for that the bank does not have. */
export const missingOf = ({ sections }: LevelCoverage) =>
	sections.reduce((sum, { count, found }) => sum + Math.max(0, count - found), 0);

/** `partners`: those whose people may sit. */
export const examNoticeDays = (partners: number) =>
	partners > MANY_EXAM_PARTNERS ? EXAM_NOTICE_DAYS_WHEN_MANY : EXAM_NOTICE_DAYS;

/** The earliest day a policy published today may take effect; never before a version that is announced already. */
export function earliestExamDay(today: Day, partners: number, latestEffectiveFrom: Day): Day {
	const noticed = addDays(today, examNoticeDays(partners));
	return noticed > latestEffectiveFrom ? noticed : latestEffectiveFrom;
}
