import "server-only";
import { isGranted } from "@/lib/platform/session/scope";
import { always, type FileGate, never } from "./types";

/** Stages in which an application to the fund takes documents; the integration test holds them to the transition table. */
export const openFundStages = ["APPLIED", "SCREENING", "DUE_DILIGENCE", "COMMITTEE"];

/**
 * The company's documents. The subject is the application to the fund; while it is being written it is the partner, and
 * only the company knows of the files. Until it is closed the company may add to them, and the platform reads them as they come.
 */
export const fundGate: FileGate = {
	hold: (tx, id) =>
		tx.$queryRaw`WITH held AS (SELECT id FROM fund_applications WHERE id = ${id} FOR NO KEY UPDATE)
			SELECT p.id FROM partners p WHERE p.id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		const isCompany = isGranted(scope, "fund.read-own");
		if (!isCompany && !isGranted(scope, "fund.read")) return null;
		const own = isCompany ? { organisationId: scope.organisationId } : {};
		const found = await client.fundApplication.findFirst({
			where: { id, ...own },
			select: { organisationId: true, stage: true },
		});
		if (found)
			return {
				organisationId: found.organisationId,
				mayChange: isGranted(scope, "fund.apply") && openFundStages.includes(found.stage),
				wasSeen: always,
				seesRemoved: !isCompany,
			};
		if (!isGranted(scope, "fund.apply")) return null;
		const partner = await client.partner.findFirst({
			where: { id, ...own },
			select: { organisationId: true, status: true },
		});
		if (!partner) return null;
		const { organisationId, status } = partner;
		return { organisationId, mayChange: status !== "EXITED", wasSeen: never, seesRemoved: false };
	},
};

/** What the platform's people found out: for each other, and never for the company. */
export const fundReviewGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM fund_applications WHERE id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		if (!isGranted(scope, "fund.read")) return null;
		const found = await client.fundApplication.findUnique({
			where: { id },
			select: { organisationId: true, stage: true },
		});
		if (!found) return null;
		const { organisationId, stage } = found;
		const mayChange = isGranted(scope, "fund.work") && openFundStages.includes(stage);
		return { organisationId, mayChange, wasSeen: always, seesRemoved: true };
	},
};
