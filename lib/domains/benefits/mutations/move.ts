import "server-only";
import type { PoolClient } from "pg";
import { nextState } from "@/lib/domains/benefits/rules/transitions";
import type { ApplicationState, ApplicationStep } from "@/lib/domains/benefits/types";
import type { PoolUnit } from "@/lib/domains/pools/types";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { Day } from "@/lib/platform/time";

/** An application with what its benefit says, its row held until the transaction ends. */
export type Held = {
	id: string;
	benefitId: string;
	benefitCode: string;
	nameZh: string;
	nameEn: string;
	organisationId: string;
	organisationKind: "PARTNER" | "BRAND" | "PLATFORM";
	organisationName: string;
	partnerId: string | null;
	createdById: string;
	state: ApplicationState;
	amount: bigint;
	spent: bigint;
	firstById: string | null;
	grantId: string | null;
	grantedOn: Day | null;
	expiresOn: Day | null;
	poolId: string | null;
	unit: PoolUnit | null;
	fourEyesAbove: bigint | null;
	validDays: number | null;
	today: Day;
};

/** Holds an application; with `organisationId` only when it is that one's. @throws AppError NOT_FOUND */
export async function holdApplication(
	client: PoolClient,
	id: string,
	organisationId: string | null = null,
): Promise<Held> {
	const { rows } = await client.query<Held>(
		`SELECT a.id, a.benefit_id AS "benefitId", b.code AS "benefitCode", b.name_zh AS "nameZh", b.name_en AS "nameEn",
		        a.organisation_id AS "organisationId", o.kind AS "organisationKind", o.name AS "organisationName",
		        a.partner_id AS "partnerId", a.created_by_id AS "createdById", a.state, a.amount, a.spent,
		        a.first_by_id AS "firstById", a.grant_id AS "grantId", a.granted_on AS "grantedOn", a.expires_on AS "expiresOn",
		        g.pool_id AS "poolId", p.unit, b.four_eyes_above AS "fourEyesAbove", b.valid_days AS "validDays",
		        shanghai_day(pool_now()) AS today
		   FROM benefit_applications a JOIN benefits b ON b.id = a.benefit_id JOIN organisations o ON o.id = a.organisation_id
		   LEFT JOIN pool_grants g ON g.id = a.grant_id LEFT JOIN pools p ON p.id = g.pool_id
		  WHERE a.id = $1 AND ($2::text IS NULL OR a.organisation_id = $2) FOR UPDATE OF a`,
		[id, organisationId],
	);
	if (!rows[0]) throw new AppError("NOT_FOUND");
	return rows[0];
}

type Step = {
	step: ApplicationStep;
	actor: Actor;
	/** Columns that change with the state, by their names in the table. */
	set?: Readonly<Record<string, string | bigint | Date | null>>;
	after?: Readonly<Record<string, string>>;
	reason?: string;
};

/** One legal move: the state is compared and set, with its audit row. Nothing has changed where it answers no. */
export async function moveApplication(
	client: PoolClient,
	held: Pick<Held, "id" | "state" | "organisationId">,
	{ step, actor, set = {}, after, reason }: Step,
): Promise<Outcome<{ state: ApplicationState }>> {
	const to = nextState(held.state, step);
	if (to === null) return refuse("BENEFIT_STATE");
	const names = Object.keys(set);
	const { rowCount } = await client.query(
		`UPDATE benefit_applications SET state = $3, updated_at = pool_now()${names
			.map((name, at) => `, ${name} = $${at + 4}`)
			.join("")} WHERE id = $1 AND state = $2`,
		[held.id, held.state, to, ...Object.values(set)],
	);
	if (rowCount !== 1) return refuse("BENEFIT_STATE");
	await recordAuditRaw(client, {
		actor,
		action: `benefit-application.${step.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
		subjectType: "benefit_application",
		subjectId: held.id,
		organisationId: held.organisationId,
		before: { state: held.state },
		after: { state: to, ...after },
		reason,
	});
	return { ok: true, state: to };
}
