import "server-only";
import { isGranted } from "@/lib/platform/session/scope";
import { always, type FileGate, never, seenAt } from "./types";

/** States an applicant may change the form in; the integration test holds them to the transition table. */
export const editableStates = ["DRAFT", "CHANGES_REQUESTED"];

/** The company fills in while the application is with it; the platform reads from the first submission on. */
export const applicationGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM applications WHERE id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		const isCompany = isGranted(scope, "application.edit");
		if (!isCompany && !isGranted(scope, "application.read")) return null;
		const found = await client.application.findFirst({
			where: isCompany ? { id, organisationId: scope.organisationId } : { id, submittedAt: { not: null } },
			select: { organisationId: true, state: true, submittedAt: true },
		});
		if (!found) return null;
		return {
			organisationId: found.organisationId,
			mayChange: isCompany && editableStates.includes(found.state),
			wasSeen: seenAt(found.submittedAt),
			seesRemoved: !isCompany,
		};
	},
};

/**
 * The subject is the appeal; while the appeal is being written it is the rejected application, and only the company
 * knows of the files. Sending the appeal hands them over with `adoptFiles`; from then on nobody changes them.
 */
export const appealGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM applications WHERE id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		const isCompany = isGranted(scope, "application.edit");
		if (!isCompany && !isGranted(scope, "application.read")) return null;
		const own = isCompany ? { organisationId: scope.organisationId } : {};
		const appeal = await client.appeal.findFirst({ where: { id, ...own }, select: { organisationId: true } });
		if (appeal) return { ...appeal, mayChange: false, wasSeen: always, seesRemoved: !isCompany };
		const rejected = isCompany
			? await client.application.findFirst({
					where: { id, ...own },
					select: {
						organisationId: true,
						state: true,
						submissionNo: true,
						appeals: { select: { submissionNo: true } },
					},
				})
			: null;
		if (!rejected) return null;
		const { organisationId, state, submissionNo, appeals } = rejected;
		const isAppealed = appeals.some((one) => one.submissionNo === submissionNo);
		return {
			organisationId,
			mayChange: state === "REJECTED" && !isAppealed,
			wasSeen: never,
			seesRemoved: false,
		};
	},
};

/** Proof of payment. The subject is the approved application, for the deposit is reported with its proof. */
export const depositGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM applications WHERE id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		const isCompany = isGranted(scope, "application.edit");
		if (!isCompany && !isGranted(scope, "application.read")) return null;
		const found = await client.application.findFirst({
			where: isCompany ? { id, organisationId: scope.organisationId } : { id, deposit: { isNot: null } },
			select: { organisationId: true, state: true, deposit: { select: { state: true, reportedAt: true } } },
		});
		if (!found) return null;
		const { organisationId, state, deposit } = found;
		return {
			organisationId,
			mayChange:
				isCompany &&
				state === "APPROVED" &&
				(deposit === null || ["REPORTED", "RETURNED"].includes(deposit.state)),
			wasSeen: seenAt(deposit?.reportedAt ?? null),
			seesRemoved: !isCompany,
		};
	},
};
