import "server-only";
import { listClaimable } from "@/lib/domains/admission/data/queue";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { claimApplication } from "./assign-application";

const candidates = 20;

/**
 * Hands a reviewer the most pressing work nobody holds. Where a colleague was faster, the next one is tried: any number of
 * reviewers asking at once get one each, as long as there is enough.
 */
export async function claimNextApplication(
	scope: PlatformScope,
): Promise<Outcome<{ applicationId: string }>> {
	for (const target of await listClaimable(scope, candidates)) {
		const outcome = await claimApplication(scope, target);
		if (outcome.ok) return { ok: true, applicationId: target.applicationId };
	}
	return refuse("NOTHING_TO_CLAIM");
}
