import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { isGranted, type Scope } from "@/lib/platform/session/scope";
import { always, type FileGate, never } from "./types";

/** States in which use and effect are reported; the integration test holds them to the transition table. */
export const usableStates = ["GRANTED", "USED", "REPORTED"];
export const reportableStates = ["USED", "EXPIRED"];

const hold = (tx: Tx, id: string) =>
	tx.$queryRaw`SELECT FROM benefit_applications WHERE id = ${id} FOR NO KEY UPDATE`;

function findApplication(scope: Scope, id: string, client: Tx) {
	const own = scope.workspace === "platform" ? {} : { organisationId: scope.organisationId };
	return client.benefitApplication.findFirst({
		where: { id, ...own },
		select: { organisationId: true, state: true, reportedAt: true },
	});
}

/**
 * Proof of a use. Until the use is recorded the subject is the application and the receiver alone knows of the files;
 * recording hands them over with the use as their subject, and from then on nobody changes them.
 */
export const benefitUseGate: FileGate = {
	hold,
	async stand(scope, id, client) {
		const isOwn = isGranted(scope, "benefit.own");
		if (!isOwn && !isGranted(scope, "benefit.read")) return null;
		const use = await client.benefitUse.findUnique({
			where: { id },
			select: { application: { select: { organisationId: true } } },
		});
		if (use) {
			const { organisationId } = use.application;
			if (isOwn && organisationId !== scope.organisationId) return null;
			return { organisationId, mayChange: false, wasSeen: always, seesRemoved: !isOwn };
		}
		const found = isOwn ? await findApplication(scope, id, client) : null;
		if (!found) return null;
		const { organisationId, state } = found;
		return { organisationId, mayChange: usableStates.includes(state), wasSeen: never, seesRemoved: false };
	},
};

/** What shows the effect: the receiver's alone until the report is sent, then both sides' and unchangeable. */
export const benefitReportGate: FileGate = {
	hold,
	async stand(scope, id, client) {
		const isOwn = isGranted(scope, "benefit.own");
		if (!isOwn && !isGranted(scope, "benefit.read")) return null;
		const found = await findApplication(scope, id, client);
		if (!found || (!isOwn && !found.reportedAt)) return null;
		const { organisationId, state, reportedAt } = found;
		return {
			organisationId,
			mayChange: isOwn && !reportedAt && reportableStates.includes(state),
			wasSeen: reportedAt ? always : never,
			seesRemoved: !isOwn,
		};
	},
};
