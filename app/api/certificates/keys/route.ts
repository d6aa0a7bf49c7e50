import { loadCertificateKeys } from "@/lib/domains/certification/loaders/check";

export const dynamic = "force-dynamic";

/** The public keys certificates are signed with, and how to check a signature without this portal. */
export async function GET(): Promise<Response> {
	const keys = await loadCertificateKeys();
	return Response.json(
		{
			algorithm: "Ed25519 (RFC 8032)",
			text: "UTF-8, NFC, lines joined by \\n without one at the end: windmaker-certificate/1, number, level (junior|intermediate|senior), holder's name, issued on, expires on (YYYY-MM-DD, first day it no longer counts)",
			signature: "base64url without padding, over that text",
			check: [
				"save the text of the certificate as text.txt (no newline at the end) and the publicKey of its key id as key.pem",
				"tr '_-' '/+' < signature.txt | sed 's/$/==/' | openssl base64 -d -A > signature.bin",
				"openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in text.txt -sigfile signature.bin",
			],
			revocation:
				"a signature says who issued it; whether it was taken back since is told by the check page only",
			keys,
		},
		{ headers: { "cache-control": "public, max-age=300" } },
	);
}
