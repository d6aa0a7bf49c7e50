import "server-only";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { readEnv } from "@/lib/platform/env/env";
import { filePlace } from "@/lib/platform/env/file-place";
import { createLocalStore } from "./local-store";
import { createS3Store } from "./s3-store";
import type { FileStore } from "./types";

/** The store the portal is configured for: an S3-compatible one where its settings are given, else the data folder. */
export function openFileStore(): FileStore {
	const place = filePlace();
	return place ? createS3Store(place) : createLocalStore(join(readEnv().PORTAL_DATA, "files"));
}

/** A key nobody can guess or choose: 128 random bits. */
export function newStorageKey(): string {
	return randomBytes(16).toString("hex");
}
