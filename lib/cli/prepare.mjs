// Part of the launcher (standard library only): installs packages and generates the database client where what is on
// disk is not what package-lock.json and prisma/ ask for. It speaks on standard error; standard output stays clean.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const modules = join(root, "node_modules");
const node = join(modules, ".bin", "node");
const client = join(root, "lib/platform/db/generated");
const stampFile = join(modules, ".windmaker.json");
// Prisma would download an engine nobody needs; naming any program as the engine keeps it from that.
const prismaEnv = {
	PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
	CHECKPOINT_DISABLE: "1",
	PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

/** Ends the process with one sentence per language when something cannot be prepared. */
export async function prepare() {
	if (isInstalled() && isGenerated()) return;
	await exclusively(() => {
		if (!isInstalled()) install();
		if (!isGenerated()) generate();
	});
}

function isInstalled() {
	return existsSync(node) && (readStamp().lock === hashLock() || npmInstalledTheSame());
}

/** A developer's own `npm install` or `npm ci` leaves a record of what it put there. */
function npmInstalledTheSame() {
	const record = join(modules, ".package-lock.json");
	if (!existsSync(record)) return false;
	const present = readJson(record).packages;
	const wanted = Object.entries(readJson(join(root, "package-lock.json")).packages);
	return wanted.every(
		([path, { version, optional }]) => !path || optional || present[path]?.version === version,
	);
}

function install() {
	say("正在安装依赖，首次约需一两分钟……", "Installing packages, a minute or two the first time…");
	const ci = npm("ci");
	const done = ci.status === 0 || !lacksOtherPlatforms(ci.output) ? ci : npm("install", "--no-save");
	if (done.status !== 0) fail(done, "安装依赖失败", "Installing packages failed");
	if (!existsSync(node))
		fail(done, "安装依赖后找不到 Node 24", "Node 24 is missing after installing packages");
	writeStamp({ lock: hashLock() });
}

function npm(...command) {
	// npm must not run on a Node that lives in the folder it is about to replace.
	const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.startsWith(modules));
	const flags = ["--include=dev", "--ignore-scripts=false", "--no-audit", "--no-fund", "--loglevel=error"];
	return run("npm", [...command, ...flags], { PATH: folders.join(delimiter) });
}

/** `npm ci` insists on packages for other systems being locked, even where the registry does not have them at all. */
function lacksOtherPlatforms(output) {
	const complaints = output.split("\n").filter((line) => /Missing:|Invalid:/.test(line));
	return complaints.length > 0 && complaints.every((line) => /Missing: \S+@ from lock file/.test(line));
}

function isGenerated() {
	return existsSync(client) && readStamp().schema === hashSchema();
}

function generate() {
	const done = run(node, [join(modules, "prisma/build/index.js"), "generate"]);
	if (done.status !== 0) fail(done, "生成数据库客户端失败", "Generating the database client failed");
	writeStamp({ schema: hashSchema() });
}

function run(program, args, env = {}) {
	const options = { cwd: root, env: { ...process.env, ...prismaEnv, ...env }, encoding: "utf8" };
	const { status, error, stdout, stderr } = spawnSync(program, args, options);
	return { status, output: error ? `${error.message}\n` : `${stdout}${stderr}` };
}

function fail({ output }, zh, en) {
	const full = /ENOSPC|EDQUOT/.test(output);
	if (!full) process.stderr.write(output);
	say(
		full ? `磁盘空间不足：${zh}。` : `${zh}，原因见上。`,
		full ? `The disk is full: ${en}.` : `${en}; see above.`,
	);
	process.exit(1);
}

function say(zh, en) {
	process.stderr.write(`${zh}\n${en}\n`);
}

/** One launcher at a time: two installations into the same folder would destroy each other's work. */
async function exclusively(work) {
	const lock = join(
		tmpdir(),
		`windmaker-${createHash("sha256").update(root).digest("hex").slice(0, 16)}.lock`,
	);
	while (!take(lock)) await sleep(500);
	process.once("exit", () => rmSync(lock, { force: true }));
	work();
	rmSync(lock, { force: true });
}

function take(lock) {
	try {
		writeFileSync(lock, String(process.pid), { flag: "wx" });
		return true;
	} catch (error) {
		if (error.code !== "EEXIST") throw error;
		if (existsSync(lock) && !isAlive(Number(readFileSync(lock, "utf8")))) rmSync(lock, { force: true });
		return false;
	}
}

function isAlive(pid) {
	try {
		return pid === 0 || process.kill(pid, 0);
	} catch (error) {
		return error.code === "EPERM";
	}
}

function hashLock() {
	return hash([join(root, "package-lock.json")]);
}

function hashSchema() {
	const models = readdirSync(join(root, "prisma"), { recursive: true }).filter((path) =>
		path.endsWith(".prisma"),
	);
	const files = models.sort().map((path) => join(root, "prisma", path));
	return hash([...files, join(root, "prisma.config.ts"), join(modules, "prisma/package.json")]);
}

function hash(paths) {
	return paths.reduce((sum, path) => sum.update(readFileSync(path)), createHash("sha256")).digest("hex");
}

function readJson(path) {
	return JSON.parse(readFileSync(path, "utf8"));
}

function readStamp() {
	return existsSync(stampFile) ? readJson(stampFile) : {};
}

function writeStamp(values) {
	writeFileSync(stampFile, JSON.stringify({ ...readStamp(), ...values }));
}
