import "server-only";
import { type Involvement, uninvolved } from "@/lib/domains/admission/policy";
import { db, type Tx } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";

type Row = Involvement & { id: string };

/** How far a person is bound up with each of some applications, by application id. */
export async function readInvolvements(
	_scope: PlatformScope,
	userId: string,
	applicationIds: readonly string[],
	client: Tx = db(),
): Promise<ReadonlyMap<string, Involvement>> {
	const rows = await client.$queryRaw<Row[]>`
		SELECT a.id,
		       has_conflict(${userId}, a.organisation_id) AS "hasConflict",
		       EXISTS (SELECT FROM reviews r
		                WHERE r.application_id = a.id AND r.submission_no = a.submission_no AND r.reviewer_id = ${userId})
		         AS "hasOpined",
		       EXISTS (SELECT FROM appeals p
		                 JOIN reviews r ON r.application_id = p.application_id AND r.submission_no = p.submission_no
		                WHERE p.application_id = a.id AND p.state = 'OVERTURNED' AND r.reviewer_id = ${userId})
		         AS "wasOverturned"
		  FROM applications a WHERE a.id = ANY(${applicationIds})`;
	return new Map(rows.map(({ id, ...involvement }) => [id, involvement]));
}

/** The same for one application. */
export async function readInvolvement(
	scope: PlatformScope,
	userId: string,
	applicationId: string,
	client: Tx = db(),
): Promise<Involvement> {
	return (await readInvolvements(scope, userId, [applicationId], client)).get(applicationId) ?? uninvolved;
}
