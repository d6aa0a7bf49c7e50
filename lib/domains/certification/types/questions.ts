import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { Difficulty, PartKind, QuestionKind } from "@/lib/domains/certification/constants/questions";

/** One thing asked. `key` holds positions in `options`: the right one(s), or all of them in the right order. */
export type Part = {
	readonly kind: PartKind;
	readonly prompt: string;
	/** Empty for `boolean`: its options are true (0) and false (1). */
	readonly options: readonly string[];
	readonly key: readonly number[];
};

/** What a version of a question asks; all but a case have one part, without a prompt of its own. */
export type QuestionBody = {
	readonly kind: QuestionKind;
	readonly stem: string;
	readonly pictureId: string | null;
	/** What the picture shows, for whoever does not see it; there where there is a picture. */
	readonly pictureAlt?: string;
	readonly parts: readonly Part[];
	/** Shown after the window has closed. */
	readonly explanation: string;
};

/** Where a question belongs; a blueprint counts by level, topic and difficulty. */
export type QuestionTags = {
	readonly level: CertificateLevel;
	readonly topic: string;
	readonly difficulty: Difficulty;
};

/** A question as a paper may draw it: `code` names the question, `versionId` what it asks just now. */
export type Drawable = QuestionTags & {
	readonly code: string;
	readonly versionId: string;
	/** Number of options of each part, 2 for `boolean`. */
	readonly optionCounts: readonly number[];
};
