import { pool } from "@/lib/platform/db/pool";
import { AppError, type Outcome } from "@/lib/platform/errors/errors";

/** What the demo does goes well, or its load ends. */
export function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new AppError(outcome.reason);
	return outcome;
}

/**
 * What people were told was told on its day, not on the day the demo was loaded. Nobody reads the mails of invented people:
 * hundreds of them would only bury those of the journeys that are tried.
 */
export async function dateTold(pattern: string, at: Date): Promise<void> {
	await pool().query(
		`UPDATE notifications SET created_at = $2
		  WHERE key LIKE $1 AND user_id IN (SELECT id FROM users WHERE is_demo)`,
		[pattern, at],
	);
	await pool().query(
		`DELETE FROM mail_messages m USING users u WHERE m.key LIKE $1 AND m.recipient = u.email AND u.is_demo`,
		[pattern],
	);
}
