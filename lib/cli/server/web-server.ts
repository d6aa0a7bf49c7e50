import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnv, readEnv } from "@/lib/platform/env/env";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { rotateLog } from "@/lib/platform/postgres/rotate-log";
import { nextProgram, nodeFlags } from "./next-program";

export type WebServer = {
	/** Resolves when the server has ended, asked or not. */
	ended: Promise<void>;
	stop(): Promise<void>;
};

/** Starts the web server and waits until it answers; its errors are shown, everything it says goes to `log`. */
export async function startWebServer(log: string): Promise<WebServer> {
	const { HOST, PORT, PORTAL_URL, PORTAL_DATA, AUTH_SECRET } = readEnv();
	// A session of its own: Ctrl-C reaches the portal only, which stops first this and then the database.
	const child = spawn(
		process.execPath,
		[...nodeFlags, nextProgram, "start", "-H", HOST, "-p", String(PORT)],
		{
			env: childEnv({
				...{ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
				...{ HOST, PORT: String(PORT), PORTAL_URL, PORTAL_DATA },
				...{ NEXTAUTH_URL: PORTAL_URL, NEXTAUTH_SECRET: AUTH_SECRET },
			}),
			detached: true,
			stdio: ["ignore", "pipe", "pipe", "ipc"],
		},
	);
	keepOutput(child, log);
	const ended = new Promise<void>((resolve) => {
		child.once("exit", () => resolve());
		child.once("error", () => resolve());
	});
	const server = { ended, stop: () => stop(child, ended) };
	await awaitHealth(HOST, PORT, ended, log).catch(async (error) => {
		await server.stop();
		throw error;
	});
	return server;
}

function keepOutput(child: ChildProcess, log: string): void {
	rotateLog(log);
	const file = createWriteStream(log, { flags: "a", mode: 0o600 });
	// A full disk must not take the web server down with its log.
	file.on("error", () => undefined);
	child.stdout?.pipe(file, { end: false });
	child.stderr?.on("data", (chunk) => {
		file.write(chunk);
		process.stderr.write(chunk);
	});
}

/** Requests in flight get a few seconds to finish. */
async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
	child.kill("SIGTERM");
	const impatience = setTimeout(() => child.kill("SIGKILL"), 8_000);
	await ended;
	clearTimeout(impatience);
}

async function awaitHealth(host: string, port: number, ended: Promise<void>, log: string): Promise<void> {
	let gone = false;
	void ended.then(() => (gone = true));
	for (const deadline = Date.now() + 60_000; Date.now() < deadline && !gone; await sleep(100)) {
		if (await isHealthy(host, port)) return;
	}
	throw new OperatorError(
		`网页服务没能就绪，详见 ${log}。`,
		`The web server did not become ready; see ${log}.`,
	);
}

function isHealthy(host: string, port: number): Promise<boolean> {
	const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
	return new Promise((resolve) => {
		const request = get(
			{ host: reachable, port, path: "/api/health", timeout: 5_000, headers: { host: `localhost:${port}` } },
			(response) => {
				response.resume();
				resolve(response.statusCode === 200);
			},
		);
		request.once("error", () => resolve(false));
		request.once("timeout", () => request.destroy());
	});
}
