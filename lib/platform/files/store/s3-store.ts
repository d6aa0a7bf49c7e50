import "server-only";
import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { AppError } from "@/lib/platform/errors/errors";
import { type ByteSource, type FileStore, storageKeyPattern } from "./types";

export type S3Place = {
	/** Such as `https://s3.eu-central-1.amazonaws.com` or a MinIO's address, without the bucket. */
	endpoint: string;
	bucket: string;
	region: string;
	accessKeyId: string;
	secretAccessKey: string;
};

/**
 * Any S3-compatible store, by path-style addresses. An object is sent at once with its length and its SHA-256 signed, for
 * S3 takes no body of unknown length and refuses one that was damaged on the way; a file is at most 10 MB.
 */
export function createS3Store({
	endpoint,
	bucket,
	region,
	accessKeyId,
	secretAccessKey,
}: S3Place): FileStore {
	const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 3 });
	async function ask(method: string, key: string, body?: Buffer<ArrayBuffer>): Promise<Response> {
		if (!storageKeyPattern.test(key)) throw new AppError("STORAGE_KEY_INVALID");
		const hash = createHash("sha256")
			.update(body ?? "")
			.digest("hex");
		const answer = await client.fetch(`${endpoint}/${bucket}/${key}`, {
			method,
			body,
			cache: "no-store",
			signal: AbortSignal.timeout(60_000),
			headers: { "x-amz-content-sha256": hash, ...(body && { "content-type": "application/octet-stream" }) },
		});
		if (answer.ok || answer.status === 404) return answer;
		await answer.body?.cancel();
		throw new Error(`the file store answered ${answer.status} to ${method}`);
	}
	return {
		async put(key, source) {
			const answer = await ask("PUT", key, await collect(source));
			await answer.body?.cancel();
			if (answer.status === 404) throw new Error(`the file store has no bucket ${bucket}`);
		},
		async open(key) {
			const answer = await ask("GET", key);
			if (answer.ok) return answer.body;
			await answer.body?.cancel();
			return null;
		},
		async remove(key) {
			const answer = await ask("DELETE", key);
			await answer.body?.cancel();
		},
	};
}

async function collect(source: ByteSource): Promise<Buffer<ArrayBuffer>> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of source) chunks.push(chunk);
	return Buffer.concat(chunks);
}
