import "server-only";
import { probationPlanSchema } from "@/lib/domains/partnership/schema/probation";
import { verificationFormSchema } from "@/lib/domains/partnership/schema/verification";
import type {
	DepositRecord,
	ExitCaseRecord,
	PartnerRecord,
	ProbationRecord,
	VerificationChecks,
	VerificationRecord,
} from "@/lib/domains/partnership/types";
import type { Deposit, ExitCase, Partner, Probation, Verification } from "@/lib/platform/db/generated/client";
import type { Day } from "@/lib/platform/time";

/** A date column as a business day. */
export function toDay(date: Date): Day;
export function toDay(date: Date | null): Day | null;
export function toDay(date: Date | null): Day | null {
	return date?.toISOString().slice(0, 10) ?? null;
}

/** A business day as a date column wants it. */
export function toDate(day: Day): Date {
	return new Date(`${day}T00:00:00Z`);
}

export function toPartner(row: Partner): PartnerRecord {
	return {
		...row,
		admittedOn: toDay(row.admittedOn),
		nextVerificationOn: toDay(row.nextVerificationOn),
		licenceExpiresOn: toDay(row.licenceExpiresOn),
		exitedOn: toDay(row.exitedOn),
		benefitsFrozenFrom: toDay(row.benefitsFrozenFrom),
	};
}

export function toExitCase(row: ExitCase): ExitCaseRecord {
	return {
		...row,
		wishedOn: toDay(row.wishedOn),
		replyBy: toDay(row.replyBy),
		decideBy: toDay(row.decideBy),
		effectiveOn: toDay(row.effectiveOn),
	};
}

export function toProbation(row: Probation): ProbationRecord {
	return { ...row, plan: probationPlanSchema.parse(row.plan), deadline: toDay(row.deadline) };
}

export function toVerification(row: Verification): VerificationRecord {
	return {
		...row,
		dueOn: toDay(row.dueOn),
		form: verificationFormSchema.parse(row.form),
		checks: row.checks as VerificationChecks | null,
	};
}

export function toDeposit(row: Deposit): DepositRecord {
	return { ...row, paidOn: toDay(row.paidOn), refundedOn: toDay(row.refundedOn) };
}
