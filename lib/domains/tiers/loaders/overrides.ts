import "server-only";
import { notFound } from "next/navigation";
import { previewAgain } from "@/lib/domains/tiers/data/execute-again";
import { readPartnerNames } from "@/lib/domains/tiers/data/past-runs";
import { readPartnerReceipt } from "@/lib/domains/tiers/data/read-receipts";
import { readRun, readTracks } from "@/lib/domains/tiers/data/read-runs";
import { readAmendableRun } from "@/lib/domains/tiers/data/run-track";
import {
	findVerdictToOverride,
	listOpenOverrides,
	listOverridesOf,
} from "@/lib/domains/tiers/data/tier-overrides";
import { objectionToAmending } from "@/lib/domains/tiers/rules/amendment";
import type { AmendmentPreview } from "@/lib/domains/tiers/types/amendment";
import type {
	OverrideDuty,
	OverrideShown,
	PartnerVerdict,
	TierOverrideRow,
} from "@/lib/domains/tiers/types/override";
import { can } from "@/lib/platform/access/permissions";
import { pool } from "@/lib/platform/db/pool";
import { routes } from "@/lib/platform/routes/routes";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { requireScope } from "@/lib/platform/session/session";

/** The overrides that wait in a run, with what the reader may do. */
export async function loadOpenOverrides(runId: string): Promise<OverrideShown[]> {
	const scope = await requireScope("evaluation.read", routes.ops.evaluation(runId));
	return (await listOpenOverrides(scope, runId)).map((row) => ({ ...row, duty: dutyOf(scope, row) }));
}

function dutyOf(scope: PlatformScope, { state, proposedById, hasConflict }: TierOverrideRow): OverrideDuty {
	if (state !== "PROPOSED" || !can(scope.role, "tier-override.manage")) return "READ";
	if (proposedById === scope.userId) return "WITHDRAW";
	return hasConflict ? "CONFLICT" : "ANSWER";
}

/** One partner's receipt in a run, whatever the run's state, with what was set by hand. */
export async function loadPartnerVerdict(runId: string, partnerId: string): Promise<PartnerVerdict> {
	const scope = await requireScope("evaluation.read", routes.ops.evaluationPartner(runId, partnerId));
	const [found, stored, rows, names, tracks, run, verdict] = await Promise.all([
		readRun(scope, runId),
		readPartnerReceipt(scope, partnerId, runId),
		listOverridesOf(scope, runId, partnerId),
		readPartnerNames(scope, [partnerId]),
		readTracks(),
		readAmendableRun(pool(), runId),
		findVerdictToOverride(pool(), scope, { runId, partnerId }),
	]);
	if (!found || !stored || !run || !verdict) notFound();
	const { trackCode } = stored.receipt;
	const overrides = rows.map((row) => ({ ...row, duty: dutyOf(scope, row) }));
	const isOpen = objectionToAmending(run) === null;
	const waiting = overrides.find((row) => row.state === "PROPOSED");
	return {
		run: found.run,
		stored,
		partner: { id: partnerId, name: names.get(partnerId) ?? partnerId },
		track: tracks.find((one) => one.code === trackCode) ?? {
			code: trackCode,
			nameZh: trackCode,
			nameEn: trackCode,
		},
		overrides,
		preview: waiting && isOpen ? await previewOverride(scope, waiting) : null,
		canPropose: isOpen && can(scope.role, "tier-override.manage") && !waiting && !verdict.hasConflict,
	};
}

function previewOverride(scope: PlatformScope, row: TierOverrideRow): Promise<AmendmentPreview> {
	const { tier, reason, proposedBy } = row;
	const override = { tier, engineTier: tier, reason, proposedBy: proposedBy ?? "", confirmedBy: "", at: "" };
	return previewAgain(scope, row.runId, { partnerId: row.partnerId, refreshes: false, override });
}
