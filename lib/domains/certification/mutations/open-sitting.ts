import "server-only";
import type { PoolClient } from "pg";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { readPaper } from "@/lib/domains/certification/data/papers";
import { hashDevice } from "@/lib/domains/certification/mutations/device";
import { endHeldSitting, holdSitting } from "@/lib/domains/certification/mutations/end-sitting";
import { showParts } from "@/lib/domains/certification/rules/show-question";
import type { HandIn, OpenSitting } from "@/lib/domains/certification/schema/sitting";
import type { OpenPaper } from "@/lib/domains/certification/types/sittings";
import { actorOf } from "@/lib/platform/audit/actor";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { grant, type PartnerScope } from "@/lib/platform/session/scope";

type Opened = { paper: OpenPaper | null };

/**
 * The paper of a running sitting for the one device that may write; null once it has ended, and what is past its deadline
 * ends here. Another device is refused with DEVICE_OTHER until its candidate says that it takes over; the one before is
 * told with its next answer. Nothing that was saved is lost by it.
 */
export async function openSitting(
	scope: PartnerScope,
	{ sittingId, deviceKey, takeOver }: OpenSitting,
): Promise<Outcome<Opened>> {
	grant(scope, "exam.own");
	return inRawOutcomeTransaction<Opened>(async (client) => {
		const held = await holdSitting(client, sittingId);
		if (held?.userId !== scope.userId || held.organisationId !== scope.organisationId)
			throw new AppError("NOT_FOUND");
		if (held.state === "SITTING" && held.isOverdue) await endHeldSitting(client, held, "CLOCK");
		if (held.state !== "SITTING" || held.isOverdue) return { ok: true, paper: null };
		const deviceHash = hashDevice(deviceKey);
		if (held.deviceHash !== deviceHash) {
			if (!takeOver) return refuse("DEVICE_OTHER");
			await takeOverSitting(client, sittingId, deviceHash);
		}
		return { ok: true, paper: await showPaper(client, held) };
	});
}

async function takeOverSitting(client: PoolClient, sittingId: string, deviceHash: string): Promise<void> {
	await client.query("UPDATE exam_sittings SET device_hash = $2 WHERE id = $1", [sittingId, deviceHash]);
	await client.query("INSERT INTO exam_sitting_events (id, sitting_id, kind) VALUES ($1, $2, 'TAKEN_OVER')", [
		newId("sev"),
		sittingId,
	]);
}

async function showPaper(
	client: PoolClient,
	{ id, level, deadlineAt, now }: { id: string; level: CertificateLevel; deadlineAt: Date; now: Date },
): Promise<OpenPaper> {
	const rows = await readPaper(id, client);
	const { rows: over } = await client.query<{ count: number }>(
		"SELECT count(*)::int AS count FROM exam_sitting_events WHERE sitting_id = $1 AND kind = 'TAKEN_OVER'",
		[id],
	);
	return {
		sittingId: id,
		level,
		serverNow: now,
		deadlineAt,
		takeovers: over[0]?.count ?? 0,
		questions: rows.map(({ position, body, orders, answer, isFlagged, revision, savedAt }) => ({
			position,
			kind: body.kind,
			stem: body.stem,
			pictureId: body.pictureId,
			pictureAlt: body.pictureAlt ?? "",
			parts: showParts(body, orders),
			answer,
			isFlagged,
			revision,
			savedAt,
		})),
	};
}

/** The candidate hands in: marked at once, whoever of two submits comes first; the second finds the same result. */
export function handIn(
	scope: PartnerScope,
	{ sittingId, deviceKey }: HandIn,
): Promise<Outcome<{ sittingId: string }>> {
	grant(scope, "exam.own");
	return inRawOutcomeTransaction<{ sittingId: string }>(async (client) => {
		const held = await holdSitting(client, sittingId);
		if (held?.userId !== scope.userId || held.organisationId !== scope.organisationId)
			throw new AppError("NOT_FOUND");
		if (held.state !== "SITTING") return { ok: true, sittingId };
		if (held.isOverdue) await endHeldSitting(client, held, "CLOCK");
		else if (held.deviceHash !== hashDevice(deviceKey)) return refuse("DEVICE_OTHER");
		else await endHeldSitting(client, held, "CANDIDATE", actorOf(scope));
		return { ok: true, sittingId };
	});
}
