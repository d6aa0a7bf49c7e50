import "server-only";
import type { PoolClient } from "pg";
import { NOTICE_DAYS } from "@/lib/domains/tiers/constants";
import { type Again, executeAgain, previewAgain } from "@/lib/domains/tiers/data/execute-again";
import { RUN_LOCK } from "@/lib/domains/tiers/data/run-lock";
import { type AmendableRun, readAmendableRun } from "@/lib/domains/tiers/data/run-track";
import { findOverrideToApply } from "@/lib/domains/tiers/data/tier-overrides";
import { copyAsCorrection } from "@/lib/domains/tiers/mutations/copy-run";
import { finaliseRun } from "@/lib/domains/tiers/mutations/finalise-run";
import { lockRun } from "@/lib/domains/tiers/mutations/lock-run";
import { rewriteTrack } from "@/lib/domains/tiers/mutations/rewrite-track";
import { storeSummary } from "@/lib/domains/tiers/mutations/store-summary";
import { tellPartnersOfAmendment } from "@/lib/domains/tiers/mutations/tell-of-amendment";
import { tellPartnersOfNotice } from "@/lib/domains/tiers/mutations/tell-of-run";
import { objectionToAmending, willOpenNotice } from "@/lib/domains/tiers/rules/amendment";
import { isUnchanged } from "@/lib/domains/tiers/rules/re-execute";
import type { AmendmentCause, AmendmentPreview } from "@/lib/domains/tiers/types/amendment";
import type { AppealDifference } from "@/lib/domains/tiers/types/appeals";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf, type Day, monthRange } from "@/lib/platform/time";

/** With starters of runs one takes turns: a correction opens a run of the month. As in `startRun`. */
export const START_KEY = 0;

export type Amendment = {
	runId: string;
	/** Who accepted the appeal, or confirmed the override. */
	actor: Actor;
	now: Date;
	cause: AmendmentCause;
	/** Whose facts are read from the sources again; null: the run's facts stay. */
	refreshPartnerId: string | null;
};

export type Amended = {
	/** The run that says it now: the same one, or the one that corrects it. */
	runId: string;
	status: "DRAFT" | "NOTICE" | "FINAL";
	/** What changed: compare it with what was shown, and roll back where it is another. */
	difference: AppealDifference;
	/** Receipts written anew. */
	rewritten: number;
};

/**
 * What reading a partner's facts from the sources again, as of the run's day, would change in a run. Writes nothing.
 * @throws AppError NOT_FOUND for a run that does not exist, or a partner that is not in it
 */
export function previewAmendment(
	scope: PlatformScope,
	{ runId, partnerId }: { runId: string; partnerId: string },
): Promise<AmendmentPreview> {
	return previewAgain(scope, runId, { partnerId, refreshes: true });
}

/**
 * Executes one partner's track again inside the caller's transaction. A draft and a run in notice are written anew; a
 * final run stays as it is, and a run that corrects it becomes final at once. Where another partner's tier falls by it,
 * the run is in notice for seven days from now first. Refuses before it writes: `RUN_SUPERSEDED`, `RUN_OPEN`,
 * `RUN_NOT_AMENDABLE`, `NOTHING_TO_AMEND`.
 * @throws AppError NOT_FOUND for a run that does not exist, or a partner that is not in it
 */
export async function amendRun(client: PoolClient, amendment: Amendment): Promise<Outcome<Amended>> {
	const { runId, actor, now, cause } = amendment;
	await client.query("SELECT pg_advisory_xact_lock($1::int, $2::int)", [RUN_LOCK, START_KEY]);
	await lockRun(client, runId);
	const run = await readAmendableRun(client, runId);
	if (!run) throw new AppError("NOT_FOUND");
	const objection = objectionToAmending(run);
	if (objection) return refuse(objection, { params: { month: run.period } });
	const again = await executeAgain(client, run, await readAgain(client, amendment));
	const { difference } = again;
	if (cause.kind === "APPEAL" && isUnchanged(difference)) return refuse("NOTHING_TO_AMEND");

	const corrects = run.status === "FINAL";
	const targetId = corrects ? await copyAsCorrection(client, run, { actor, now, cause }) : run.id;
	const rewritten = await rewriteTrack(client, targetId, run, again);
	await storeSummary(client, targetId);
	const written = { client, run, targetId, difference, actor, now };
	const status = corrects ? await closeCorrection(written) : await keepOpen(written);
	await recordAuditRaw(client, {
		actor,
		action: corrects ? "evaluation.correct" : "evaluation.amend",
		subjectType: "evaluation_run",
		subjectId: targetId,
		before: { run: run.id, tier: difference.tierBefore, rank: difference.rankBefore },
		after: {
			cause: `${cause.kind}:${cause.id}`,
			partner: difference.partnerId,
			tier: difference.tierAfter,
			rank: difference.rankAfter,
			others: difference.others.filter((one) => one.tierBefore !== one.tierAfter).length,
			receipts: rewritten,
			status,
		},
	});
	return { ok: true, runId: targetId, status, difference, rewritten };
}

/** Whom it is about: the one whose facts are read again, or whose tier the cause sets. */
async function readAgain(
	client: PoolClient,
	{ cause, refreshPartnerId, runId, actor, now }: Amendment,
): Promise<Again> {
	if (cause.kind === "APPEAL") {
		if (!refreshPartnerId) throw new AppError("NOT_FOUND");
		return { partnerId: refreshPartnerId, refreshes: true };
	}
	const proposal = await findOverrideToApply(client, cause.id);
	const { rows } = await client.query<{ name: string }>("SELECT name FROM users WHERE id = $1", [
		actor.userId,
	]);
	const confirmer = rows[0];
	if (!proposal || !confirmer || proposal.runId !== runId || proposal.proposedById === actor.userId) {
		throw new AppError("STALE_VERSION");
	}
	const { partnerId, tier, reason, proposedBy } = proposal;
	return {
		partnerId,
		refreshes: refreshPartnerId === partnerId,
		override: {
			tier,
			engineTier: tier,
			reason,
			proposedBy,
			confirmedBy: confirmer.name,
			at: now.toISOString(),
		},
	};
}

type Written = {
	client: PoolClient;
	run: AmendableRun;
	targetId: string;
	difference: AppealDifference;
	actor: Actor;
	now: Date;
};

/** Of an open run the partners saw: they read what changed; the notice begins again where somebody else falls. */
async function keepOpen({ client, run, difference, now }: Written): Promise<"DRAFT" | "NOTICE"> {
	if (run.status !== "NOTICE" || run.noticeUntil === null) return "DRAFT";
	const fresh = addDays(businessDayOf(now), NOTICE_DAYS);
	const until = willOpenNotice(run, difference) && fresh > run.noticeUntil ? fresh : run.noticeUntil;
	if (until !== run.noticeUntil) {
		await client.query("UPDATE evaluation_runs SET notice_until = $2 WHERE id = $1", [run.id, until]);
	}
	await tellPartnersOfAmendment(client, { runId: run.id, period: run.period, until, difference });
	return "NOTICE";
}

async function closeCorrection(written: Written): Promise<"NOTICE" | "FINAL"> {
	const { client, run, targetId, difference, actor, now } = written;
	if (willOpenNotice(run, difference)) {
		const until: Day = addDays(businessDayOf(now), NOTICE_DAYS);
		await client.query(
			`UPDATE evaluation_runs SET status = 'NOTICE', notice_at = $2, notice_by_id = $3, notice_until = $4
			  WHERE id = $1 AND status = 'DRAFT'`,
			[targetId, now, actor.userId, until],
		);
		await tellPartnersOfNotice(client, { runId: targetId, period: run.period, until });
		return "NOTICE";
	}
	await finaliseRun(client, { id: targetId, period: monthRange(run.period).from }, { actor, now });
	return "FINAL";
}
