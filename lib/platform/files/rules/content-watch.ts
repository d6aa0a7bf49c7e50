import type { MediaType } from "@/lib/platform/files/constants";
import type { FileRefusal } from "@/lib/platform/files/types";

/** Follows a format while its bytes go by, and knows at the end whether the file is whole. */
export type ContentWatch = { push(chunk: Uint8Array): void; isWhole(): boolean };

const signatures: Record<MediaType, readonly number[]> = {
	"application/pdf": [0x25, 0x50, 0x44, 0x46, 0x2d],
	"image/jpeg": [0xff, 0xd8, 0xff],
	"image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};
const longestSignature = 8;

/**
 * Judges a file by its bytes alone, chunk by chunk: empty, not what its extension says (magic bytes), or cut off before
 * its end. A whole file may be followed by what some cameras and scanners append.
 */
export function createInspection(mediaType: MediaType) {
	const watch = watches[mediaType]();
	let head = new Uint8Array(0);
	let size = 0;
	return {
		push(chunk: Uint8Array) {
			size += chunk.length;
			if (head.length < longestSignature) head = join(head, chunk).slice(0, longestSignature);
			watch.push(chunk);
		},
		/** Known before the file has come to its end: what begins wrongly need not be read further. */
		beginsWrongly(): boolean {
			const signature = signatures[mediaType];
			return head.length >= signature.length && !signature.every((byte, index) => head[index] === byte);
		},
		verdict(): Extract<FileRefusal, "FILE_EMPTY" | "FILE_MISMATCH" | "FILE_TRUNCATED"> | null {
			if (size === 0) return "FILE_EMPTY";
			const signature = signatures[mediaType];
			const isPrefix = signature.every((byte, index) => index >= head.length || head[index] === byte);
			if (!isPrefix) return "FILE_MISMATCH";
			return head.length >= signature.length && watch.isWhole() ? null : "FILE_TRUNCATED";
		},
	};
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(a.length + b.length);
	whole.set(a);
	whole.set(b, a.length);
	return whole;
}

const watches: Record<MediaType, () => ContentWatch> = {
	"application/pdf": watchPdf,
	"image/jpeg": watchJpeg,
	"image/png": watchPng,
};

/** Readers look for the end mark in the last kilobyte (ISO 32000, Annex H). */
function watchPdf(): ContentWatch {
	const reach = 1_024;
	let tail: Uint8Array = new Uint8Array(0);
	return {
		push(chunk) {
			tail = join(tail, chunk.subarray(-reach)).slice(-reach);
		},
		isWhole: () => new TextDecoder("latin1").decode(tail).includes("%%EOF"),
	};
}

/** Chunks of length, type, data and checksum; the last one is IEND. */
function watchPng(): ContentWatch {
	let toSkip = 8;
	let header: number[] = [];
	let isLast = false;
	let isDone = false;
	return {
		push(chunk) {
			for (let at = 0; at < chunk.length && !isDone; ) {
				if (toSkip > 0) {
					const step = Math.min(toSkip, chunk.length - at);
					toSkip -= step;
					at += step;
					isDone = isLast && toSkip === 0;
					continue;
				}
				header.push(chunk[at++] ?? 0);
				if (header.length < 8) continue;
				toSkip = readLength(header, 4) + 4;
				isLast = String.fromCharCode(...header.slice(4)) === "IEND";
				header = [];
			}
		},
		isWhole: () => isDone,
	};
}

/** Segments with a length, between them coded data in which a true marker is not followed by 00; the last marker is EOI. */
function watchJpeg(): ContentWatch {
	let toSkip = 2;
	let length: number[] | null = null;
	let isEscaped = false;
	let isDone = false;
	function meet(code: number) {
		if (code === 0xff) return;
		isEscaped = false;
		const standsAlone = code === 0x00 || code === 0x01 || (code >= 0xd0 && code <= 0xd7);
		if (code === 0xd9) isDone = true;
		else if (!standsAlone) length = [];
	}
	return {
		push(chunk) {
			for (let at = 0; at < chunk.length && !isDone; ) {
				if (toSkip > 0) {
					const step = Math.min(toSkip, chunk.length - at);
					toSkip -= step;
					at += step;
					continue;
				}
				const byte = chunk[at++] ?? 0;
				if (length) {
					length.push(byte);
					if (length.length < 2) continue;
					toSkip = Math.max(readLength(length, 2) - 2, 0);
					length = null;
				} else if (isEscaped) meet(byte);
				else isEscaped = byte === 0xff;
			}
		},
		isWhole: () => isDone,
	};
}

function readLength(bytes: readonly number[], count: number): number {
	return bytes.slice(0, count).reduce((sum, byte) => sum * 256 + byte, 0);
}
