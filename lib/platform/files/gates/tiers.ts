import "server-only";
import { isGranted } from "@/lib/platform/session/scope";
import { always, type FileGate, never } from "./types";

/**
 * Evidence beside an appeal of a tier. The subject is the appeal; while it is being written it is the partner, a slot per
 * criterion, and only the company knows of the files. Sending the appeal hands the criterion's over with `adoptFiles`;
 * from then on nobody changes them.
 */
export const tierAppealGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM partners WHERE id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		const isCompany = isGranted(scope, "partner.read-own");
		if (!isCompany && !isGranted(scope, "evaluation.read")) return null;
		const own = isCompany ? { organisationId: scope.organisationId } : {};
		const appeal = await client.tierAppeal.findFirst({
			where: { id, ...own },
			select: { organisationId: true },
		});
		if (appeal) return { ...appeal, mayChange: false, wasSeen: always, seesRemoved: !isCompany };
		if (!isGranted(scope, "tier-appeal.file")) return null;
		const partner = await client.partner.findFirst({
			where: { id, ...own },
			select: { organisationId: true, status: true },
		});
		if (!partner) return null;
		const { organisationId, status } = partner;
		return { organisationId, mayChange: status !== "EXITED", wasSeen: never, seesRemoved: false };
	},
};
