import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Account, identity, serverEnv } from "./account";
import type { Binaries } from "./binaries";
import { adminRole } from "./cluster";
import { explainServerFailure } from "./failures";
import { findFreePort } from "./free-port";
import type { Place } from "./place";
import { rotateLog } from "./rotate-log";
import { serverSettings } from "./settings";

/** A server this process started and answers for. */
export type Server = {
	port: number;
	pid: number;
	/** Resolves when the server process has ended, asked or not. */
	ended: Promise<void>;
	/** What the server has written into its log since it was started. */
	readLog(): string;
	stop(): Promise<void>;
};

/** Somebody else's server is on the cluster already. */
export class ClusterInUse extends Error {}

type StartOptions = {
	place: Place;
	account: Account;
	binaries: Binaries;
	ephemeral: boolean;
	/** Where a server that is started again was before; any free port otherwise. */
	port?: number;
};

/** Starts a server on a port of the loopback interface and waits until it takes connections. */
export async function startServer(options: StartOptions): Promise<Server> {
	for (let attempt = 1; ; attempt++) {
		const outcome = await tryStart(options);
		if (typeof outcome !== "string") return outcome;
		if (/lock file "postmaster.pid" already exists/.test(outcome)) throw new ClusterInUse();
		// Backends of a killed server need a moment to notice; a port may be taken between looking and binding.
		const passing = /pre-existing shared memory block|could not create any TCP\/IP sockets/.test(outcome);
		if (!passing || attempt === 20) throw explainServerFailure(outcome, options.place.log);
		await sleep(500);
	}
}

/** The running server, or what a server that gave up wrote into its log. */
async function tryStart(options: StartOptions): Promise<Server | string> {
	const { place, account, binaries, ephemeral } = options;
	const port = options.port ?? (await findFreePort());
	const logStart = rotateLog(place.log);
	const log = openSync(place.log, "a", 0o600);
	const settings = Object.entries(serverSettings(port, ephemeral)).flatMap(([name, value]) => [
		"-c",
		`${name}=${value}`,
	]);
	// A session of its own: Ctrl-C reaches the portal only, which stops the web server first.
	const child = spawn(binaries.postgres, [...settings, "-D", place.cluster], {
		...identity(account),
		cwd: "/",
		env: serverEnv,
		detached: true,
		stdio: ["ignore", log, log],
	});
	closeSync(log);
	const interrupt = () => child.kill("SIGINT");
	process.once("exit", interrupt);
	let running = true;
	const ended = new Promise<void>((resolve) => {
		const settle = () => {
			running = false;
			process.off("exit", interrupt);
			resolve();
		};
		child.once("exit", settle);
		child.once("error", settle);
	});
	const stop = () => stopChild(child, ended);
	try {
		while (running && !(await answers(port, place.adminPassword))) await sleep(50);
	} catch (error) {
		await stop();
		throw error;
	}
	const readLog = () => readFileSync(place.log).subarray(logStart).toString();
	return running ? { port, pid: child.pid ?? 0, ended, readLog, stop } : readLog() || "no output";
}

/** A fast shutdown; an immediate one, recovered from at the next start, for a server that takes too long. */
async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
	child.kill("SIGINT");
	const impatience = setTimeout(() => child.kill("SIGQUIT"), 60_000);
	await ended;
	clearTimeout(impatience);
}

async function answers(port: number, password: string): Promise<boolean> {
	const client = new pg.Client({ host: "127.0.0.1", port, user: adminRole, password, database: "postgres" });
	client.on("error", () => undefined);
	try {
		await client.connect();
		return true;
	} catch (error) {
		// Anything else than "not listening yet" and "starting up" will not go away by waiting.
		const { code = "" } = error as { code?: string };
		if (["ECONNREFUSED", "ECONNRESET", "57P03"].includes(code)) return false;
		throw error;
	} finally {
		await client.end().catch(() => undefined);
	}
}
