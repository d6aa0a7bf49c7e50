import "server-only";
import { isGranted } from "@/lib/platform/session/scope";
import { always, type FileGate } from "./types";

/** Evidence of a claim, read by the shop's brand and by the platform; both may add to it until the claim is decided. */
export const trustClaimGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM trust_claims WHERE id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		const isBrand = isGranted(scope, "trust-claim.own");
		if (!isBrand && !isGranted(scope, "trust-claim.read")) return null;
		const found = await client.trustClaim.findFirst({
			where: { id, ...(isBrand && { organisationId: scope.organisationId }) },
			select: { organisationId: true, state: true },
		});
		if (!found) return null;
		const { organisationId, state } = found;
		const mayWork = isBrand || isGranted(scope, "trust-claim.work");
		const isOpen = state === "OPENED" || state === "EVIDENCE";
		return { organisationId, mayChange: mayWork && isOpen, wasSeen: always, seesRemoved: !isBrand };
	},
};
