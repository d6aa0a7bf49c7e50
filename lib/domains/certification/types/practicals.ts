import type { SittingEvent } from "@/lib/domains/certification/constants/sittings";
import type { RubricScores } from "@/lib/domains/certification/rules/practical";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import type { EvidenceFile } from "@/lib/platform/files/types";
import type { Day } from "@/lib/platform/time";

export type OwnPractical = {
	readonly dueOn: Day;
	readonly submittedAt: Date | null;
	readonly settledAt: Date | null;
	readonly link: string | null;
	readonly note: string | null;
	/** Twice the score. */
	readonly halves: number | null;
	readonly isLate: boolean;
	readonly policyVersion: number;
	/** What the markers wrote, once it is settled. */
	readonly remarks: readonly string[];
};

/** A piece of work in the markers' list, by a code and without any name. */
export type PracticalRow = {
	readonly id: string;
	readonly code: string;
	readonly submittedAt: Date;
	readonly settledAt: Date | null;
	readonly marks: number;
	readonly isMine: boolean;
};

export type PracticalCase = PracticalRow & {
	readonly link: string | null;
	readonly note: string | null;
	readonly halves: number | null;
	readonly policyVersion: number;
	readonly own: { readonly scores: RubricScores; readonly total: number; readonly note: string } | null;
	readonly hints: readonly { readonly kind: SittingEvent; readonly count: number }[];
};

export type OwnPracticalPage = {
	readonly practical: OwnPractical;
	readonly files: readonly EvidenceFile[];
	readonly terms: ExamPolicy["practical"];
};
