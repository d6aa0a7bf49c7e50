import "server-only";
import type { FileRefusal } from "@/lib/platform/files/types";

/** Ends an upload in the middle of its stream: the store drops what it has, and the sender is told why. */
export class UploadRefused extends Error {
	readonly code: FileRefusal;

	constructor(code: FileRefusal) {
		super(code);
		this.code = code;
	}
}
