import { spawn } from "node:child_process";
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
	return {
		origin,
		signIn: (email) => signIn(origin, email),
		async stop() {
			child.kill("SIGTERM");
			await ended;
			rmSync(data, { recursive: true, force: true });
		},
	};
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
