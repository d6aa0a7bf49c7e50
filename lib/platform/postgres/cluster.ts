import { spawn } from "node:child_process";
import {
	chownSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { type Account, identity, serverEnv } from "./account";
import type { Binaries } from "./binaries";
import { explainServerFailure } from "./failures";
import type { Place } from "./place";
import { isAlive } from "./process-info";

/** The bootstrap superuser; the portal itself connects as an ordinary role. */
export const adminRole = "postgres";

type ClusterOptions = { place: Place; account: Account; binaries: Binaries; ephemeral: boolean };

export function hasCluster(cluster: string): boolean {
	return existsSync(cluster);
}

/**
 * Makes sure there is a cluster of the right version. A new one is built beside its final place and renamed into it,
 * so that an interrupted `initdb` leaves nothing behind that looks like a database.
 */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
	const { cluster } = options.place;
	if (hasCluster(cluster)) return checkCluster(cluster, options);
	const staging = `${cluster}.new-${process.pid}`;
	removeAbandoned(cluster);
	try {
		await initialise(staging, options);
		renameSync(join(staging, "data"), cluster);
	} catch (error) {
		// A concurrent start may have been quicker; its cluster serves as well.
		if (!hasCluster(cluster)) throw error;
	} finally {
		rmSync(staging, { recursive: true, force: true });
	}
}

async function initialise(staging: string, { place, account, binaries, ephemeral }: ClusterOptions) {
	mkdirSync(staging, { mode: 0o700 });
	const passwordFile = join(staging, "password");
	writeFileSync(passwordFile, place.adminPassword, { mode: 0o600 });
	if (account) for (const path of [staging, passwordFile]) chownSync(path, account.uid, account.gid);
	const { code, output } = await run(account, binaries.initdb, [
		...["-D", join(staging, "data"), "-U", adminRole, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
		// Independent of what locales the system has: code points by default, ICU where a query asks for it.
		...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
		...["--no-instructions", ephemeral ? "--no-sync" : "--sync-method=fsync"],
	]);
	if (code !== 0) throw explainServerFailure(output, dirname(place.cluster));
}

function checkCluster(cluster: string, { account, binaries }: ClusterOptions): void {
	const version = readVersion(cluster);
	if (version !== String(binaries.major)) {
		throw new OperatorError(
			`数据库目录 ${cluster} 的版本是 PostgreSQL ${version}，本版门户自带的是 ${binaries.major}，无法打开。`,
			`The database in ${cluster} is of PostgreSQL version ${version}; this portal brings version ${binaries.major} and cannot open it.`,
		);
	}
	if (account && statSync(cluster).uid === 0) giveAway(cluster, account);
}

function readVersion(cluster: string): string {
	const file = join(cluster, "PG_VERSION");
	return existsSync(file) ? readFileSync(file, "utf8").trim() : "?";
}

/** A cluster that root copied or unpacked belongs to root, as whom no server may run. */
function giveAway(path: string, account: { uid: number; gid: number }): void {
	chownSync(path, account.uid, account.gid);
	for (const entry of readdirSync(path, { withFileTypes: true })) {
		const child = join(path, entry.name);
		if (entry.isDirectory()) giveAway(child, account);
		else if (entry.isFile()) chownSync(child, account.uid, account.gid);
	}
}

function removeAbandoned(cluster: string): void {
	const prefix = `${basename(cluster)}.new-`;
	for (const name of readdirSync(dirname(cluster))) {
		if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
		rmSync(join(dirname(cluster), name), { recursive: true, force: true });
	}
}

function run(
	account: Account,
	file: string,
	args: string[],
): Promise<{ code: number | null; output: string }> {
	return new Promise((resolve, reject) => {
		const child = spawn(file, args, {
			...identity(account),
			cwd: "/",
			env: serverEnv,
			stdio: ["ignore", "pipe", "pipe"],
		});
		let output = "";
		for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
		child.on("error", reject);
		child.on("close", (code) => resolve({ code, output }));
	});
}
