#!/usr/bin/env node
// Runs before anything is installed, so it knows Node's standard library only: checks Node, has prepare.mjs install
// what is missing, and hands over to `portal` or the test runner on the Node version the product is pinned to.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

function checkNode() {
	const [major, minor] = process.versions.node.split(".").map(Number);
	if (major > 20 || (major === 20 && minor >= 9)) return;
	console.error(`需要 Node.js 20.9 或更高版本，当前是 ${process.versions.node}，请升级后重试。`);
	console.error(
		`Node.js 20.9 or later is needed; this is ${process.versions.node}. Please upgrade and try again.`,
	);
	process.exit(1);
}

/** Where the command was typed: npm changes into the package folder and says where it came from. */
function callerFolder() {
	const here = process.cwd();
	return `${here}/` === root || here === root ? (process.env.INIT_CWD ?? here) : here;
}

function run(program) {
	const bin = join(root, "node_modules/.bin");
	// Tools that children start by name find the pinned Node first, as they do below npm.
	const PATH = [bin, process.env.PATH].join(delimiter);
	const env = { ...process.env, PATH, PORTAL_CALLER_CWD: callerFolder() };
	const follow = pathToFileURL(join(root, "lib/cli/follow-parent.mjs")).href;
	const flags = [
		"--conditions=react-server",
		"--disable-warning=ExperimentalWarning",
		"--import",
		follow,
		"--import",
		"tsx",
	];
	const child = spawn(join(bin, "node"), [...flags, ...program], {
		cwd: root,
		env,
		stdio: ["inherit", "inherit", "inherit", "ipc"],
	});
	const stop = (signal) => child.kill(signal);
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
	child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
	if (process.env.npm_lifecycle_event) watchNpm(stop);
}

/** Should npm be killed, nobody is left to pass on a Ctrl-C: without its parent this process ends as well. */
function watchNpm(stop) {
	const npm = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === npm) return;
		clearInterval(watch);
		stop("SIGTERM");
	}, 1000);
}

const programs = { test: "tests/setup/run-all.ts", bench: "tests/bench/run.ts" };

/** `test` and `bench` run themselves; anything else, with or without the word `portal`, is a portal command. */
function chooseProgram([first, ...rest]) {
	if (first && first in programs) return [programs[first], ...rest];
	return ["lib/cli/portal.ts", ...(first === "portal" ? rest : [first ?? "start", ...rest])];
}

checkNode();
try {
	const { prepare } = await import("./prepare.mjs");
	await prepare();
	run(chooseProgram(process.argv.slice(2)));
} catch (error) {
	console.error(`无法启动：${error.message}`);
	console.error(`Cannot start: ${error.message}`);
	process.exit(1);
}
