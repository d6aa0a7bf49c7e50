/**
 * The whole of `npm start`, from a fresh clone through every way of ending it; several minutes, so it is run by hand:
 *
 *   node_modules/.bin/node --import tsx tests/integration/cli/whole-portal.ts <new folder> [system user]
 *
 * As root with a user's name it plays that user; a folder below a closed home shows a checkout only root can enter.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning, killHard, listTree } from "./processes";

const [folder = "", user] = process.argv.slice(2);
const port = "39281";
let failures = 0;

if (!folder || existsSync(folder)) throw new Error("name a folder that does not exist yet");
execFileSync("git", ["clone", "-q", process.cwd(), folder]);
const account = user ? describeUser(user) : {};
if (user) execFileSync("chown", ["-R", `${user}:`, folder]);

type Run = { child: ChildProcess; text: () => string; exit: Promise<number | null> };

function describeUser(name: string) {
	const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
	return { uid: id("-u"), gid: id("-g"), env: { HOME: `/home/${name}` } };
}

function npmStart(env: Record<string, string> = {}): Run {
	const { env: own = {}, ...ids } = account as { env?: Record<string, string>; uid?: number; gid?: number };
	const child = spawn("npm", ["start"], {
		...ids,
		cwd: folder,
		env: {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			PORT: port,
			...own,
			...env,
		} as unknown as NodeJS.ProcessEnv,
		stdio: ["ignore", "pipe", "pipe"],
	});
	let text = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
	return { child, text: () => text, exit: new Promise((resolve) => child.once("exit", resolve)) };
}

async function untilReady(run: Run): Promise<void> {
	let ended = false;
	void run.exit.then(() => (ended = true));
	while (!run.text().includes("Ctrl-C")) {
		if (ended) throw new Error(`ended before it was ready:\n${run.text()}`);
		await sleep(100);
	}
}

function status(path: string): Promise<number> {
	return new Promise((resolve) => {
		get({ host: "localhost", port, path }, (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		}).once("error", () => resolve(0));
	});
}

async function step(title: string, work: () => Promise<boolean>): Promise<void> {
	const began = performance.now();
	const ok = await work().catch((error) => {
		console.error(error);
		return false;
	});
	if (!ok) failures++;
	console.log(
		`${ok ? "ok    " : "FAILED"} ${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${title}`,
	);
}

let portal = npmStart();
const pidOf = () => portal.child.pid ?? 0;
const restart = async () => {
	portal = npmStart();
	await untilReady(portal);
	return (await status("/api/health")) === 200;
};
/** Kills some of the portal's processes and starts at once; afterwards nothing of the old ones is left. */
const surviveKilling = (choose: (tree: number[]) => number[]) => async () => {
	const tree = listTree(pidOf());
	killHard(choose(tree));
	const up = await restart();
	return up && !tree.some(isRunning);
};
const endWith = (signal: NodeJS.Signals) => async () => {
	const tree = listTree(pidOf());
	portal.child.kill(signal);
	const code = await portal.exit;
	return code === 0 && !tree.some(isRunning);
};
const refuses = async (env: Record<string, string>, sentence: string) => {
	const run = npmStart(env);
	return (await run.exit) === 1 && run.text().includes(sentence) && !/^\s+at /m.test(run.text());
};

await step("fresh clone: npm start", async () => {
	await untilReady(portal);
	return (await status("/api/health")) === 200;
});
await step("the landing page answers", async () => (await status("/")) === 200);
await step("a second start is refused", () => refuses({ PORT: "39282" }, "门户已在运行"));
await step("a taken port is refused", () => refuses({ PORTAL_DATA: ".data/other" }, `端口 ${port} 已被占用`));
await step("SIGTERM to npm", endWith("SIGTERM"));
await step("later start", restart);
await step(
	"kill -9 of npm",
	surviveKilling(([npm = 0]) => [npm]),
);
await step(
	"kill -9 of the launcher",
	surviveKilling(([, launcher = 0]) => [launcher]),
);
await step(
	"kill -9 of the portal",
	surviveKilling(([, , main = 0]) => [main]),
);
await step(
	"kill -9 of everything",
	surviveKilling((tree) => tree),
);
await step("SIGINT to npm", endWith("SIGINT"));
await step("PORTAL_DEMO=0 refuses demo accounts", () => refuses({ PORTAL_DEMO: "0" }, "个演示账号"));
process.exit(failures > 0 ? 1 : 0);
