import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type {
	Difficulty,
	QuestionKind,
	QuestionState,
} from "@/lib/domains/certification/constants/questions";
import type { QuestionBody } from "@/lib/domains/certification/types/questions";
import type { ForceCode } from "@/lib/domains/forces/constants";

/** A question in the bank's list, as its newest version has it. */
export type BankRow = {
	readonly id: string;
	readonly code: string;
	readonly version: number;
	readonly kind: QuestionKind;
	readonly level: CertificateLevel;
	readonly topic: string;
	readonly force: ForceCode | null;
	readonly difficulty: Difficulty;
	readonly state: QuestionState;
	readonly stem: string;
	readonly writtenBy: string | null;
	/** An older version is in use while this one is in the making. */
	readonly hasApproved: boolean;
	readonly sittings: number;
};

export type QuestionVersion = {
	readonly id: string;
	readonly version: number;
	readonly kind: QuestionKind;
	readonly level: CertificateLevel;
	readonly topic: string;
	readonly force: ForceCode | null;
	readonly difficulty: Difficulty;
	readonly body: QuestionBody;
	readonly state: QuestionState;
	readonly revision: number;
	readonly writtenById: string;
	readonly writtenBy: string | null;
	readonly createdAt: Date;
	readonly submittedAt: Date | null;
	readonly reviewedBy: string | null;
	readonly reviewedAt: Date | null;
	readonly reviewNote: string | null;
	/** Papers it was drawn for. */
	readonly papers: number;
};

/** A question with all its versions, the newest first. */
export type BankQuestion = {
	readonly id: string;
	readonly code: string;
	readonly versions: readonly [QuestionVersion, ...QuestionVersion[]];
};
