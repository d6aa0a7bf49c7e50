import pg from "pg";
import { adminRole } from "./cluster";
import type { Place } from "./place";

/** The portal's own role and database: no superuser, so that no query of the portal reaches the system below. */
const appRole = "windmaker";

export function adminConfig(place: Place, port: number): pg.ClientConfig {
	return { host: "127.0.0.1", port, user: adminRole, password: place.adminPassword, database: "postgres" };
}

export function appUrl(place: Place, port: number): string {
	return `postgresql://${appRole}:${place.appPassword}@127.0.0.1:${port}/${appRole}`;
}

/** Creates the portal's role and database where they are missing. */
export async function ensureAppDatabase(
	place: Place,
	port: number,
	mayCreateDatabases: boolean,
): Promise<void> {
	const client = new pg.Client(adminConfig(place, port));
	// A server killed meanwhile: the query under way says so.
	client.on("error", () => undefined);
	await client.connect();
	try {
		const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [appRole]);
		if (role.rowCount === 0) {
			const rights = mayCreateDatabases ? "CREATEDB" : "NOCREATEDB";
			await client.query(
				`CREATE ROLE ${appRole} LOGIN ${rights} PASSWORD ${client.escapeLiteral(place.appPassword)}`,
			);
		}
		const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [appRole]);
		if (database.rowCount === 0) await client.query(`CREATE DATABASE ${appRole} OWNER ${appRole}`);
	} finally {
		await client.end();
	}
}
