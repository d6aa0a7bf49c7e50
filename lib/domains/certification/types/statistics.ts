import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { ItemStatistics } from "@/lib/domains/certification/rules/item-statistics";
import type { Answer } from "@/lib/domains/certification/types/exams";
import type { Part } from "@/lib/domains/certification/types/questions";

/** A marked question of a sitting with what is needed to judge it. */
export type MarkedResponse = {
	readonly sittingId: string;
	readonly questionId: string;
	readonly versionId: string;
	readonly code: string;
	readonly stem: string;
	readonly topic: string;
	readonly parts: readonly Part[];
	readonly orders: readonly (readonly number[])[];
	readonly answer: Answer | null;
	readonly points: number;
	readonly sittingPoints: number;
	readonly sittingOf: number;
};

/** What sittings say of one version of a question; distractors only where it asks one thing. */
export type ItemReport = ItemStatistics & {
	readonly questionId: string;
	readonly versionId: string;
	readonly code: string;
	readonly stem: string;
	readonly topic: string;
};

export type PassRate = {
	readonly level: CertificateLevel;
	/** A track's name or a month; null for the level as a whole. */
	readonly of: string | null;
	readonly sittings: number;
	readonly passed: number;
};
