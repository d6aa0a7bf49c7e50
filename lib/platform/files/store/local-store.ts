import "server-only";
import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { AppError } from "@/lib/platform/errors/errors";
import { type FileStore, storageKeyPattern } from "./types";

function isMissing(error: unknown): boolean {
	return (error as NodeJS.ErrnoException).code === "ENOENT";
}

/** Files in a folder of the portal's data: spread over 256 folders, readable by the portal's own user only. */
export function createLocalStore(folder: string): FileStore {
	function folderOf(key: string): string {
		if (!storageKeyPattern.test(key)) throw new AppError("STORAGE_KEY_INVALID");
		return join(folder, key.slice(0, 2));
	}
	return {
		async put(key, source) {
			const home = folderOf(key);
			await mkdir(home, { recursive: true, mode: 0o700 });
			const draft = join(home, `.${key}.${randomBytes(4).toString("hex")}.part`);
			const handle = await open(draft, "wx", 0o600);
			try {
				for await (const chunk of source) await handle.write(chunk);
				// An upload that was acknowledged survives a power cut.
				await handle.sync();
				await handle.close();
				await rename(draft, join(home, key));
			} catch (error) {
				await handle.close().catch(() => undefined);
				await rm(draft, { force: true });
				throw error;
			}
		},
		async open(key) {
			const handle = await open(join(folderOf(key), key), "r").catch((error: unknown) => {
				if (isMissing(error)) return null;
				throw error;
			});
			return handle && (Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>);
		},
		async remove(key) {
			await rm(join(folderOf(key), key), { force: true });
		},
	};
}
