import "server-only";
import { listKeys } from "@/lib/domains/intake/data/keys";
import { listUploads } from "@/lib/domains/intake/data/uploads";
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

/** Files on their way into the facts, and whether the reader may send some. */
export async function loadUploads() {
	const scope = await requireScope("import.read", routes.ops.imports());
	return { uploads: await listUploads(scope, new Date()), canUpload: can(scope.role, "import.manage") };
}
