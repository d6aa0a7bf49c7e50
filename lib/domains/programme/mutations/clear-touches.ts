import "server-only";
import { pool } from "@/lib/platform/db/pool";

const KEPT = "1 day";

/** Takes away the marks of commits nobody compares any more; what is held was read after them. @returns how many */
export async function clearTouches(): Promise<number> {
	const { rowCount } = await pool().query(
		"DELETE FROM programme_touches WHERE touched_at < now() - $1::interval",
		[KEPT],
	);
	return rowCount ?? 0;
}
