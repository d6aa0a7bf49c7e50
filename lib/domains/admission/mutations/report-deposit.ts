import "server-only";
import { findPartnerOf } from "@/lib/domains/admission/data/activation";
import { findOwnApplication } from "@/lib/domains/admission/data/applications";
import { readStandardsVersion } from "@/lib/domains/admission/data/standards";
import { lockApplication } from "@/lib/domains/admission/mutations/activate-partner";
import { tellApplicant } from "@/lib/domains/admission/mutations/tell";
import { tellOfDeposit } from "@/lib/domains/admission/mutations/tell-platform";
import type { DepositReport } from "@/lib/domains/admission/schema/activation";
import type { ApplicationRecord } from "@/lib/domains/admission/types";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import type { Deposit } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PartnerScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

type Reported = Outcome<{ depositId: string; version: number }>;

/**
 * Records that an approved company says it has paid its deposit: the amount is that of the standards it was judged by.
 * Until the platform has confirmed it, the report can be corrected, each time against the version it was made from.
 * @throws AppError NOT_FOUND for an application that is not the organisation's own
 */
export function reportDeposit(scope: PartnerScope, report: DepositReport & { now: Date }): Promise<Reported> {
	return inOutcomeTransaction(async (tx) => {
		await lockApplication(tx, report.applicationId);
		const application = await findOwnApplication(scope, report.applicationId, tx);
		if (!application) throw new AppError("NOT_FOUND");
		if (application.state !== "APPROVED" || application.policyVersion === null)
			return refuse("TRANSITION_ILLEGAL");
		if (report.paidOn > businessDayOf(report.now))
			return refuse("INPUT_INVALID", { fieldErrors: { paidOn: "DATE_FUTURE" } });
		const known = await tx.deposit.findFirst({ where: { applicationId: application.id } });
		if (known?.state === "CONFIRMED" || (await findPartnerOf(application, tx)))
			return refuse("DEPOSIT_CONFIRMED");
		if ((known?.version ?? null) !== report.version) return refuse("STALE_VERSION");
		const { document: policy } = await readStandardsVersion(application.policyVersion, tx);
		const amountFen = BigInt(policy.depositFen);
		const written = await writeReport(tx, scope, application, known, { ...report, amountFen });
		if (written.ok) await tellOf(tx, application, written.version);
		return written;
	});
}

async function writeReport(
	tx: Tx,
	scope: PartnerScope,
	application: ApplicationRecord,
	known: Deposit | null,
	{ now, paidOn, payer, reference, amountFen }: DepositReport & { now: Date; amountFen: bigint },
): Promise<Reported> {
	const facts = {
		amountFen,
		payer,
		reference,
		paidOn: new Date(`${paidOn}T00:00:00Z`),
		reportedById: scope.userId,
		reportedAt: now,
	};
	const depositId = known?.id ?? newId("dep");
	const version = (known?.version ?? 0) + 1;
	if (known) {
		const { count } = await tx.deposit.updateMany({
			where: { id: known.id, version: known.version, state: { in: ["REPORTED", "RETURNED"] } },
			data: { ...facts, state: "REPORTED", version, checkedById: null, checkedAt: null, note: null },
		});
		if (count !== 1) return refuse("STALE_VERSION");
	} else {
		const { id: applicationId, organisationId } = application;
		await tx.deposit.create({ data: { id: depositId, applicationId, organisationId, ...facts } });
	}
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: "deposit.report",
		subjectType: "deposit",
		subjectId: depositId,
		before: known ? { state: known.state, version: known.version } : undefined,
		after: { state: "REPORTED", version, amountFen: String(amountFen), paidOn, payer, reference },
	});
	return { ok: true, depositId, version };
}

async function tellOf(tx: Tx, application: ApplicationRecord, version: number): Promise<void> {
	const told = { ...application, version };
	await tellApplicant(tx, told, "depositReported");
	await tellOfDeposit(tx, told);
}
