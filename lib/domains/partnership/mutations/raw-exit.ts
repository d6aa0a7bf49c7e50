import "server-only";
import type { PoolClient } from "pg";
import type { PartnerEvent, PartnerStatus } from "@/lib/domains/admission/types";
import type { ExitCaseRecord } from "@/lib/domains/partnership/types";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import type { Day } from "@/lib/platform/time";

/** An exit case as it stands, locked, before its judge. */
export type DecidedCase = Pick<
	ExitCaseRecord,
	| "id"
	| "number"
	| "partnerId"
	| "organisationId"
	| "kind"
	| "state"
	| "version"
	| "priorStatus"
	| "reasonCodes"
	| "wishedOn"
	| "openedById"
	| "openedAt"
	| "replyBy"
	| "decidedAt"
> & { company: string; partnerStatus: PartnerStatus; decidedByName: string | null };

type Move = {
	event: PartnerEvent;
	to: PartnerStatus;
	actor: Actor;
	exitedOn: Day | null;
	frozenFrom: Day;
};

/** Moves the partner of a locked case, with its life event and its audit row. */
export async function movePartnerRaw(client: PoolClient, exit: DecidedCase, move: Move): Promise<void> {
	const { rowCount } = await client.query(
		`UPDATE partners SET status = $2::partner_status, exited_on = $3::date,
		        benefits_frozen_from = CASE WHEN $3::date IS NULL THEN benefits_frozen_from ELSE $4::date END
		  WHERE id = $1 AND status = $5::partner_status`,
		[exit.partnerId, move.to, move.exitedOn, move.frozenFrom, exit.partnerStatus],
	);
	if (rowCount !== 1) throw new Error("a locked partner changed");
	await client.query(
		`INSERT INTO partner_events (partner_id, event, from_status, to_status, actor_user_id, note)
		 VALUES ($1, $2, $3::partner_status, $4::partner_status, $5, $6)`,
		[exit.partnerId, move.event, exit.partnerStatus, move.to, move.actor.userId, exit.number],
	);
	await recordAuditRaw(client, {
		actor: move.actor,
		action: `partner.${move.event.replaceAll("_", "-")}`,
		subjectType: "partner",
		subjectId: exit.partnerId,
		organisationId: exit.organisationId,
		before: { status: exit.partnerStatus },
		after: {
			status: move.to,
			...(move.exitedOn && { exitedOn: move.exitedOn, benefitsFrozenFrom: move.frozenFrom }),
		},
		reason: exit.number,
	});
}
