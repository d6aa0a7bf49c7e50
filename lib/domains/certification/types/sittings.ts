import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { PartKind, QuestionKind } from "@/lib/domains/certification/constants/questions";
import type { SittingState } from "@/lib/domains/certification/constants/sittings";
import type { SitVerdict } from "@/lib/domains/certification/rules/may-sit";
import type { Answer, PastSitting } from "@/lib/domains/certification/types/exams";
import type { Day } from "@/lib/platform/time";

/** A part as the candidate sees it: options in the shown order, `true` and `false` of a true-or-false question. */
export type ShownPart = {
	readonly kind: PartKind;
	readonly prompt: string;
	readonly options: readonly string[];
};

/** A question as it goes to the browser: no key, no explanation, no original order. */
export type ShownQuestion = {
	readonly position: number;
	readonly kind: QuestionKind;
	readonly stem: string;
	readonly pictureId: string | null;
	readonly pictureAlt: string;
	readonly parts: readonly ShownPart[];
	readonly answer: Answer | null;
	readonly isFlagged: boolean;
	readonly revision: number;
	readonly savedAt: Date | null;
};

export type OpenPaper = {
	readonly sittingId: string;
	readonly level: CertificateLevel;
	/** The server's clock when it answered: the page counts from it and not from the device's own. */
	readonly serverNow: Date;
	readonly deadlineAt: Date;
	/** How often another device took over so far. */
	readonly takeovers: number;
	readonly questions: readonly ShownQuestion[];
};

export type TopicPoints = {
	readonly topic: string;
	readonly name: { readonly "zh-CN": string; readonly en: string };
	readonly points: number;
	readonly of: number;
};

/** A question of a marked paper with what was chosen and what is right, in the question's own words. */
export type ReviewedQuestion = {
	readonly position: number;
	readonly kind: QuestionKind;
	readonly stem: string;
	readonly pictureId: string | null;
	readonly pictureAlt: string;
	readonly topic: string;
	readonly points: number;
	readonly parts: readonly {
		readonly kind: PartKind;
		readonly prompt: string;
		readonly options: readonly string[];
		readonly key: readonly number[];
		readonly chosen: readonly number[] | null;
	}[];
	readonly explanation: string;
};

export type SittingResult = {
	readonly sittingId: string;
	readonly level: CertificateLevel;
	readonly windowZh: string;
	readonly windowEn: string;
	readonly state: SittingState;
	readonly isOverdue: boolean;
	readonly startedAt: Date;
	readonly deadlineAt: Date;
	readonly endedAt: Date | null;
	readonly endedBy: "CANDIDATE" | "CLOCK" | null;
	readonly points: number | null;
	readonly ofPoints: number | null;
	readonly passBps: number;
	readonly minutes: number;
	readonly certificateId: string | null;
	readonly topics: readonly TopicPoints[];
	/** When explanations are shown; null in a continuous window, where it depends on each question. */
	readonly explanationsFrom: Date | null;
	readonly reviewed: readonly ReviewedQuestion[];
};

/** A member of a partner as somebody who may sit. */
export type Candidate = {
	readonly userId: string;
	readonly name: string;
	readonly past: readonly (PastSitting & { readonly level: CertificateLevel })[];
	readonly held: readonly CertificateLevel[];
};

export type WindowChoice = {
	readonly id: string;
	readonly level: CertificateLevel;
	readonly nameZh: string;
	readonly nameEn: string;
	readonly opensAt: Date;
	readonly closesAt: Date | null;
	readonly isOpen: boolean;
	/** Null: as many as come. */
	readonly seatsLeft: number | null;
	readonly minutes: number;
	readonly passBps: number;
	readonly questions: number;
	readonly practical: boolean;
	/** Per member who may be booked by the reader, in the order of the candidates. */
	readonly verdicts: readonly {
		readonly userId: string;
		readonly name: string;
		readonly isBooked: boolean;
		readonly verdict: SitVerdict;
	}[];
};

export type BookingRow = {
	readonly id: string;
	readonly windowId: string;
	readonly level: CertificateLevel;
	readonly nameZh: string;
	readonly nameEn: string;
	readonly opensAt: Date;
	readonly closesAt: Date | null;
	readonly isOpen: boolean;
	readonly isOver: boolean;
	readonly userId: string;
	readonly userName: string;
	readonly extraPercent: number;
	readonly sittingId: string | null;
	readonly state: SittingState | null;
	readonly isOverdue: boolean;
	readonly startedAt: Date | null;
	readonly endedAt: Date | null;
	readonly points: number | null;
	readonly ofPoints: number | null;
};

export type OwnCertificate = {
	readonly id: string;
	readonly number: string;
	readonly userId: string | null;
	readonly holderName: string;
	readonly level: CertificateLevel;
	readonly issuedOn: Day;
	readonly expiresOn: Day;
	readonly revokedOn: Day | null;
};

export type PrintedCertificate = OwnCertificate & {
	readonly partnerName: string;
	readonly revokeReason: string | null;
	readonly signature: string | null;
	readonly keyId: string | null;
	/** What was signed, for the offline check. */
	readonly text: string;
};

/** A certificate as anybody may see it. */
export type PublicCertificate = {
	readonly number: string;
	readonly level: CertificateLevel;
	readonly maskedName: string;
	readonly partnerName: string;
	readonly issuedOn: Day;
	readonly expiresOn: Day;
	readonly revokedOn: Day | null;
	readonly isSigned: boolean;
	readonly keyId: string | null;
	readonly status: "VALID" | "EXPIRED" | "REVOKED";
};

export type PublishedKey = { readonly id: string; readonly publicKey: string; readonly createdAt: Date };
