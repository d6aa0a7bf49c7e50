import { crc32, deflateSync } from "node:zlib";
import type { Random } from "./random";

/** A one-page PDF with lines of Chinese, in a font every reader of PDFs brings along: a kilobyte each. */
export function drawPdf(lines: readonly string[]): Buffer {
	const text = lines
		.map(
			(line, index) =>
				`${index === 0 ? "/F 18 Tf" : "/F 12 Tf"} <${utf16(line)}> Tj 0 -${index === 0 ? 36 : 22} Td`,
		)
		.join("\n");
	const page = `BT 64 760 Td\n${text}\nET\n0.04 0.39 0.4 RG 2 w 64 740 m 531 740 l S`;
	const objects = [
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
		`<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
		"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
		"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>",
		"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
	];
	let file = "%PDF-1.4\n";
	const offsets = objects.map((body, index) => {
		const offset = file.length;
		file += `${index + 1} 0 obj\n${body}\nendobj\n`;
		return `${String(offset).padStart(10, "0")} 00000 n \n`;
	});
	const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
	return Buffer.from(
		`${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
		"latin1",
	);
}

function utf16(text: string): string {
	return [...Buffer.from(text, "utf16le").swap16()]
		.map((byte) => byte.toString(16).padStart(2, "0"))
		.join("");
}

const palette = [0xf3f7f4, 0xffffff, 0xd3dfd9, 0x0b6466, 0x4fa497, 0x566d6e];
const [width, height] = [640, 360];

/** What a console's screenshot looks like from afar: a title bar, a legend, a month of bars. */
export function drawPng(random: Random): Buffer {
	const pixels = Buffer.alloc(width * height);
	const fill = (left: number, top: number, right: number, bottom: number, colour: number) => {
		for (let y = top; y < bottom; y++) pixels.fill(colour, y * width + left, y * width + right);
	};
	fill(24, 24, width - 24, height - 24, 1);
	fill(40, 40, 40 + random.int(120, 200), 52, 5);
	fill(40, 62, 40 + random.int(60, 110), 68, 2);
	for (let line = 0; line < 4; line++) fill(40, 110 + line * 56, width - 40, 111 + line * 56, 2);
	let level = random.between(60, 120);
	for (let day = 0; day < 30; day++) {
		level = Math.min(Math.max(level + random.between(-22, 26), 24), 200);
		const left = 44 + day * 18;
		fill(left, 318 - Math.round(level), left + 12, 318, day % 7 >= 5 ? 4 : 3);
	}
	const rows = Buffer.alloc((width + 1) * height);
	for (let y = 0; y < height; y++) pixels.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	const colours = Buffer.from(palette.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 255, rgb & 255]));
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		...[
			chunk("IHDR", header),
			chunk("PLTE", colours),
			chunk("IDAT", deflateSync(rows)),
			chunk("IEND", Buffer.alloc(0)),
		],
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}
