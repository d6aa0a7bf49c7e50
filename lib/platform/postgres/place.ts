import { createHash, randomBytes } from "node:crypto";
import {
	chmodSync,
	existsSync,
	linkSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { canEnter, chooseAccount } from "./account";
import { ensureDataFolder } from "./data-folder";
import { findPostmaster } from "./postmaster";

/** Where a data folder's cluster lives, and the passwords of its two roles. */
export type Place = {
	/** The cluster's absolute path. */
	cluster: string;
	log: string;
	adminPassword: string;
	appPassword: string;
};

const recordSchema = z.object({
	/** Relative to the data folder, or absolute where the server's account cannot enter that folder. */
	cluster: z.string(),
	adminPassword: z.string(),
	appPassword: z.string(),
});

const elsewhere = "/var/lib/windmaker";

/** Reads where the cluster of the data folder `folder` is, deciding it on the first call. */
export function openPlace(folder: string): Place {
	// A running server is recognised by its cluster's path, so that path must not vary.
	const dataDir = ensureDataFolder(folder);
	const file = join(dataDir, "postgres.json");
	if (!existsSync(file)) decidePlace(dataDir, file);
	const record = readRecord(file);
	const cluster = resolve(dataDir, record.cluster);
	return { ...record, cluster, log: join(dataDir, "logs", "postgres.log") };
}

function readRecord(file: string): z.output<typeof recordSchema> {
	try {
		return recordSchema.parse(JSON.parse(readFileSync(file, "utf8")));
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "EACCES") throw cause;
		throw new OperatorError(`${file} 无法读取，请恢复原来的文件。`, `${file} cannot be read; restore it.`, {
			cause,
		});
	}
}

function decidePlace(dataDir: string, file: string): void {
	const inside = join(dataDir, "postgres");
	if (existsSync(inside)) {
		throw new OperatorError(
			`${file} 不见了，无法打开 ${inside} 里的数据库；请恢复该文件，或移走该目录后重新开始。`,
			`${file} is gone, so the database in ${inside} cannot be opened; restore the file, or move the folder away to start afresh.`,
		);
	}
	const account = chooseAccount(inside);
	const cluster = canEnter(dataDir, account) ? "postgres" : prepareElsewhere(dataDir);
	const secret = () => randomBytes(24).toString("base64url");
	const record = { cluster, adminPassword: secret(), appPassword: secret() };
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, JSON.stringify(record, null, "\t"), { mode: 0o600 });
	try {
		linkSync(draft, file);
	} catch (error) {
		// Another start was quicker: its record counts.
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	} finally {
		rmSync(draft);
	}
}

/** A folder the server's account can enter. What a deleted data folder left there is set aside, never reused. */
function prepareElsewhere(dataDir: string): string {
	const home = join(elsewhere, createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
	const cluster = join(home, "postgres");
	mkdirSync(home, { recursive: true });
	for (const folder of [elsewhere, home]) chmodSync(folder, 0o711);
	if (existsSync(cluster)) {
		findPostmaster(cluster)?.interrupt();
		renameSync(cluster, `${cluster}.${Date.now()}`);
	}
	return cluster;
}
