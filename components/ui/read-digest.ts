/** The id under which the server logged an error that a page boundary caught. */
export function readDigest(error: unknown): string | undefined {
	if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
	return typeof error.digest === "string" ? error.digest : undefined;
}
