import { Readable } from "node:stream";
import type { PoolClient } from "pg";
import { openFileStore } from "@/lib/platform/files/store/open-store";
import { copyObjects } from "./copy";
import type { FilePlan } from "./files";

/** Bytes first, rows after: a row never stands without its bytes. */
export async function writeFiles(client: PoolClient, files: readonly FilePlan[]): Promise<void> {
	const store = openFileStore();
	const lanes = 8;
	for (let at = 0; at < files.length; at += lanes) {
		const batch = files.slice(at, at + lanes);
		await Promise.all(batch.map((file) => store.put(file.storageKey, Readable.from([file.bytes]))));
	}
	await copyObjects<FilePlan>(
		client,
		"stored_files",
		{
			id: (file) => file.id,
			organisation_id: (file) => file.application.organisationId,
			purpose: () => "APPLICATION",
			subject_id: (file) => file.application.id,
			slot: (file) => file.slot,
			storage_key: (file) => file.storageKey,
			name: (file) => file.name,
			media_type: (file) => file.mediaType,
			size_bytes: (file) => file.bytes.length,
			sha256: (file) => file.sha256,
			uploaded_by_id: (file) => file.application.owner.id,
			created_at: (file) => file.createdAt,
		},
		files,
	);
}

/** Takes the rows of the demo's organisations away; their bytes may go once that stands. */
export async function deleteDemoFileRows(client: PoolClient): Promise<string[]> {
	const { rows } = await client.query<{ key: string }>(
		"DELETE FROM stored_files WHERE organisation_id IN (SELECT id FROM organisations WHERE is_demo) RETURNING storage_key AS key",
	);
	return rows.map((row) => row.key);
}

export async function removeFileBytes(keys: readonly string[]): Promise<void> {
	const store = openFileStore();
	for (const key of keys) await store.remove(key);
}
