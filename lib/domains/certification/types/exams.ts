import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { Difficulty } from "@/lib/domains/certification/constants/questions";
import type { Day } from "@/lib/platform/time";

export type BlueprintSection = {
	readonly topic: string;
	readonly difficulty: Difficulty;
	readonly count: number;
};

/** How a level is examined; a sitting keeps the version it was begun under. */
export type Blueprint = {
	readonly level: CertificateLevel;
	readonly sections: readonly BlueprintSection[];
	readonly minutes: number;
	/** Share of the points needed, in basis points. */
	readonly passBps: number;
	/** Sittings allowed within `attemptDays`, and whole days between the end of one that failed and the next. */
	readonly attempts: number;
	readonly attemptDays: number;
	readonly coolingDays: number;
	readonly prerequisite: CertificateLevel | null;
	readonly validMonths: number;
	/** A practical part scored by people follows a passed paper. */
	readonly practical: boolean;
};

/** One question of a paper: `orders[part]` holds the positions of its options as the candidate sees them. */
export type PaperQuestion = {
	readonly code: string;
	readonly versionId: string;
	readonly orders: readonly (readonly number[])[];
};

/** What a candidate chose in each part, as positions on the screen; null is unanswered. */
export type Answer = readonly (readonly number[] | null)[];

export type MarkedQuestion = {
	readonly versionId: string;
	readonly points: number;
	readonly of: number;
	/** The options chosen in each part, as positions in the question itself. */
	readonly chosen: Answer;
};

export type PaperResult = {
	readonly points: number;
	readonly of: number;
	readonly passed: boolean;
	readonly questions: readonly MarkedQuestion[];
};

/** A sitting that counts against the limits. */
export type PastSitting = {
	readonly day: Day;
	readonly outcome: "PASSED" | "FAILED" | "OPEN";
};
