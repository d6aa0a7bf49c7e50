import "server-only";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

export type Neighbours = { readonly previousId: string | null; readonly nextId: string | null };

/** The open applications before and after one in the order of the queue: oldest submission first. */
export async function findNeighbours(
	_scope: PlatformScope,
	{ id, submittedAt }: { id: string; submittedAt: Date | null },
): Promise<Neighbours> {
	const find = async (sign: "<" | ">", order: "ASC" | "DESC") => {
		const { rows } = await pool().query<{ id: string }>(
			`SELECT id FROM applications
			  WHERE state IN ('SUBMITTED', 'IN_REVIEW') AND (submitted_at, id) ${sign} ($1::timestamptz, $2)
			  ORDER BY submitted_at ${order}, id ${order} LIMIT 1`,
			[submittedAt, id],
		);
		return rows[0]?.id ?? null;
	};
	const [previousId, nextId] = await Promise.all([find("<", "DESC"), find(">", "ASC")]);
	return { previousId, nextId };
}
