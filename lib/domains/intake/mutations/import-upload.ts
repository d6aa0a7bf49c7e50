import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { type ImportOutcome, importFacts } from "@/lib/domains/gmv/mutations/import-file";
import { usedMappingSchema } from "@/lib/domains/gmv/schema/mapping";
import type { ImportProgress } from "@/lib/domains/gmv/types";
import { judgeStepsJob } from "@/lib/domains/intake/constants";
import { removeRehearsal } from "@/lib/domains/intake/mutations/rehearsals";
import { watchProgress } from "@/lib/domains/intake/mutations/watch-progress";
import type { Actor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { type ImportUpload, Prisma } from "@/lib/platform/db/generated/client";
import { openFileStore } from "@/lib/platform/files/store/open-store";
import { enqueueJob } from "@/lib/platform/jobs/queue";

/** Failures that pass by themselves: the job is tried again and the file is kept for it. */
const passing = new Set(["DATABASE_LOST", "INTERRUPTED", "UNEXPECTED"]);

/**
 * Imports an uploaded file. Whether it was imported before, wholly or not at all, makes no difference: lines already
 * there are duplicates. Cancelled between two looks at its row, it stops and leaves nothing.
 * @throws Error when it should be tried again
 */
export async function importUpload(id: string, signal: AbortSignal): Promise<void> {
	const upload = await begin(id);
	if (!upload) return;
	const store = openFileStore();
	const bytes = await store.open(upload.storageKey);
	if (!bytes) return finish(upload, { state: "FAILED", failure: "FILE_MISSING" });
	const stream = Readable.fromWeb(bytes as WebStream<Uint8Array>);
	const watch = watchProgress((progress) => noteProgress(id, progress), stream, signal);
	const outcome = await importFacts(upload.grain, {
		stream,
		sourceCode: upload.sourceCode,
		fileName: upload.fileName,
		actor: await actorOfUser(upload.uploadedById),
		mapping: upload.mapping === null ? null : usedMappingSchema.parse(upload.mapping),
		onProgress: watch.tell,
	});
	await watch.end();
	if (watch.isCancelled() && !outcome.ok) await finish(upload, { state: "CANCELLED" });
	else if (!outcome.ok && (signal.aborted || passing.has(outcome.reason))) throw new Error(outcome.reason);
	else await finish(upload, resultOf(outcome));
	await store.remove(upload.storageKey);
	await removeRehearsal(id);
}

function resultOf(outcome: ImportOutcome) {
	if (outcome.ok) return { state: "DONE" as const, batchId: outcome.batchId, lines: outcome.lines };
	const batchId = String(outcome.params?.batchId ?? "") || null;
	const detail = String(outcome.params?.columns ?? "");
	return { state: "FAILED" as const, batchId, failure: `${outcome.reason} ${detail}`.trim() };
}

/** Takes the upload on, or up again after a process that died; null where there is nothing left to do. */
async function begin(id: string): Promise<ImportUpload | null> {
	const [upload] = await db().importUpload.updateManyAndReturn({
		where: { id, state: { in: ["QUEUED", "RUNNING"] } },
		data: { state: "RUNNING", startedAt: new Date(), phase: "waiting", bytesRead: 0, lines: 0 },
	});
	return upload ?? null;
}

async function finish(
	{ id, sizeBytes }: ImportUpload,
	result: {
		state: "DONE" | "FAILED" | "CANCELLED";
		batchId?: string | null;
		failure?: string;
		lines?: number;
	},
): Promise<void> {
	const read = result.state === "DONE" ? { bytesRead: sizeBytes, phase: "done" } : {};
	await db().$transaction(async (tx) => {
		await tx.importUpload.updateMany({
			where: { id, state: { in: ["RUNNING", "CANCELLED"] } },
			data: { ...result, ...read, opening: Prisma.DbNull, finishedAt: new Date() },
		});
		// What a file says of brands shows in their steps at once; the hourly run makes up for all others.
		if (result.state === "DONE") await enqueueJob(tx, judgeStepsJob, {}, { key: id });
	});
}

/** The person a job works for. */
export async function actorOfUser(userId: string): Promise<Actor> {
	const user = await db().user.findUnique({ where: { id: userId }, select: { name: true } });
	return { userId, label: user?.name ?? "upload", organisationId: null, address: null };
}

async function noteProgress(id: string, { phase, bytes, lines }: ImportProgress): Promise<boolean> {
	const { count } = await db().importUpload.updateMany({
		where: { id, state: "RUNNING" },
		data: { phase, bytesRead: BigInt(bytes), lines },
	});
	return count > 0;
}
