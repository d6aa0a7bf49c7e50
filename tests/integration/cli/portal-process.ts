import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { findMemoryFolder } from "@/lib/platform/postgres/memory-folder";
import { findPostmaster } from "@/lib/platform/postgres/postmaster";

export type PortalProcess = {
	launcher: number;
	stdout(): string;
	stderr(): string;
	/** Waits until standard output matches; fails with what was said when the process ends first. */
	shows(pattern: RegExp): Promise<string>;
	kill(signal: NodeJS.Signals): void;
	/** The exit code once the launcher has ended. */
	exit: Promise<number | null>;
};

/** A data folder that the server's account can enter. */
export function makeDataFolder(): { dataDir: string; remove(): void } {
	const folder = mkdtempSync(join(findMemoryFolder(6_144) ?? tmpdir(), "windmaker cli 造风-"));
	chmodSync(folder, 0o755);
	return {
		dataDir: join(folder, "data"),
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}

/** A data folder of the test's own, gone with it. */
export function makeDataDir(): string {
	const { dataDir, remove } = makeDataFolder();
	onTestFinished(async () => {
		await findPostmaster(join(dataDir, "postgres"))?.stop();
		remove();
	});
	return dataDir;
}

/** Runs a portal command through the launcher, as `npm run portal` does, on a data folder of the test's own. */
export function runPortal(dataDir: string, args: string[], env: Record<string, string> = {}): PortalProcess {
	// The settings of the test run itself are not the portal's.
	const { DATABASE_URL: _url, AUTH_SECRET: _secret, PORTAL_URL: _address, ...inherited } = process.env;
	const child = spawn(process.execPath, ["lib/cli/launch.mjs", "portal", ...args], {
		env: { ...inherited, PORTAL_DATA: dataDir, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const output = { out: "", err: "" };
	child.stdout.on("data", (chunk) => (output.out += chunk));
	child.stderr.on("data", (chunk) => (output.err += chunk));
	const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
	onTestFinished(() => endTree(child));
	return {
		launcher: child.pid ?? 0,
		stdout: () => output.out,
		stderr: () => output.err,
		shows: (pattern) => waitFor(() => pattern.exec(output.out)?.[0], exit, output),
		kill: (signal) => void child.kill(signal),
		exit,
	};
}

async function waitFor(
	look: () => string | undefined,
	exit: Promise<unknown>,
	output: { out: string; err: string },
): Promise<string> {
	let ended = false;
	void exit.then(() => (ended = true));
	while (true) {
		const found = look();
		if (found !== undefined) return found;
		if (ended) throw new Error(`the process ended\n${output.out}\n${output.err}`);
		await sleep(50);
	}
}

/** Leaves nothing running, also when a test fails half way: the processes below are known by their parents only. */
async function endTree(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill("SIGTERM");
	await new Promise((resolve) => child.once("exit", resolve));
}

/** The database server running on a data folder. */
export function postmasterOf(dataDir: string): number | undefined {
	return findPostmaster(join(dataDir, "postgres"))?.pid;
}
