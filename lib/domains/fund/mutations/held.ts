import "server-only";
import type { PoolClient } from "pg";
import type { FundStage } from "@/lib/domains/fund/types";
import { AppError } from "@/lib/platform/errors/errors";

/** An application while its row is held: nobody else moves it until the transaction ends. */
export type HeldApplication = {
	readonly id: string;
	readonly number: string;
	readonly title: string;
	readonly partnerId: string;
	readonly partnerName: string;
	readonly organisationId: string;
	readonly poolId: string;
	readonly askedFen: bigint;
	readonly stage: FundStage;
	readonly version: number;
	readonly round: number;
	readonly policyVersion: number | null;
	readonly assigneeId: string | null;
	/** Whether whoever asks has declared a conflict of interest with the company. */
	readonly isBound: boolean;
	/** The ledger's own clock, which everything of the fund is dated by. */
	readonly now: Date;
};

/** @throws AppError NOT_FOUND for one that does not exist, or is not the organisation's own where that is asked for */
export async function holdApplication(
	client: PoolClient,
	id: string,
	{ userId, organisationId = null }: { userId: string; organisationId?: string | null },
): Promise<HeldApplication> {
	const { rows } = await client.query<HeldApplication>(
		`SELECT a.id, a.number, a.title, a.partner_id AS "partnerId", p.name AS "partnerName",
		        a.organisation_id AS "organisationId", a.pool_id AS "poolId", a.asked_fen AS "askedFen", a.stage, a.version, a.round,
		        a.policy_version AS "policyVersion", a.assignee_id AS "assigneeId",
		        has_conflict($2, a.organisation_id) AS "isBound", pool_now() AS now
		   FROM fund_applications a JOIN partners p ON p.id = a.partner_id
		  WHERE a.id = $1 AND ($3::text IS NULL OR a.organisation_id = $3) FOR UPDATE OF a`,
		[id, userId, organisationId],
	);
	const [held] = rows;
	if (!held) throw new AppError("NOT_FOUND");
	return held;
}
