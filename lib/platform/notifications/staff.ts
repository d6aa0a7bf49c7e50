import "server-only";
import type { PoolClient } from "pg";
import type { Recipient } from "@/lib/platform/mail/compose";

type StaffRole = "ops_lead" | "ops_reviewer";
type Less = {
	/** Whoever had a hand in it. */
	except?: string | null;
	/** The company it is about: those who declared a conflict of interest with it are left out. */
	about?: string;
};

/** The platform's people of some roles who may work on a matter, each once. */
export async function listStaffRaw(
	client: PoolClient,
	roles: readonly StaffRole[],
	{ except = null, about }: Less = {},
): Promise<Recipient[]> {
	const { rows } = await client.query<Recipient>(
		`SELECT u.id, u.email, u.name, u.locale FROM users u
		  WHERE u.status = 'ACTIVE' AND u.id IS DISTINCT FROM $2
		    AND EXISTS (SELECT FROM memberships m WHERE m.user_id = u.id AND m.role::text = ANY($1))
		    AND ($3::text IS NULL OR NOT has_conflict(u.id, $3)) ORDER BY u.id`,
		[roles, except, about ?? null],
	);
	return rows;
}

export const idsOf = (people: readonly Recipient[]) => people.map(({ id }) => id);
