import "server-only";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { TextReader } from "@/lib/domains/gmv/mutations/decode-text";

/** While a piece is read nothing else is heard, the database least of all: small pieces keep it from waiting. */
const PIECE = 64 * 1024;

async function* restOf(
	head: Buffer,
	rest: AsyncIterator<Buffer>,
	onBytes: (count: number) => void,
): AsyncGenerator<Buffer> {
	onBytes(head.length);
	yield head;
	for (let next = await rest.next(); !next.done; next = await rest.next()) {
		onBytes(next.value.length);
		yield next.value;
	}
}

async function* bytesOf(stream: Readable): AsyncGenerator<Buffer> {
	for await (const piece of stream) yield typeof piece === "string" ? Buffer.from(piece) : piece;
}

/**
 * The text of a CSV or a gzipped CSV, told apart by its first two bytes and never by its name, in pieces. `text` settles
 * its encoding. `onBytes` counts what was read of the stream itself.
 */
export async function* readText(
	stream: Readable,
	onBytes: (count: number) => void,
	text = new TextReader(),
): AsyncGenerator<string> {
	const pieces = bytesOf(stream);
	let head = Buffer.alloc(0);
	while (head.length < 2) {
		const next = await pieces.next();
		if (next.done) break;
		head = Buffer.concat([head, next.value]);
	}
	const isGzip = head[0] === 0x1f && head[1] === 0x8b;
	const source = Readable.from(restOf(head, pieces, onBytes), { objectMode: false });
	const bytes = isGzip ? source.pipe(createGunzip({ chunkSize: PIECE })) : source;
	if (isGzip) source.on("error", (error) => bytes.destroy(error));
	try {
		for await (const piece of bytes) yield text.push(piece);
		yield text.end();
	} finally {
		source.destroy();
		stream.destroy();
	}
}
