export type Check = { name: string; sql: string };

/**
 * The checks of `prisma/sql/invariants.sql` one by one, each with the common expressions in front, so that a long proof can
 * say how far it is. Parts are joined by `UNION ALL` at the beginning of a line and name themselves in their first column.
 * @throws Error where a part has no name
 */
export function splitChecks(statement: string): Check[] {
	const start = statement.search(/^SELECT '/m);
	const shared = statement.slice(0, Math.max(0, start));
	return statement
		.slice(Math.max(0, start))
		.split(/^UNION ALL[ \t]*\r?\n/m)
		.map((part) => {
			const check = part.replace(/;\s*$/, "").trim();
			const name = /^(?:--.*\n)*SELECT '([^']+)'/.exec(check)?.[1];
			if (!name) throw new Error(`a check without a name: ${check.slice(0, 60)}`);
			// Only the first of them names its columns.
			return { name, sql: `${shared}SELECT * FROM (\n${check}\n) AS found (invariant, detail)` };
		});
}

/** The name of a check as a key of messages. */
export function checkKey(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");
}
