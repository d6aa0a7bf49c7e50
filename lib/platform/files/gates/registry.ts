import "server-only";
import type { FilePurpose } from "@/lib/platform/files/types";
import { appealGate, applicationGate, depositGate } from "./admission";
import { benefitReportGate, benefitUseGate } from "./benefits";
import { pictureGate, practicalGate } from "./exams";
import { fundGate, fundReviewGate } from "./fund";
import { exitNoticeGate, exitReplyGate, probationGate, verificationGate } from "./partnership";
import { playbookGate } from "./playbook";
import { tierAppealGate } from "./tiers";
import { trustClaimGate } from "./trust";
import type { FileGate } from "./types";

/** One gate per purpose: uploading, reading and removing ask it and nothing else. */
export const fileGates: Readonly<Record<FilePurpose, FileGate>> = {
	APPLICATION: applicationGate,
	APPEAL: appealGate,
	DEPOSIT: depositGate,
	EXIT_NOTICE: exitNoticeGate,
	EXIT_REPLY: exitReplyGate,
	PROBATION: probationGate,
	VERIFICATION: verificationGate,
	TIER_APPEAL: tierAppealGate,
	FUND: fundGate,
	FUND_REVIEW: fundReviewGate,
	PLAYBOOK: playbookGate,
	BENEFIT_USE: benefitUseGate,
	BENEFIT_REPORT: benefitReportGate,
	EXAM_PRACTICAL: practicalGate,
	EXAM_PICTURE: pictureGate,
	TRUST_CLAIM: trustClaimGate,
};
