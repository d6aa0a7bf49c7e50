import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { Difficulty } from "@/lib/domains/certification/constants/questions";
import type { SittingState } from "@/lib/domains/certification/constants/sittings";

export type WindowRow = {
	readonly id: string;
	readonly level: CertificateLevel;
	readonly nameZh: string;
	readonly nameEn: string;
	readonly policyVersion: number;
	readonly opensAt: Date;
	readonly closesAt: Date | null;
	readonly cancelledAt: Date | null;
	readonly seats: number | null;
	readonly version: number;
	readonly standing: "COMING" | "OPEN" | "OVER" | "CANCELLED";
	readonly booked: number;
	readonly begun: number;
	readonly passed: number;
};

export type WindowCandidate = {
	readonly bookingId: string;
	readonly name: string;
	readonly partnerId: string;
	readonly partnerName: string;
	readonly extraPercent: number;
	readonly extraReason: string | null;
	readonly state: SittingState | null;
	readonly startedAt: Date | null;
	readonly deadlineAt: Date | null;
	readonly answered: number;
	readonly questions: number;
	readonly points: number | null;
	readonly ofPoints: number | null;
};

/** Whether the bank fills one section of a level's blueprint. */
export type Coverage = {
	readonly topic: string;
	readonly difficulty: Difficulty;
	readonly count: number;
	readonly found: number;
};
