import "server-only";
import type { PoolClient } from "pg";
import {
	type AmendableRun,
	type FreshFacts,
	readAmendableRun,
	readFreshFacts,
	readTrackOf,
	windowsOfRun,
} from "@/lib/domains/tiers/data/run-track";
import { willOpenNotice } from "@/lib/domains/tiers/rules/amendment";
import { type ReExecuted, reExecute } from "@/lib/domains/tiers/rules/re-execute";
import type { ReceiptOverride } from "@/lib/domains/tiers/types";
import type { AmendmentPreview } from "@/lib/domains/tiers/types/amendment";
import { pool } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";

export type Again = {
	readonly partnerId: string;
	/** Whether the partner's facts are read from the sources again. */
	readonly refreshes: boolean;
	/** As `ReExecution.override`. */
	readonly override?: ReceiptOverride | null;
};

/**
 * The track of one partner of a run executed again, without a trace; with the partner's facts as they were read for it.
 * @throws AppError NOT_FOUND for a partner that is not in the run
 */
export async function executeAgain(
	client: PoolClient,
	run: AmendableRun,
	{ partnerId, refreshes, override }: Again,
): Promise<ReExecuted & { fresh: FreshFacts | null }> {
	const stored = await readTrackOf(client, run.id, partnerId);
	if (stored.length === 0) throw new AppError("NOT_FOUND");
	const fresh = refreshes ? await readFreshFacts(client, run, partnerId) : null;
	const again = reExecute({
		policy: run.tierPolicy.document,
		asOf: run.asOf,
		windows: windowsOfRun(run),
		stored,
		partnerId,
		facts: fresh?.facts ?? null,
		override,
	});
	return { ...again, fresh };
}

/**
 * What executing a partner's verdict again would change, and how it would be written. Writes nothing.
 * @throws AppError NOT_FOUND for a run that does not exist, or a partner that is not in it
 */
export async function previewAgain(
	_scope: PlatformScope,
	runId: string,
	again: Again,
): Promise<AmendmentPreview> {
	const client = await pool().connect();
	try {
		const run = await readAmendableRun(client, runId);
		if (!run) throw new AppError("NOT_FOUND");
		const { difference } = await executeAgain(client, run, again);
		return {
			difference,
			makesCorrection: run.status === "FINAL",
			opensNotice: willOpenNotice(run, difference),
		};
	} finally {
		client.release();
	}
}
