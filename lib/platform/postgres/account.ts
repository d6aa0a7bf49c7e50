import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { OperatorError } from "@/lib/platform/env/operator-error";

/** The system user a server process runs as; undefined: whoever runs the portal. */
export type Account = { name: string; uid: number; gid: number } | undefined;

/** `postgres` is what distributions prepare for exactly this; `nobody` exists everywhere. */
const preferredUsers = ["postgres", "nobody"];

/**
 * PostgreSQL refuses to run as root, so root lends it another user: the owner of an existing cluster, else one the
 * system already has. No user is created.
 */
export function chooseAccount(cluster: string): Account {
	if (process.getuid?.() !== 0) return undefined;
	const users = readUsers();
	const owner = existsSync(cluster) ? statSync(cluster) : undefined;
	if (owner && owner.uid !== 0) {
		const name = users.find((user) => user.uid === owner.uid)?.name ?? `uid ${owner.uid}`;
		return { name, uid: owner.uid, gid: owner.gid };
	}
	const chosen = preferredUsers.map((name) => users.find((user) => user.name === name)).find(Boolean);
	if (chosen) return chosen;
	throw new OperatorError(
		"PostgreSQL 不能以 root 运行，而本机没有 postgres 或 nobody 用户；请改用普通用户启动，或设置 DATABASE_URL。",
		"PostgreSQL cannot run as root and this system has no user postgres or nobody; start as an ordinary user or set DATABASE_URL.",
	);
}

/** Whether the account can enter `folder`, found out by doing it: modes, ACLs and mounts all have their say. */
export function canEnter(folder: string, account: Account): boolean {
	if (!account) return true;
	return runAs(account, "/bin/sh", ["-c", 'cd -- "$1"', "sh", folder]).status === 0;
}

/** Runs a short command as the account, from a folder everybody can enter. */
export function runAs(account: Account, file: string, args: string[]) {
	return spawnSync(file, args, { ...identity(account), cwd: "/", env: serverEnv, encoding: "utf8" });
}

/** What `spawn` needs to run as the account. */
export function identity(account: Account): { uid?: number; gid?: number } {
	return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Nothing of the caller's environment reaches the server: no PG* variable, no locale the system may lack. */
export const serverEnv = {
	PATH: "/usr/local/bin:/usr/bin:/bin",
	LC_ALL: "C",
	TZ: "UTC",
} as unknown as NodeJS.ProcessEnv;

function readUsers() {
	const lines = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
	return lines
		.map((line) => line.split(":"))
		.filter((fields) => fields.length >= 4)
		.map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
		.filter((user) => user.uid > 0);
}
