import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { LevelFigureCode, PracticalFigureCode } from "@/lib/domains/certification/constants/exam-form";
import type { Coverage } from "@/lib/domains/certification/types/windows";

/** How many questions of each difficulty, as typed; empty is none. */
export type CountForm = Readonly<Record<"1" | "2" | "3", string>>;
export type LevelForm = Readonly<Record<LevelFigureCode, string>> & {
	/** Empty: none. */
	readonly prerequisite: string;
	/** By topic. */
	readonly counts: Readonly<Record<string, CountForm>>;
};

/** An exam policy as a person edits it; topics, rubric, and which levels there are, it keeps from the version it began at. */
export type ExamPolicyForm = {
	readonly levels: Readonly<Partial<Record<CertificateLevel, LevelForm>>>;
	readonly practical: Readonly<Record<PracticalFigureCode, string>>;
};

/** One difference of two versions; `level` is null for the practical part. */
export type ExamPolicyChange = {
	readonly level: CertificateLevel | null;
	readonly before: number | string | null;
	readonly after: number | string | null;
	readonly direction: "stricter" | "easier" | "other";
} & (
	| { readonly of: "figure"; readonly code: LevelFigureCode | PracticalFigureCode }
	| { readonly of: "prerequisite" }
	| { readonly of: "count"; readonly topic: string; readonly difficulty: 1 | 2 | 3 }
);

export const examFindingCodes = [
	"PREREQUISITE_NOT_LOWER",
	"NO_TIME_TO_READ",
	"ATTEMPTS_OUT_OF_REACH",
	"PASS_BY_CHANCE",
	"PASS_WITHOUT_FAULT",
	"VALID_SHORT",
] as const;
export type ExamFinding = {
	readonly code: (typeof examFindingCodes)[number];
	readonly level: CertificateLevel;
	readonly severity: "error" | "warning";
};

/** Approved questions of one kind; how far they fill a blueprint says `Coverage`. */
export type BankCount = Pick<Coverage, "topic" | "difficulty" | "found"> & {
	readonly level: CertificateLevel;
};
export type LevelCoverage = { readonly level: CertificateLevel; readonly sections: readonly Coverage[] };
