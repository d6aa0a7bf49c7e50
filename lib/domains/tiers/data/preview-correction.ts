import "server-only";
import { previewAgain } from "@/lib/domains/tiers/data/execute-again";
import { digestOf } from "@/lib/domains/tiers/rules/difference-digest";
import { isUnchanged } from "@/lib/domains/tiers/rules/re-execute";
import type { Correction, TierAppealCase } from "@/lib/domains/tiers/types/appeals";
import { AppError } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";

/**
 * What executing an appealed decision again with the sources as they are at this moment would change; null where there is
 * nothing left to correct: the draft was dropped, or the partner is not in the run that holds now.
 */
export async function previewCorrection(
	scope: PlatformScope,
	{ run, targetRunId, partnerId }: Pick<TierAppealCase, "run" | "targetRunId" | "partnerId">,
): Promise<Correction | null> {
	if (run.status !== "NOTICE" && run.status !== "FINAL") return null;
	try {
		const preview = await previewAgain(scope, targetRunId, { partnerId, refreshes: true });
		const { difference, makesCorrection, opensNotice } = preview;
		return {
			difference: isUnchanged(difference) ? null : difference,
			digest: digestOf(targetRunId, difference),
			makesCorrection,
			opensNotice,
		};
	} catch (error) {
		if (error instanceof AppError && error.code === "NOT_FOUND") return null;
		throw error;
	}
}
