import { type MediaType, maxNameLength, mediaTypes } from "@/lib/platform/files/constants";

/** Controls, and the invisible marks that turn the direction of text or hide in it (fdp.exe shown as exe.pdf). */
const unwanted = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/**
 * A file name as it is kept: NFC, without path, controls and direction marks, at most `maxNameLength` characters with the
 * extension kept. Chinese and emoji stay. A name of which nothing is left becomes `file`.
 */
export function normaliseFileName(raw: string): string {
	const leaf = raw.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
	const clean = leaf.replace(unwanted, "").replace(/\s+/g, " ").trim();
	const { stem, extension } = splitName(clean);
	const room = maxNameLength - [...extension].length;
	const kept = [...stem].slice(0, Math.max(room, 0)).join("").trim();
	return `${kept.replace(/^\.+$/, "") || "file"}${extension}`;
}

function splitName(name: string): { stem: string; extension: string } {
	const dot = name.lastIndexOf(".");
	const extension = dot >= 0 ? name.slice(dot) : "";
	return [...extension].length > 12
		? { stem: name, extension: "" }
		: { stem: name.slice(0, dot < 0 ? undefined : dot), extension };
}

/** The media type an allowed extension stands for; null for any other name. */
export function mediaTypeOf(name: string): MediaType | null {
	const extension = splitName(name).extension.slice(1).toLowerCase();
	return Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension as keyof typeof mediaTypes] : null;
}

/**
 * `Content-Disposition` for a download (RFC 6266): an ASCII name for old readers, and the true one percent-encoded
 * (RFC 5987). Nothing of the name can end the header or the quotes.
 */
export function attachmentHeader(name: string): string {
	const clean = normaliseFileName(name);
	const ascii = clean.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
	const encoded = encodeURIComponent(clean).replace(
		/['()*!]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
