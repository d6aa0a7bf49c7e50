import "server-only";
import { agreementSchema } from "@/lib/domains/admission/schema/agreement";
import type {
	AgreementShown,
	ApplicationRecord,
	DepositRecord,
	OwnActivation,
} from "@/lib/domains/admission/types";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Deposit } from "@/lib/platform/db/generated/client";
import { readPolicyInForce, readPolicyVersion } from "@/lib/platform/policies/read";
import type { PartnerScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/** The service-partner agreement in force on a business day. */
export function readAgreement(day: Day, client: Tx = db()): Promise<AgreementShown> {
	return readPolicyInForce("agreement", day, agreementSchema, client);
}

/** The version somebody accepted. */
export function readAgreementVersion(version: number, client: Tx = db()): Promise<AgreementShown> {
	return readPolicyVersion("agreement", version, agreementSchema, client);
}

export function toDeposit(row: Deposit): DepositRecord {
	const { id, applicationId, state, version, amountFen, payer, reference } = row;
	const { reportedById, reportedAt, checkedAt, note } = row;
	return {
		id,
		applicationId,
		state,
		version,
		amountFen,
		payer,
		reference,
		reportedById,
		reportedAt,
		checkedAt,
		note,
		paidOn: row.paidOn.toISOString().slice(0, 10),
	};
}

/** What the organisation has signed and paid for one of its applications; nothing for anybody else's. */
export async function findOwnSteps(
	scope: PartnerScope,
	applicationId: string,
	client: Tx = db(),
): Promise<Pick<OwnActivation, "acceptance" | "deposit" | "admittedOn" | "exitedOn">> {
	const where = { applicationId, organisationId: scope.organisationId };
	const [acceptance, deposit, partner] = await Promise.all([
		client.agreementAcceptance.findFirst({ where }),
		client.deposit.findFirst({ where }),
		client.partner.findFirst({ where, select: { admittedOn: true, exitedOn: true } }),
	]);
	const person =
		acceptance &&
		(await client.user.findUnique({ where: { id: acceptance.acceptedById }, select: { name: true } }));
	return {
		acceptance: acceptance && {
			agreementVersion: acceptance.agreementVersion,
			documentHash: acceptance.documentHash,
			acceptedAt: acceptance.acceptedAt,
			acceptedByName: person?.name ?? null,
		},
		deposit: deposit && toDeposit(deposit),
		admittedOn: partner?.admittedOn.toISOString().slice(0, 10) ?? null,
		exitedOn: partner?.exitedOn?.toISOString().slice(0, 10) ?? null,
	};
}

/** Whether a partner came of the application already. */
export async function findPartnerOf(
	application: Pick<ApplicationRecord, "id">,
	client: Tx,
): Promise<{ id: string } | null> {
	return client.partner.findUnique({ where: { applicationId: application.id }, select: { id: true } });
}
