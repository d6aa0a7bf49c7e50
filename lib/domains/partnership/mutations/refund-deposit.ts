import "server-only";
import { toDate, toDay, toDeposit } from "@/lib/domains/partnership/data/records";
import { tellPartner } from "@/lib/domains/partnership/mutations/tell";
import type { RefundDeposit } from "@/lib/domains/partnership/schema/refund";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { fenToDecimal } from "@/lib/platform/money";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

/**
 * A lead records what became of a deposit once its partner has left: refund and deduction make up the amount, and a
 * deduction says why and by which published rule.
 * @throws AppError NOT_FOUND for a deposit that does not exist or whose partner has not left
 */
export function refundDeposit(
	scope: PlatformScope,
	input: RefundDeposit & { now: Date },
): Promise<Outcome<{ refundFen: bigint }>> {
	grant(scope, "exit.manage");
	return inOutcomeTransaction(async (tx) => {
		const row = await tx.deposit.findUnique({
			where: { id: input.depositId },
			include: { application: { select: { partner: true } } },
		});
		const partner = row?.application.partner;
		if (!row || !partner?.exitedOn) throw new AppError("NOT_FOUND");
		if (row.state === "REFUNDED") return refuse("ALREADY_REFUNDED");
		if (row.state !== "CONFIRMED") return refuse("DEPOSIT_NOT_CONFIRMED");
		if (row.version !== input.version) return refuse("STALE_VERSION");
		const deposit = toDeposit(row);
		if (input.deduction > deposit.amountFen)
			return refuse("DEDUCTION_TOO_MUCH", { fieldErrors: { deduction: "DEDUCTION_TOO_MUCH" } });
		const day = input.refundedOn;
		if (day > businessDayOf(input.now) || day < toDay(partner.exitedOn))
			return refuse("REFUND_DAY", { fieldErrors: { refundedOn: "REFUND_DAY" } });
		const refundFen = deposit.amountFen - input.deduction;
		const isDeducted = input.deduction > 0n;
		const { count } = await tx.deposit.updateMany({
			where: { id: deposit.id, state: "CONFIRMED", version: deposit.version },
			data: {
				state: "REFUNDED",
				version: { increment: 1 },
				refundFen,
				deductionFen: input.deduction,
				deductionReason: isDeducted ? input.deductionReason.trim() : null,
				deductionRule: isDeducted ? input.deductionRule.trim() : null,
				refundedOn: toDate(day),
				refundReference: input.reference,
				refundedById: scope.userId,
			},
		});
		if (count !== 1) return refuse("CHANGED_MEANWHILE");
		const amounts = {
			refundFen: fenToDecimal(refundFen),
			deductionFen: fenToDecimal(input.deduction),
		};
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "deposit.refund",
			subjectType: "deposit",
			subjectId: deposit.id,
			organisationId: deposit.organisationId,
			before: { state: "CONFIRMED" },
			after: { state: "REFUNDED", ...amounts, refundedOn: day, reference: input.reference },
			reason: isDeducted ? `${input.deductionRule.trim()}: ${input.deductionReason.trim()}` : undefined,
		});
		await tellPartner(tx, deposit.organisationId, {
			kind: "depositRefunded",
			key: deposit.id,
			params: { company: partner.name, refund: amounts.refundFen, deduction: amounts.deductionFen, day },
		});
		return { ok: true, refundFen };
	});
}
