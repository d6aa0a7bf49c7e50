import "server-only";
import { createHash } from "node:crypto";
import { type MediaType, maxFileBytes } from "@/lib/platform/files/constants";
import { createInspection } from "@/lib/platform/files/rules/content-watch";
import type { ByteSource, FileStore } from "@/lib/platform/files/store/types";
import { UploadRefused } from "./refused";

export type Received = { sizeBytes: number; sha256: string };

/**
 * Passes an upload into the store while it is measured, hashed and looked at, a chunk at a time: what is too large or
 * begins wrongly ends at once, what was cut off ends at its end, and either way nothing stays.
 * @throws UploadRefused with the reason
 */
export async function receiveFile(
	store: FileStore,
	key: string,
	source: ByteSource,
	mediaType: MediaType,
): Promise<Received> {
	const hash = createHash("sha256");
	const inspection = createInspection(mediaType);
	let sizeBytes = 0;
	async function* watched() {
		for await (const chunk of whileConnected(source)) {
			sizeBytes += chunk.length;
			if (sizeBytes > maxFileBytes) throw new UploadRefused("FILE_TOO_LARGE");
			inspection.push(chunk);
			if (inspection.beginsWrongly()) throw new UploadRefused("FILE_MISMATCH");
			hash.update(chunk);
			yield chunk;
		}
		const fault = inspection.verdict();
		if (fault) throw new UploadRefused(fault);
	}
	await store.put(key, watched());
	return { sizeBytes, sha256: hash.digest("hex") };
}

/** A sender that goes away is a broken upload, not a fault of ours. */
async function* whileConnected(source: ByteSource): AsyncGenerator<Uint8Array> {
	const chunks = source[Symbol.asyncIterator]();
	try {
		while (true) {
			const step = await chunks.next().catch(() => {
				throw new UploadRefused("UPLOAD_BROKEN");
			});
			if (step.done) return;
			yield step.value;
		}
	} finally {
		await chunks.return?.().catch(() => undefined);
	}
}
