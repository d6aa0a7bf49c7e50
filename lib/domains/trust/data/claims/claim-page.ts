import "server-only";
import { headOf, knownFactsOf } from "@/lib/domains/trust/data/claims/claim-row";
import { judgeNow } from "@/lib/domains/trust/data/claims/judge";
import { storeWorking } from "@/lib/domains/trust/rules/judge-claim";
import type { ScreenResult, StoredWorking } from "@/lib/domains/trust/types/claims";
import { db } from "@/lib/platform/db/client";
import { AppError } from "@/lib/platform/errors/errors";
import type { BrandScope, PlatformScope } from "@/lib/platform/session/scope";

/** A claim with everything that belongs to it. @throws AppError NOT_FOUND for a foreign one */
export async function findClaimPage(scope: PlatformScope | BrandScope, id: string) {
	const claim = await db().trustClaim.findFirst({
		where: { id, ...(scope.workspace === "brand" && { organisationId: scope.organisationId }) },
		include: {
			shop: { select: { code: true, name: true } },
			recall: { select: { id: true, number: true } },
			events: { orderBy: { id: "desc" } },
			evidences: { orderBy: { addedAt: "asc" } },
			appeal: true,
			entries: { orderBy: { at: "asc" } },
		},
	});
	if (!claim) throw new AppError("NOT_FOUND");
	const [source, assignee] = await Promise.all([
		db().gmvSource.findUnique({ where: { id: claim.sourceId }, select: { code: true } }),
		claim.assigneeId
			? db().user.findUnique({ where: { id: claim.assigneeId }, select: { name: true } })
			: null,
	]);
	return {
		...claim,
		source: source?.code ?? "",
		assigneeName: assignee?.name ?? null,
		...(await judge(claim)),
	};
}
export type ClaimPage = Awaited<ReturnType<typeof findClaimPage>>;

/** An open claim is shown as it is judged at this moment, a decided one as it was. */
async function judge(
	claim: NonNullable<Awaited<ReturnType<ReturnType<typeof db>["trustClaim"]["findFirst"]>>>,
) {
	const stored = {
		screening: claim.screening as unknown as readonly ScreenResult[],
		verdict: claim.verdict,
		working: claim.working as unknown as StoredWorking | null,
		missing: null as string | null,
	};
	if (claim.state !== "OPENED" && claim.state !== "EVIDENCE") return stored;
	const { screening, verdict, amount } = await judgeNow(
		db(),
		headOf(claim),
		knownFactsOf(claim),
		claim.policyVersion,
	);
	return {
		screening,
		verdict,
		working: amount.ok ? storeWorking(amount.working) : null,
		missing: amount.ok ? null : amount.reason,
	};
}
