import { expect, test } from "vitest";
import type { MediaType } from "@/lib/platform/files/constants";
import { jpeg, pdf, png } from "@/tests/integration/files/sample-files";
import { createInspection } from "./content-watch";

function judge(mediaType: MediaType, bytes: Buffer, step = bytes.length || 1) {
	const inspection = createInspection(mediaType);
	for (let at = 0; at < bytes.length; at += step) inspection.push(bytes.subarray(at, at + step));
	return { verdict: inspection.verdict(), beginsWrongly: inspection.beginsWrongly() };
}

const samples: [MediaType, Buffer][] = [
	["application/pdf", pdf()],
	["image/png", png()],
	["image/jpeg", jpeg()],
];

test("a whole file is whole however it is cut into chunks", () => {
	for (const [mediaType, bytes] of samples)
		for (const step of [1, 2, 3, 7, 64, 4096])
			expect(judge(mediaType, bytes, step), `${mediaType} by ${step}`).toEqual({
				verdict: null,
				beginsWrongly: false,
			});
});

test("a file cut off anywhere is told from a whole one", () => {
	for (const [mediaType, bytes] of samples.slice(1))
		for (let length = 1; length < bytes.length; length++)
			expect(judge(mediaType, bytes.subarray(0, length)).verdict, `${mediaType} of ${length}`).toBe(
				"FILE_TRUNCATED",
			);
	expect(judge("application/pdf", pdf().subarray(0, 390)).verdict).toBe("FILE_TRUNCATED");
	expect(judge("application/pdf", Buffer.from("%PD")).verdict).toBe("FILE_TRUNCATED");
});

test("what cameras append, and a thumbnail's own end, do not matter", () => {
	expect(judge("image/jpeg", jpeg({ trailer: Buffer.alloc(5000, 0x41) })).verdict).toBeNull();
	const withThumbnailOnly = jpeg({ thumbnail: Buffer.from(jpeg()) }).subarray(0, -2);
	expect(judge("image/jpeg", withThumbnailOnly).verdict).toBe("FILE_TRUNCATED");
});

test("empty and renamed files are known; a wrong beginning is known before the end", () => {
	for (const [mediaType, bytes] of samples) {
		expect(judge(mediaType, Buffer.alloc(0)).verdict).toBe("FILE_EMPTY");
		for (const [other] of samples)
			if (other !== mediaType)
				expect(judge(other, bytes)).toEqual({ verdict: "FILE_MISMATCH", beginsWrongly: true });
	}
	expect(judge("application/pdf", Buffer.from("<html><script>")).verdict).toBe("FILE_MISMATCH");
	expect(judge("image/png", Buffer.from("GIF89a")).verdict).toBe("FILE_MISMATCH");
});

test("the end mark of a PDF counts in its last kilobyte only", () => {
	const end = Buffer.from("%PDF-1.4\n%%EOF");
	expect(judge("application/pdf", Buffer.concat([end, Buffer.alloc(1_019, 0x20)])).verdict).toBeNull();
	expect(judge("application/pdf", Buffer.concat([end, Buffer.alloc(1_020, 0x20)])).verdict).toBe(
		"FILE_TRUNCATED",
	);
});
