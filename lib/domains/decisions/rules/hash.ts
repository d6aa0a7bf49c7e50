import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/domains/decisions/rules/canonical-json";

/** SHA-256 of a text's UTF-8 bytes, 64 lower-case hex digits. */
export function sha256Hex(text: string | Uint8Array): string {
	return createHash("sha256").update(text).digest("hex");
}

/** SHA-256 of the canonical JSON of a value: the fingerprint of a document, whatever the order of its keys. */
export function hashCanonical(value: unknown): string {
	return sha256Hex(canonicalJson(value));
}
