import "server-only";
import { listKeys } from "@/lib/domains/intake/data/keys";
import { listMappings } from "@/lib/domains/intake/data/mappings";
import { listUploads } from "@/lib/domains/intake/data/uploads";
import { describeApi } from "@/lib/domains/intake/rules/openapi";
import { readDocument } from "@/lib/domains/intake/rules/read-document";
import { can } from "@/lib/platform/access/permissions";
import { readEnv } from "@/lib/platform/env/env";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

/** The keys, and the address other systems call. */
export async function loadApiKeys() {
	const scope = await requireScope("api-key.manage", routes.ops.apiKeys());
	const asOf = new Date();
	return { keys: await listKeys(scope, asOf), asOf, server: readEnv().PORTAL_URL };
}

/** The API as its document describes it. */
export async function loadApiReference() {
	await requireScope("api-key.manage", routes.ops.apiReference());
	const server = readEnv().PORTAL_URL;
	return { server, operations: readDocument(describeApi(server)) };
}

/** Files on their way into the facts, and whether the reader may send some. */
export async function loadUploads() {
	const scope = await requireScope("import.read", routes.ops.imports());
	const [uploads, mappings] = await Promise.all([listUploads(scope, new Date()), listMappings(scope)]);
	return {
		uploads,
		mappings: mappings.map(({ id, name, grain }) => ({ id, name, grain })),
		canUpload: can(scope.role, "import.manage"),
	};
}
