import "server-only";
import { isAscii } from "node:buffer";
import {
	detectEncoding,
	type Encoding,
	findByteOrderMark,
	longestMark,
} from "@/lib/domains/gmv/rules/detect-encoding";

/** So much is looked at before the encoding is settled. */
const EVIDENCE = 64 * 1024;

/**
 * Bytes in, text out. The encoding is settled by a byte order mark or by the first bytes that are not ASCII, wherever they
 * stand; until then both candidates read the same. Bytes it cannot read become U+FFFD, which the line checks refuse.
 */
export class TextReader {
	encoding: Encoding = "utf-8";
	private decoder: TextDecoder | null = null;
	private held: Buffer = Buffer.alloc(0);
	private isOpened = false;

	push(piece: Buffer): string {
		if (this.decoder) return this.decoder.decode(piece, { stream: true });
		const bytes = this.held.length === 0 ? piece : Buffer.concat([this.held, piece]);
		if (!this.isOpened && bytes.length < longestMark) return this.hold(bytes);
		if (!this.isOpened) {
			this.isOpened = true;
			const marked = findByteOrderMark(bytes);
			if (marked) return this.settle(marked, bytes, { isMarked: true });
		}
		if (isAscii(bytes)) {
			this.held = Buffer.alloc(0);
			return bytes.toString("latin1");
		}
		return bytes.length < EVIDENCE ? this.hold(bytes) : this.settle(detectEncoding(bytes), bytes);
	}

	end(): string {
		if (this.decoder) return this.decoder.decode();
		const marked = this.isOpened ? null : findByteOrderMark(this.held);
		return this.settle(marked ?? detectEncoding(this.held), this.held, {
			isMarked: marked !== null,
			isLast: true,
		});
	}

	private hold(bytes: Buffer): string {
		this.held = bytes;
		return "";
	}

	private settle(encoding: Encoding, bytes: Buffer, { isMarked = false, isLast = false } = {}): string {
		this.encoding = encoding;
		this.held = Buffer.alloc(0);
		// A mark in the middle of a file is a character of its text.
		this.decoder = new TextDecoder(encoding, { ignoreBOM: true });
		const text = this.decoder.decode(bytes, { stream: !isLast });
		return isMarked ? text.slice(1) : text;
	}
}
