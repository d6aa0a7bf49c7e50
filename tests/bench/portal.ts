import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "@/lib/platform/postgres/free-port";
import { demoPassword } from "@/prisma/seed/accounts";

export type BenchPortal = {
	origin: string;
	/** The cookie of a person who signed in through the portal's own door. */
	signIn(email: string): Promise<string>;
	/** Ends every process of it at once, as a power cut would, and starts it again on what it left behind. */
	crash(): Promise<void>;
	stop(): Promise<void>;
};

/**
 * A portal with the demo, built and served as `npm start` does, on a data folder of its own; its database is `databaseUrl`
 * or one of its own.
 */
export async function startPortal(databaseUrl?: string): Promise<BenchPortal> {
	const data = mkdtempSync(join(tmpdir(), "windmaker-bench-"));
	const port = await findFreePort();
	const origin = `http://localhost:${port}`;
	const env = { ...process.env, PORT: String(port), PORTAL_DATA: data, PORTAL_URL: origin };
	let running = await boot();
	return {
		origin,
		signIn: (email) => signIn(origin, email),
		async crash() {
			// The web server leads a group of its own: each process is ended by its number.
			for (const pid of listTree(running.child.pid ?? 0)) process.kill(pid, "SIGKILL");
			await running.ended;
			running = await boot();
		},
		async stop() {
			running.child.kill("SIGTERM");
			await running.ended;
			rmSync(data, { recursive: true, force: true });
		},
	};

	async function boot() {
		const child = spawn(process.execPath, ["lib/cli/launch.mjs", "start"], {
			env: { ...env, DATABASE_URL: databaseUrl },
			stdio: ["ignore", "ignore", "inherit"],
		});
		const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
		const answers = () =>
			fetch(`${origin}/api/health`).then(
				(response) => response.ok,
				() => false,
			);
		while (!(await answers())) {
			if (child.exitCode !== null) throw new Error("the portal did not start");
			await sleep(500);
		}
		return { child, ended };
	}
}

/** A process and all that came of it, as the system lists them. */
function listTree(root: number): number[] {
	const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
		.trim()
		.split("\n")
		.map((line) => line.trim().split(/\s+/).map(Number));
	const tree = [root];
	for (const pid of tree) for (const [child = 0, parent] of rows) if (parent === pid) tree.push(child);
	return tree;
}

function cookiesOf(response: Response): string {
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(";")[0])
		.join("; ");
}

async function signIn(origin: string, email: string): Promise<string> {
	const csrf = await fetch(`${origin}/api/auth/csrf`);
	const { csrfToken } = (await csrf.json()) as { csrfToken: string };
	const response = await fetch(`${origin}/api/auth/callback/credentials`, {
		method: "POST",
		redirect: "manual",
		headers: { cookie: cookiesOf(csrf), "content-type": "application/x-www-form-urlencoded" },
		body: new URLSearchParams({ csrfToken, email, password: demoPassword, json: "true" }),
	});
	const cookie = cookiesOf(response);
	if (!cookie.includes("windmaker.session=")) throw new Error(`${email} could not sign in`);
	return cookie;
}
