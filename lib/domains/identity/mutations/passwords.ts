import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** engineering.md §6; argon2id is the library's default algorithm, and a test reads it off the hash. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One spelling for what looks the same: a full-width letter or an accent typed on another keyboard still matches. */
function normalise(password: string): string {
	return password.normalize("NFKC");
}

export function hashPassword(password: string): Promise<string> {
	return hash(normalise(password), cost);
}

let decoy: Promise<string> | undefined;

/** Whether a password belongs to a hash. Without a usable hash it works as long and says no, so that time tells nothing. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
	decoy ??= hashPassword("no account has this password");
	const known = passwordHash?.startsWith("$argon2id$") ? passwordHash : null;
	const matches = await verify(known ?? (await decoy), normalise(password));
	return known !== null && matches;
}
