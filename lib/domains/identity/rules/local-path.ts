/** The address to go to after signing in, when it is a path of this portal; null for anything that could lead elsewhere. */
export function localPath(value: unknown): string | null {
	if (typeof value !== "string" || !value.startsWith("/")) return null;
	const base = "http://portal.invalid";
	const url = URL.canParse(value, base) ? new URL(value, base) : null;
	// The normalised path may begin with two slashes ("/.//elsewhere"), which a browser reads as another host.
	if (url?.origin !== base || url.pathname.startsWith("//")) return null;
	return url.pathname + url.search + url.hash;
}
