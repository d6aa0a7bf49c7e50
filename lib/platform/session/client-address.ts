import "server-only";
import { headers } from "next/headers";

/**
 * Carries the address of the connection from the HTTP server to the request. `instrumentation.ts` writes it for every
 * request, over whatever a client sent under this name.
 */
export const addressHeader = "x-portal-address";

/** The address a request came from, as far as the portal can tell by itself; null when it cannot. */
export function clientAddressOf(requestHeaders: Pick<Headers, "get">): string | null {
	return requestHeaders.get(addressHeader) || null;
}

export async function readClientAddress(): Promise<string | null> {
	return clientAddressOf(await headers());
}
