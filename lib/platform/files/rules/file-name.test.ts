import { expect, test } from "vitest";
import { attachmentHeader, mediaTypeOf, normaliseFileName } from "./file-name";

test("a name keeps its Chinese and loses paths, controls and direction marks", () => {
	expect(normaliseFileName("品牌授权书（2026）.pdf")).toBe("品牌授权书（2026）.pdf");
	expect(normaliseFileName("../../etc/passwd.pdf")).toBe("passwd.pdf");
	expect(normaliseFileName("C:\\Users\\林\\合同.PDF")).toBe("合同.PDF");
	expect(normaliseFileName("a\r\nSet-Cookie: x=1\0.png")).toBe("aSet-Cookie: x=1.png");
	expect(normaliseFileName("invoice\u202efdp.png")).toBe("invoicefdp.png");
	expect(normaliseFileName("cafe\u0301.jpg")).toBe("caf\u00e9.jpg");
	expect(normaliseFileName("\ud800.png")).toBe("\ufffd.png");
	expect(normaliseFileName(".pdf")).toBe("file.pdf");
	expect(normaliseFileName("..")).toBe("file.");
	expect(normaliseFileName("")).toBe("file");
});

test("a long name is cut before its extension, by characters and not in the middle of one", () => {
	expect([...normaliseFileName(`${"证".repeat(116)}.pdf`)]).toHaveLength(120);
	expect(normaliseFileName(`${"证".repeat(2000)}.pdf`)).toBe(`${"证".repeat(116)}.pdf`);
	expect(normaliseFileName(`${"🌬".repeat(200)}.png`)).toBe(`${"🌬".repeat(116)}.png`);
});

test("only the last extension counts, in any case", () => {
	expect(mediaTypeOf("a.PDF")).toBe("application/pdf");
	expect(mediaTypeOf("a.pdf.exe")).toBeNull();
	expect(mediaTypeOf("a.exe.JPeG")).toBe("image/jpeg");
	for (const name of ["pdf", "a", "a.svg", "a.html", "a.pdf ", "a.constructor", "a."])
		expect(mediaTypeOf(name)).toBeNull();
});

test("nothing of a name ends the header, its quotes or its line", () => {
	const header = attachmentHeader('a"; filename="evil.html\r\nX-Evil: 1%41*\'()!证.pdf');
	expect(header).not.toMatch(/[\r\n]/);
	expect(header.match(/"/g)).toHaveLength(2);
	const ascii = "a_; filename=_evil.htmlX-Evil: 1_41*'()!_.pdf";
	const encoded = "a%22%3B%20filename%3D%22evil.htmlX-Evil%3A%201%2541%2A%27%28%29%21%E8%AF%81.pdf";
	expect(header).toBe(`attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`);
});
