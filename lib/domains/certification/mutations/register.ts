import "server-only";
import type { RegisterCertificate, RevokeCertificate } from "@/lib/domains/certification/schema";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";

const asDate = (day: Day) => new Date(`${day}T00:00:00Z`);

/** Registers a certificate of somebody who works for a partner. Its number stands once, revoked or not. */
export function registerCertificate(
	scope: PlatformScope,
	{ now, ...input }: RegisterCertificate & { now: Date },
): Promise<Outcome<{ certificateId: string }>> {
	grant(scope, "certificate.manage");
	return inOutcomeTransaction(async (tx) => {
		if (input.issuedOn > businessDayOf(now))
			return refuse("ISSUED_IN_FUTURE", { fieldErrors: { issuedOn: "ISSUED_IN_FUTURE" } });
		const partner = await findPartnerByText(tx, input.partner);
		if (!partner) return refuse("PARTNER_UNKNOWN", { fieldErrors: { partner: "PARTNER_UNKNOWN" } });
		const id = newId("crt");
		const { holderName, level, number, issuedOn, expiresOn } = input;
		const { count } = await tx.certificate.createMany({
			data: [
				{
					id,
					number,
					partnerId: partner.id,
					holderName,
					level,
					issuedOn: asDate(issuedOn),
					expiresOn: asDate(expiresOn),
					registeredById: scope.userId,
				},
			],
			skipDuplicates: true,
		});
		if (count === 0)
			return refuse("CERTIFICATE_NUMBER_TAKEN", { fieldErrors: { number: "CERTIFICATE_NUMBER_TAKEN" } });
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "certificate.register",
			subjectType: "certificate",
			subjectId: id,
			organisationId: partner.organisationId,
			after: { partnerId: partner.id, number, level, issuedOn, expiresOn },
		});
		return { ok: true, certificateId: id };
	});
}

/**
 * Takes a certificate back from today on, once, and tells its holder and the owners why; what runs of earlier days counted
 * stays as it was.
 */
export function revokeCertificate(
	scope: PlatformScope,
	{ certificateId, reason, now }: RevokeCertificate & { now: Date },
): Promise<Outcome<{ revokedOn: Day }>> {
	grant(scope, "certificate.manage");
	return inOutcomeTransaction(async (tx) => {
		const row = await tx.certificate.findUnique({
			where: { id: certificateId },
			include: { partner: { select: { organisationId: true } } },
		});
		if (!row) throw new AppError("NOT_FOUND");
		const revokedOn = businessDayOf(now);
		const { count } = await tx.certificate.updateMany({
			where: { id: certificateId, revokedOn: null },
			data: { revokedOn: asDate(revokedOn), revokedById: scope.userId, revokeReason: reason },
		});
		if (count !== 1) return refuse("CERTIFICATE_REVOKED_ALREADY");
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "certificate.revoke",
			subjectType: "certificate",
			subjectId: certificateId,
			organisationId: row.partner.organisationId,
			before: { revokedOn: null },
			after: { revokedOn },
			reason,
		});
		const { organisationId } = row.partner;
		const people = await tx.membership.findMany({
			where: {
				organisationId,
				user: { status: "ACTIVE" },
				OR: [{ role: "partner_owner" }, { userId: row.userId ?? "" }],
			},
			select: { userId: true },
		});
		await notifyUsers(tx, [...new Set(people.map(({ userId }) => userId))], {
			...{ key: `certificateRevoked:${certificateId}`, kind: "certificateRevoked" },
			params: { number: row.number, holder: row.holderName, reason },
			href: routes.partner.exams(),
		});
		return { ok: true, revokedOn };
	});
}

/** The one partner that has not exited and goes by this id, credit code or exact name; null where none or several do. */
async function findPartnerByText(tx: Tx, text: string) {
	const partners = await tx.partner.findMany({
		where: {
			status: { not: "EXITED" },
			OR: [{ id: text }, { uscc: text.toUpperCase() }, { name: text }],
		},
		select: { id: true, organisationId: true },
		take: 2,
	});
	return partners.length === 1 ? (partners[0] ?? null) : null;
}
