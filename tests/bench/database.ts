import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { closeDatabase } from "@/lib/platform/db/client";
import { deployMigrations } from "@/lib/platform/db/migrate/deploy-migrations";
import { provideEnv } from "@/lib/platform/env/env";
import { startEmbedded } from "@/lib/platform/postgres/embedded";

/** A server for the length of a measurement. */
export type BenchServer = {
	/** An empty, migrated database; the process uses it from then on. */
	makeDatabase(name: string): Promise<string>;
	close(): Promise<void>;
};

/** From now on the process reads and writes the database of that address. */
export async function switchTo(url: string): Promise<void> {
	await closeDatabase();
	provideEnv({ DATABASE_URL: url });
}

/** FORCE may not end an autovacuum worker of the server's own; it is gone a moment later. */
async function drop(admin: pg.Client, name: string, attemptsLeft = 100): Promise<void> {
	try {
		await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
	} catch (error) {
		if (!(error instanceof pg.DatabaseError) || error.code !== "42501" || attemptsLeft === 0) throw error;
		await sleep(250);
		await drop(admin, name, attemptsLeft - 1);
	}
}

/** The server of `TEST_DATABASE_URL`, or an embedded one of the bench's own. */
export async function openServer(): Promise<BenchServer> {
	const given = process.env.TEST_DATABASE_URL;
	const server = given
		? { url: given, stop: async () => undefined }
		: await startEmbedded({ ephemeral: true });
	const urlOf = (name: string) => Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
	const admin = new pg.Client({ connectionString: urlOf("postgres") });
	await admin.connect();
	const made: string[] = [];
	return {
		async makeDatabase(name) {
			await drop(admin, name);
			await admin.query(`CREATE DATABASE ${name}`);
			made.push(name);
			await deployMigrations(urlOf(name));
			await switchTo(urlOf(name));
			return urlOf(name);
		},
		async close() {
			await closeDatabase();
			// A server of the bench's own takes its databases with it.
			if (given) for (const name of made) await drop(admin, name);
			await admin.end();
			await server.stop();
		},
	};
}
