import "server-only";
import { isGranted, type Scope } from "@/lib/platform/session/scope";
import { always, type FileGate, never, seenAt } from "./types";

/** A case of a partner: its own, or any for the platform's readers; null for everybody else. */
function ownOrAny(scope: Scope): { organisationId?: string } | null {
	if (isGranted(scope, "partnership.own")) return { organisationId: scope.organisationId };
	return isGranted(scope, "partnership.read") ? {} : null;
}

const isCompany = (scope: Scope) => scope.workspace === "partner";

/**
 * What a notice rests on. The subject is the exit case; while the notice is being written it is the partner, and only
 * those who may give notice know of the files. Sending it hands them over with `adoptFiles`; the partner then reads them.
 */
export const exitNoticeGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM partners WHERE id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		const own = ownOrAny(scope);
		if (!own) return null;
		const found = await client.exitCase.findFirst({
			where: { id, ...own },
			select: { organisationId: true },
		});
		if (found) return { ...found, mayChange: false, wasSeen: always, seesRemoved: false };
		if (!isGranted(scope, "exit.manage")) return null;
		const partner = await client.partner.findUnique({
			where: { id },
			select: { organisationId: true, status: true },
		});
		if (!partner) return null;
		const { organisationId, status } = partner;
		return {
			organisationId,
			mayChange: status === "ACTIVE" || status === "PROBATION",
			wasSeen: never,
			seesRemoved: false,
		};
	},
};

/** The partner's evidence beside its answer to a notice; the platform reads it once the answer is given. */
export const exitReplyGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM exit_cases WHERE id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		const own = ownOrAny(scope);
		if (!own) return null;
		const found = await client.exitCase.findFirst({
			where: { id, ...own, ...(!isCompany(scope) && { repliedAt: { not: null } }) },
			select: { organisationId: true, state: true, repliedAt: true },
		});
		if (!found) return null;
		return {
			organisationId: found.organisationId,
			mayChange: isCompany(scope) && found.state === "NOTICE" && found.repliedAt === null,
			wasSeen: seenAt(found.repliedAt),
			seesRemoved: !isCompany(scope),
		};
	},
};

/** Evidence of progress under a plan; the platform sees it as it comes. */
export const probationGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM probations WHERE id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		const own = ownOrAny(scope);
		if (!own) return null;
		const found = await client.probation.findFirst({
			where: { id, ...own },
			select: { organisationId: true, state: true },
		});
		if (!found) return null;
		const mayChange = isCompany(scope) && found.state === "OPEN";
		return {
			organisationId: found.organisationId,
			mayChange,
			wasSeen: always,
			seesRemoved: !isCompany(scope),
		};
	},
};

/** Evidence of a re-verification; the platform reads it once it is submitted. */
export const verificationGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM verifications WHERE id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		const own = ownOrAny(scope);
		if (!own) return null;
		const found = await client.verification.findFirst({
			where: { id, ...own, ...(!isCompany(scope) && { submittedAt: { not: null } }) },
			select: { organisationId: true, state: true, submittedAt: true },
		});
		if (!found) return null;
		return {
			organisationId: found.organisationId,
			mayChange: isCompany(scope) && found.state === "OPEN",
			wasSeen: seenAt(found.submittedAt),
			seesRemoved: !isCompany(scope),
		};
	},
};
