import "server-only";
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import type { PoolClient } from "pg";
import { certificateSeed } from "@/lib/platform/env/env";

/** PKCS #8 of an Ed25519 key up to its 32 bytes (RFC 8410). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** The key pair of the portal's own seed; the private half never leaves this process. */
export function openSigningKey() {
	const bytes = createHash("sha256").update(`windmaker-certificates:${certificateSeed()}`).digest();
	const privateKey = createPrivateKey({
		key: Buffer.concat([PKCS8_HEAD, bytes]),
		format: "der",
		type: "pkcs8",
	});
	const publicKey = createPublicKey(privateKey);
	const id = createHash("sha256")
		.update(publicKey.export({ format: "der", type: "spki" }))
		.digest("hex")
		.slice(0, 16);
	return { id, privateKey, publicPem: publicKey.export({ format: "pem", type: "spki" }).toString() };
}

/** Signs a text and sees to it that the public half stands where everybody reads it. */
export async function signText(
	client: PoolClient,
	text: string,
): Promise<{ signature: string; keyId: string }> {
	const { id, privateKey, publicPem } = openSigningKey();
	await client.query(
		"INSERT INTO certificate_keys (id, public_key) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING",
		[id, publicPem],
	);
	return { signature: sign(null, Buffer.from(text, "utf8"), privateKey).toString("base64url"), keyId: id };
}
