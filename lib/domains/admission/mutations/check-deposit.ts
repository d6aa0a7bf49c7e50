import "server-only";
import { findSubmittedApplication } from "@/lib/domains/admission/data/applications";
import { activatePartner, lockApplication } from "@/lib/domains/admission/mutations/activate-partner";
import { tellApplicant } from "@/lib/domains/admission/mutations/tell";
import type { DepositCheck } from "@/lib/domains/admission/schema/activation";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Deposit } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, type Refusal, refuse } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";

type Checked = Outcome<{ version: number; partnerId: string | null }>;

/**
 * The platform's word on a reported deposit: the money is there, or it is not and the company reads why. Of two at once
 * one succeeds and the other learns who was faster. A confirmation makes the company a partner where it has signed.
 * @throws AppError NOT_FOUND for a deposit there is none of
 */
export async function checkDeposit(
	scope: PlatformScope,
	check: DepositCheck & { now: Date },
): Promise<Checked> {
	const outcome = await inOutcomeTransaction(async (tx): Promise<Checked> => {
		const found = await tx.deposit.findUnique({
			where: { id: check.depositId },
			select: { applicationId: true },
		});
		if (!found) throw new AppError("NOT_FOUND");
		await lockApplication(tx, found.applicationId);
		const deposit = await tx.deposit.findUniqueOrThrow({ where: { id: check.depositId } });
		if (deposit.state !== "REPORTED" || deposit.version !== check.version) return refuse("STALE_VERSION");
		if (deposit.reportedById === scope.userId) return refuse("OWN_DEPOSIT");
		return settle(tx, scope, deposit, check);
	});
	return !outcome.ok && outcome.reason === "STALE_VERSION" ? explainStale(check) : outcome;
}

async function settle(
	tx: Tx,
	scope: PlatformScope,
	deposit: Deposit,
	check: DepositCheck & { now: Date },
): Promise<Checked> {
	const application = await findSubmittedApplication(scope, deposit.applicationId, tx);
	if (!application) throw new AppError("NOT_FOUND");
	const isConfirmed = check.answer === "confirm";
	const note = check.answer === "return" ? check.note : null;
	const state = isConfirmed ? ("CONFIRMED" as const) : ("RETURNED" as const);
	const version = deposit.version + 1;
	const { count } = await tx.deposit.updateMany({
		where: { id: deposit.id, state: "REPORTED", version: deposit.version },
		data: { state, version, note, checkedById: scope.userId, checkedAt: check.now },
	});
	if (count !== 1) return refuse("STALE_VERSION");
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: isConfirmed ? "deposit.confirm" : "deposit.return",
		subjectType: "deposit",
		subjectId: deposit.id,
		organisationId: deposit.organisationId,
		before: { state: "REPORTED", version: deposit.version },
		after: { state, version, amountFen: String(deposit.amountFen) },
		reason: note ?? undefined,
	});
	const told = { ...application, version };
	if (!isConfirmed) {
		await tellApplicant(tx, told, "depositReturned", { note: note ?? "" });
		return { ok: true, version, partnerId: null };
	}
	await tellApplicant(tx, told, "depositConfirmed");
	const activated = await activatePartner(tx, actorOf(scope), application, check.now);
	return activated.ok ? { ok: true, version, partnerId: activated.partnerId } : activated;
}

/** Asked after the transaction, when the winner's row can be seen. */
async function explainStale({ depositId }: DepositCheck): Promise<Refusal> {
	const row = await db().deposit.findUniqueOrThrow({ where: { id: depositId } });
	if (row.state === "REPORTED" || !row.checkedById || !row.checkedAt) return refuse("STALE_VERSION");
	const checker = await db().user.findUnique({ where: { id: row.checkedById }, select: { name: true } });
	return refuse("DEPOSIT_ALREADY_CHECKED", {
		params: { by: checker?.name ?? "", at: row.checkedAt.toISOString() },
	});
}
