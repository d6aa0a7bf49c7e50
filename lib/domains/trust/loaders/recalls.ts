import "server-only";
import { findRecall, listRecalls, listTrustShops } from "@/lib/domains/trust/data/claims/recalls";
import { orNotFound } from "@/lib/domains/trust/loaders/or-not-found";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

export async function loadRecalls() {
	const scope = await requireScope("trust-claim.read", routes.ops.trustRecalls());
	return { recalls: await listRecalls(scope), canRecall: can(scope.role, "trust-claim.recall") };
}

export async function loadRecall(id: string) {
	const scope = await requireScope("trust-claim.read", routes.ops.trustRecall(id));
	const recall = await orNotFound(findRecall(scope, id, new Date()));
	return { ...recall, canRecall: can(scope.role, "trust-claim.recall") };
}

export async function loadRecallForm() {
	const scope = await requireScope("trust-claim.recall", routes.ops.trustRecallNew());
	return listTrustShops(scope);
}
