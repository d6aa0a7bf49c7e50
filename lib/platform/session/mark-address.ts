import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { readEnv } from "@/lib/platform/env/env";
import { addressHeader } from "./client-address";

/**
 * The address behind the proxies that are ours. Each trusted proxy appended the address it saw to `X-Forwarded-For`, so
 * with n of them the n-th entry from the right is the first that no client can write; with none, the connection's own.
 */
export function pickAddress(
	forwardedFor: string | undefined,
	peer: string | undefined,
	hops: number,
): string {
	const seen = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
	const candidate = hops > 0 ? seen.at(-hops) : undefined;
	return (candidate || peer || "").replace(/^::ffff:(?=\d+\.)/i, "");
}

/** Marks every request of this process before anything else reads it: what a client says about its address is replaced. */
export function markAddresses(): void {
	subscribe("http.server.request.start", (message) => {
		const { request } = message as { request: IncomingMessage };
		const forwarded = request.headers["x-forwarded-for"];
		const text = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
		const address = pickAddress(text, request.socket.remoteAddress, readEnv().TRUSTED_PROXIES);
		request.headers[addressHeader] = address;
	});
}
