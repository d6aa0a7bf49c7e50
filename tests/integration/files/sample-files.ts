import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}

/** A whole PNG of one grey pixel; each one differs by a comment. */
export function png(comment: string = randomBytes(6).toString("hex")): Buffer {
	const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk("IHDR", header),
		chunk("tEXt", Buffer.from(`Comment\0${comment}`, "latin1")),
		chunk("IDAT", deflateSync(Buffer.from([0, 128]))),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

/** A PDF as far as its beginning and its end tell, of any size. */
export function pdf(size = 400): Buffer {
	const [head, tail] = [Buffer.from("%PDF-1.4\n"), Buffer.from("\nstartxref\n9\n%%EOF\n")];
	return Buffer.concat([head, Buffer.alloc(Math.max(size - head.length - tail.length, 0), 0x20), tail]);
}

/** Segments, coded data with a stuffed FF 00 and a restart marker, the end; `trailer` as some phones append it. */
export function jpeg({ trailer = Buffer.alloc(0), thumbnail = Buffer.from([0xff, 0xd9]) } = {}): Buffer {
	const app1 = Buffer.concat([Buffer.from([0xff, 0xe1, 0, thumbnail.length + 2]), thumbnail]);
	const scan = Buffer.from([0xff, 0xda, 0, 4, 1, 2, 0x11, 0xff, 0x00, 0x22, 0xff, 0xd0, 0x33]);
	return Buffer.concat([Buffer.from([0xff, 0xd8]), app1, scan, Buffer.from([0xff, 0xd9]), trailer]);
}
