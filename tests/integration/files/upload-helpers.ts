import { mkdirSync, readdirSync } from "node:fs";
import { encode } from "next-auth/jwt";
import { authSecret, readEnv } from "@/lib/platform/env/env";
import type { FilePurpose } from "@/lib/platform/files/types";
import { createSession } from "@/tests/factories/identity";

const signedIn = { token: null as string | null };

/**
 * A route handler reads its cookies from the request Next is answering; in a test, `vi.mock("next/headers", …)` puts this
 * in its place, and `signInAs` says whose session it is.
 */
export const headersOfTest = {
	cookies: async () => ({
		get: () => (signedIn.token === null ? undefined : { value: signedIn.token }),
	}),
	headers: async () => new Headers({ host: "localhost:3000" }),
};

/** The test file's own data folder; `storedKeys` tells what lies in it, half-written files included. */
export function openTemporaryStore() {
	const folder = readEnv().PORTAL_DATA;
	mkdirSync(folder, { recursive: true });
	const storedKeys = () =>
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => entry.name);
	return { folder, storedKeys };
}

export async function signInAs(scope: { userId: string; organisationId: string } | null): Promise<void> {
	if (!scope) {
		signedIn.token = null;
		return;
	}
	const { token } = await createSession(scope.userId, { activeOrganisationId: scope.organisationId });
	signedIn.token = await encode({ token: { sessionToken: token }, secret: authSecret(), maxAge: 3_600 });
}

const origin = "http://localhost:3000";

export type Sent = {
	purpose?: FilePurpose;
	subject: string;
	slot?: string;
	name?: string;
	replaces?: string;
	body: string | Uint8Array | ReadableStream<Uint8Array>;
	headers?: Record<string, string>;
};

/** A request as the portal's page sends it. */
export function uploadRequest({ body, headers, ...query }: Sent): Request {
	const search = new URLSearchParams({ purpose: "APPLICATION", slot: "supply", name: "证明.png", ...query });
	return new Request(`${origin}/api/files?${search}`, {
		method: "POST",
		body: body as BodyInit,
		headers: { host: "localhost:3000", origin, ...headers },
		// @ts-expect-error needed for a streamed body, and missing in the types
		duplex: "half",
	});
}

export function downloadRequest(id: string): [Request, { params: Promise<{ id: string }> }] {
	const request = new Request(`${origin}/api/files/${id}`, { headers: { host: "localhost:3000" } });
	return [request, { params: Promise.resolve({ id }) }];
}
