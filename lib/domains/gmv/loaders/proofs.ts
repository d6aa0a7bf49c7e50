import "server-only";
import { notFound } from "next/navigation";
import { findLastProof, findProof, findProofRequest, listProofs } from "@/lib/domains/gmv/data/proofs";
import type { Query } from "@/lib/domains/gmv/loaders";
import { proofFilterSchema } from "@/lib/domains/gmv/schema";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

/** The newest proof, or the one asked for, with those before it and the one under way. */
export async function loadProofs(query: Query) {
	const scope = await requireScope("gmv.read", routes.ops.gmvProofs());
	const filter = proofFilterSchema.parse(query);
	const [list, request, last] = await Promise.all([
		listProofs(scope, filter.page),
		findProofRequest(scope),
		findLastProof(scope),
	]);
	const shown = filter.proof === "" ? last : await findProof(scope, filter.proof);
	if (filter.proof !== "" && !shown) notFound();
	return { filter, ...list, request, last, shown, canRun: can(scope.role, "proof.run") };
}

/** The verdict in one line, for pages whose figures it vouches for. */
export async function loadLastProof() {
	const scope = await requireScope("gmv.read", routes.ops.gmvProofs());
	return findLastProof(scope);
}
