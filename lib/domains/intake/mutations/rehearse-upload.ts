import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { rehearseFile } from "@/lib/domains/gmv/mutations/rehearse-file";
import { mappingDefinitionSchema } from "@/lib/domains/gmv/schema/mapping";
import type { ImportProgress, Rejection } from "@/lib/domains/gmv/types";
import { actorOfUser } from "@/lib/domains/intake/mutations/import-upload";
import { finishRehearsal } from "@/lib/domains/intake/mutations/rehearsals";
import { watchProgress } from "@/lib/domains/intake/mutations/watch-progress";
import { db } from "@/lib/platform/db/client";
import { newStorageKey, openFileStore } from "@/lib/platform/files/store/open-store";

/** Failures that pass by themselves: the job is tried again. */
const passing = new Set(["DATABASE_LOST", "INTERRUPTED", "UNEXPECTED"]);

/**
 * Runs the dry run a person asked for: the whole file through the import, taken back at the end. Run twice it says the
 * same; cancelled, or replaced by another, it leaves nothing.
 * @throws Error when it should be tried again
 */
export async function rehearseUpload(id: string, signal: AbortSignal): Promise<void> {
	const begun = await begin(id);
	if (!begun) return;
	const { upload, ...rehearsal } = begun;
	const store = openFileStore();
	const bytes = upload.state === "UNMAPPED" ? await store.open(upload.storageKey) : null;
	if (!bytes) {
		await finishRehearsal(id, { state: "FAILED", failure: "FILE_MISSING" });
		return;
	}
	const stream = Readable.fromWeb(bytes as WebStream<Uint8Array>);
	const watch = watchProgress((progress) => noteProgress(id, progress), stream, signal);
	const errorsKey = newStorageKey();
	const outcome = await rehearseFile({
		stream,
		grain: rehearsal.grain,
		sourceCode: upload.sourceCode,
		fileName: upload.fileName,
		actor: await actorOfUser(rehearsal.startedById),
		mapping: { name: null, version: null, definition: mappingDefinitionSchema.parse(rehearsal.definition) },
		onProgress: watch.tell,
		keepRejections: (rejections) => store.put(errorsKey, linesOf(rejections)),
	});
	await watch.end();
	if (watch.isCancelled()) return store.remove(errorsKey);
	if (outcome.ok) {
		const { ok: _, ...result } = outcome;
		const kept = result.reasons.length > 0 ? errorsKey : null;
		const done = { state: "DONE", lines: result.lines, result, errorsKey: kept } as const;
		if (!(await finishRehearsal(id, done))) await store.remove(errorsKey);
		return;
	}
	await store.remove(errorsKey);
	if (signal.aborted || passing.has(outcome.reason)) throw new Error(outcome.reason);
	const failure = `${outcome.reason} ${String(outcome.params?.columns ?? "")}`.trim();
	await finishRehearsal(id, { state: "FAILED", failure });
}

/** Takes it on, or up again after a process that died; null where it was cancelled or replaced. */
async function begin(id: string) {
	const { count } = await db().importRehearsal.updateMany({
		where: { id, state: { in: ["QUEUED", "RUNNING"] } },
		data: { state: "RUNNING", startedAt: new Date(), phase: "waiting", bytesRead: 0, lines: 0 },
	});
	if (count === 0) return null;
	return db().importRehearsal.findUnique({ where: { id }, include: { upload: true } });
}

async function noteProgress(id: string, { phase, bytes, lines }: ImportProgress): Promise<boolean> {
	const { count } = await db().importRehearsal.updateMany({
		where: { id, state: "RUNNING" },
		data: { phase, bytesRead: BigInt(bytes), lines },
	});
	return count > 0;
}

/** One refused line a line, as JSON: its sentence is written in the language of whoever downloads it. */
async function* linesOf(rejections: AsyncIterable<readonly Rejection[]>): AsyncGenerator<Uint8Array> {
	for await (const step of rejections)
		yield Buffer.from(step.map((rejection) => `${JSON.stringify(rejection)}\n`).join(""));
}
