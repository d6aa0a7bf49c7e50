import "server-only";
import { isGranted } from "@/lib/platform/session/scope";
import { always, type FileGate } from "./types";

/**
 * Evidence of an item of a brand's playbook. The brand, a partner that works for one of its shops today and the platform's
 * people read it; it belongs to the brand. What an item was done by stays: to take it back, the item is reopened first.
 */
export const playbookGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM playbook_items WHERE id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		if (!isGranted(scope, "playbook.read")) return null;
		const [found] = await client.$queryRaw<{ organisationId: string; state: string; owner: string }[]>`
			SELECT b.organisation_id AS "organisationId", i.state::text, i.owner::text
			  FROM playbook_items i JOIN brands b ON b.id = i.brand_id
			 WHERE i.id = ${id} AND CASE ${scope.workspace}
			   WHEN 'platform' THEN true
			   WHEN 'brand' THEN b.organisation_id = ${scope.organisationId}
			   ELSE serves_brand(${scope.organisationId}, b.id) END`;
		if (!found) return null;
		const isTheirs = scope.workspace !== "partner" || found.owner !== "PLATFORM";
		return {
			organisationId: found.organisationId,
			mayChange: isGranted(scope, "playbook.work") && found.state !== "DONE" && isTheirs,
			wasSeen: always,
			seesRemoved: false,
		};
	},
};
