import "server-only";
import { listKeys } from "@/lib/domains/intake/data/keys";
import { readEnv } from "@/lib/platform/env/env";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

/** The keys, and the address other systems call. */
export async function loadApiKeys() {
	const scope = await requireScope("api-key.manage", routes.ops.apiKeys());
	const asOf = new Date();
	return { keys: await listKeys(scope, asOf), asOf, server: readEnv().PORTAL_URL };
}
