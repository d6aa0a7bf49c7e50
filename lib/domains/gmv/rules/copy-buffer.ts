/** What one row needs at most: six texts of `maxText` at three bytes a character, and its numbers. */
const ROW_ROOM = 4096;
const TWO_32 = 4_294_967_296;
/** "PGCOPY\n\xff\r\n\0", no flags, no extension: how PostgreSQL's binary COPY begins. */
const HEADER = Buffer.from("5047434f50590aff0d0a000000000000000000", "hex");
/** A field count of -1: how it ends. */
const TRAILER = Buffer.from([0xff, 0xff]);

/**
 * Rows in PostgreSQL's binary COPY form, written into one growing block of memory. Numbers and times go as they are and
 * nothing is kept per row but its position, which is what makes an import of any size cheap to hold and to collect.
 */
export class CopyBuffer {
	private bytes: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(1 << 20);
	private end = HEADER.length;
	private starts: Int32Array<ArrayBuffer> = new Int32Array(1 << 14);
	rows = 0;

	constructor() {
		HEADER.copy(this.bytes);
	}

	clear(): void {
		this.end = HEADER.length;
		this.rows = 0;
	}

	beginRow(fields: number): void {
		if (this.end + ROW_ROOM > this.bytes.length)
			this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2);
		if (this.rows === this.starts.length) {
			const wider = new Int32Array(this.starts.length * 2);
			wider.set(this.starts);
			this.starts = wider;
		}
		this.starts[this.rows] = this.end;
		this.rows += 1;
		this.int16(fields);
	}

	nothing(): void {
		this.int32(-1);
	}

	smallint(value: number): void {
		this.int32(2);
		this.int16(value);
	}

	integer(value: number): void {
		this.int32(4);
		this.int32(value);
	}

	boolean(value: boolean): void {
		this.int32(1);
		this.bytes[this.end] = value ? 1 : 0;
		this.end += 1;
	}

	/** Whole numbers up to ±2^53. */
	bigint(value: number): void {
		this.int32(8);
		this.int32(Math.floor(value / TWO_32));
		this.int32((value % TWO_32) | 0);
	}

	text(value: string): void {
		const at = this.end + 4;
		const length = value.length;
		const { bytes } = this;
		let index = 0;
		for (; index < length; index++) {
			const code = value.charCodeAt(index);
			if (code > 127) break;
			bytes[at + index] = code;
		}
		const size = index === length ? length : bytes.write(value, at, "utf8");
		this.int32(size);
		this.end = at + size;
	}

	/** Overwrites the integer that is a row's first field. */
	setFirstInteger(row: number, value: number): void {
		this.bytes.writeInt32BE(value, (this.starts[row] ?? 0) + 6);
	}

	/** The whole COPY message. Valid until the next row is written. */
	render(): Buffer {
		if (this.end + TRAILER.length > this.bytes.length)
			this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2);
		TRAILER.copy(this.bytes, this.end);
		return this.bytes.subarray(0, this.end + TRAILER.length);
	}

	/** As `render`, of some of the rows only. */
	renderOnly(rows: readonly number[]): Buffer {
		let size = HEADER.length + TRAILER.length;
		for (const row of rows) size += this.endOf(row) - (this.starts[row] ?? 0);
		const out = Buffer.allocUnsafe(size);
		let to = HEADER.copy(out);
		for (const row of rows) to += this.bytes.copy(out, to, this.starts[row] ?? 0, this.endOf(row));
		TRAILER.copy(out, to);
		return out;
	}

	/** The same with one more integer before the other fields of every row. */
	renderNumbered(numbers: Int32Array): Buffer {
		const out = Buffer.allocUnsafe(this.end + this.rows * 8 + TRAILER.length);
		let to = HEADER.copy(out);
		for (let row = 0; row < this.rows; row++) {
			const start = this.starts[row] ?? 0;
			const end = this.endOf(row);
			to = out.writeInt16BE(this.bytes.readInt16BE(start) + 1, to);
			to = out.writeInt32BE(4, to);
			to = out.writeInt32BE(numbers[row] ?? 0, to);
			to += this.bytes.copy(out, to, start + 2, end);
		}
		TRAILER.copy(out, to);
		return out;
	}

	private endOf(row: number): number {
		return row + 1 < this.rows ? (this.starts[row + 1] ?? 0) : this.end;
	}

	private int16(value: number): void {
		const { bytes, end } = this;
		bytes[end] = value >> 8;
		bytes[end + 1] = value;
		this.end = end + 2;
	}

	private int32(value: number): void {
		const { bytes, end } = this;
		bytes[end] = value >> 24;
		bytes[end + 1] = value >> 16;
		bytes[end + 2] = value >> 8;
		bytes[end + 3] = value;
		this.end = end + 4;
	}
}
