import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canEnter, chooseAccount } from "./account";
import { findMemoryFolder } from "./memory-folder";
import { openDatabase } from "./open-database";
import type { Place } from "./place";
import { findPostmaster } from "./postmaster";
import { isAlive } from "./process-info";
import { appUrl } from "./roles";
import { startServerAt } from "./server-at";

export type Embedded = { url: string; stop(): Promise<void> };

/**
 * Starts an embedded server.
 *
 * `ephemeral`: in a temporary folder that goes with `stop`, without flushing to disk, its role may create databases;
 * for tests and for working out migrations. `dataDir`: the server of a data folder, for this process alone.
 */
export async function startEmbedded(options: { ephemeral: true } | { dataDir: string }): Promise<Embedded> {
	if ("ephemeral" in options) return startEphemeral();
	const database = await openDatabase({ dataDir: options.dataDir, purpose: "embedded", exclusive: true });
	return { url: database.url, stop: () => database.close() };
}

const prefix = "windmaker-pg-";

async function startEphemeral(): Promise<Embedded> {
	const base = chooseBase();
	removeAbandoned(base);
	const folder = mkdtempSync(join(base, prefix));
	chmodSync(folder, 0o711);
	writeFileSync(join(folder, "owner"), String(process.pid));
	const secret = () => randomBytes(18).toString("base64url");
	const place: Place = {
		cluster: join(folder, "postgres"),
		log: join(folder, "postgres.log"),
		adminPassword: secret(),
		appPassword: secret(),
	};
	const server = await startServerAt(place, true);
	return {
		url: appUrl(place, server.port),
		async stop() {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** In memory where there is plenty of it: every copy of a database makes and removes some thousand files. */
function chooseBase(): string {
	const account = chooseAccount("");
	const bases = [findMemoryFolder(6_144), tmpdir()];
	return bases.find((base) => base && canEnter(base, account)) ?? "/tmp";
}

/** Ends what processes killed before they could stop their server left behind. */
function removeAbandoned(base: string): void {
	for (const name of readdirSync(base)) {
		if (!name.startsWith(prefix)) continue;
		const folder = join(base, name);
		try {
			if (isAlive(Number(readFileSync(join(folder, "owner"), "utf8")))) continue;
			findPostmaster(join(folder, "postgres"))?.interrupt();
			rmSync(folder, { recursive: true, force: true });
		} catch {
			// Another user's, or still shutting down: the next start tries again.
		}
	}
}
