import "server-only";
import { maskBuyer } from "@/lib/domains/gmv/rules/mask-buyer";
import { type ClaimPage, findClaimPage } from "@/lib/domains/trust/data/claims/claim-page";
import { countClaimTabs, listClaims, listClaimWorkers } from "@/lib/domains/trust/data/claims/desk";
import { orNotFound } from "@/lib/domains/trust/loaders/or-not-found";
import { claimDeskSchema } from "@/lib/domains/trust/schema/claim-desk";
import type { LoadedClaim } from "@/lib/domains/trust/types/claim-views";
import { can } from "@/lib/platform/access/permissions";
import { listFiles } from "@/lib/platform/files/data";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

type Query = Record<string, string | string[] | undefined>;

/** The operators' worklist for the address it was asked under. */
export async function loadClaimDesk(query: Query) {
	const scope = await requireScope("trust-claim.read", routes.ops.trustClaims());
	const filter = claimDeskSchema.parse(query);
	const today = businessDayOf(new Date());
	const canWork = can(scope.role, "trust-claim.work");
	const [list, counts, workers] = await Promise.all([
		listClaims(scope, filter, today),
		countClaimTabs(scope),
		canWork ? listClaimWorkers(scope) : [],
	]);
	return { ...list, filter, counts, workers, today, canWork };
}

/** The claims on the shops of a brand. */
export async function loadBrandClaims(query: Query) {
	const scope = await requireScope("trust-claim.own", routes.brand.trustClaims());
	const filter = claimDeskSchema.parse({ ...query, scope: "", tab: query.tab ?? "all" });
	const today = businessDayOf(new Date());
	const [list, counts] = await Promise.all([listClaims(scope, filter, today), countClaimTabs(scope)]);
	return { ...list, filter, counts, today };
}

/** A claim as operations see it. */
export async function loadClaim(id: string): Promise<LoadedClaim> {
	const scope = await requireScope("trust-claim.read", routes.ops.trustClaim(id));
	const claim = await orNotFound(findClaimPage(scope, id));
	const canWork = can(scope.role, "trust-claim.work");
	const [files, workers] = await Promise.all([
		listFiles(scope, { purpose: "TRUST_CLAIM", subjectId: id }),
		canWork ? listClaimWorkers(scope) : [],
	]);
	return { ...view(claim), files, workers, canWork, isOwnDecision: claim.decidedById === scope.userId };
}

/** A claim on one of the brand's own shops. */
export async function loadBrandClaim(id: string): Promise<LoadedClaim> {
	const scope = await requireScope("trust-claim.own", routes.brand.trustClaim(id));
	const claim = await orNotFound(findClaimPage(scope, id));
	const files = await listFiles(scope, { purpose: "TRUST_CLAIM", subjectId: id });
	return { ...view(claim), files, workers: [], canWork: false, isOwnDecision: false };
}

function view(claim: ClaimPage) {
	const today = businessDayOf(new Date());
	const until = claim.appealableUntil?.toISOString().slice(0, 10) ?? null;
	const isOpen = claim.state === "OPENED" || claim.state === "EVIDENCE";
	const isAppealable =
		claim.outcome !== null &&
		claim.state !== "CLOSED" &&
		claim.appeal === null &&
		until !== null &&
		today <= until;
	return { claim, buyer: maskBuyer(claim.buyerId), today, isOpen, appealableUntil: until, isAppealable };
}

/** Nothing but the right to open one. */
export async function loadNewClaim(): Promise<void> {
	await requireScope("trust-claim.work", routes.ops.trustClaimNew());
}
