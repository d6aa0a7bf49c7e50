import "server-only";
import {
	toDeposit,
	toExitCase,
	toPartner,
	toProbation,
	toVerification,
} from "@/lib/domains/partnership/data/records";
import type {
	DepositRecord,
	ExitCaseRecord,
	LifeEvent,
	PartnerRecord,
	ProbationRecord,
	VerificationRecord,
} from "@/lib/domains/partnership/types";
import { db, type Tx } from "@/lib/platform/db/client";
import type { PartnerScope } from "@/lib/platform/session/scope";

/** The organisation's partner: the current one, or the last that left. */
export async function findOwnPartner(scope: PartnerScope, client: Tx = db()): Promise<PartnerRecord | null> {
	const rows = await client.partner.findMany({
		where: { organisationId: scope.organisationId },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
	});
	const row = rows.find((partner) => partner.status !== "EXITED") ?? rows[0];
	return row ? toPartner(row) : null;
}

/** The latest exit case; null for one of anybody else's partners. */
export async function findOwnExit(
	scope: PartnerScope,
	partnerId: string,
	client: Tx = db(),
): Promise<ExitCaseRecord | null> {
	const row = await client.exitCase.findFirst({
		where: { partnerId, organisationId: scope.organisationId },
		orderBy: [{ openedAt: "desc" }, { id: "desc" }],
	});
	return row && toExitCase(row);
}

export async function findOwnExitById(
	scope: PartnerScope,
	id: string,
	client: Tx = db(),
): Promise<ExitCaseRecord | null> {
	const row = await client.exitCase.findFirst({ where: { id, organisationId: scope.organisationId } });
	return row && toExitCase(row);
}

export async function findOwnProbation(
	scope: PartnerScope,
	partnerId: string,
	client: Tx = db(),
): Promise<ProbationRecord | null> {
	const row = await client.probation.findFirst({
		where: { partnerId, organisationId: scope.organisationId },
		orderBy: [{ openedAt: "desc" }, { id: "desc" }],
	});
	return row && toProbation(row);
}

export async function findOwnProbationById(
	scope: PartnerScope,
	id: string,
	client: Tx = db(),
): Promise<ProbationRecord | null> {
	const row = await client.probation.findFirst({ where: { id, organisationId: scope.organisationId } });
	return row && toProbation(row);
}

export async function findOwnVerification(
	scope: PartnerScope,
	partnerId: string,
	client: Tx = db(),
): Promise<VerificationRecord | null> {
	const row = await client.verification.findFirst({
		where: { partnerId, organisationId: scope.organisationId },
		orderBy: [{ openedAt: "desc" }, { id: "desc" }],
	});
	return row && toVerification(row);
}

export async function findOwnVerificationById(
	scope: PartnerScope,
	id: string,
	client: Tx = db(),
): Promise<VerificationRecord | null> {
	const row = await client.verification.findFirst({ where: { id, organisationId: scope.organisationId } });
	return row && toVerification(row);
}

export async function findOwnDeposit(
	scope: PartnerScope,
	applicationId: string,
): Promise<DepositRecord | null> {
	const row = await db().deposit.findFirst({
		where: { applicationId, organisationId: scope.organisationId },
	});
	return row && toDeposit(row);
}

/** The partner's life, newest first; who acted for the platform stays inside it. */
export async function listOwnLife(scope: PartnerScope, partnerId: string): Promise<LifeEvent[]> {
	const rows = await db().partnerLifeEvent.findMany({
		where: { partnerId, partner: { organisationId: scope.organisationId } },
		orderBy: { id: "desc" },
		take: 50,
	});
	return rows.map(({ id, event, toStatus, at, note }) => ({ id: String(id), event, toStatus, at, note }));
}
