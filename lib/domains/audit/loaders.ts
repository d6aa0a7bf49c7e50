import "server-only";
import { requireScope } from "@/lib/platform/session/session";
import { listAuditEntries } from "./data";
import { auditFilterSchema } from "./schema";

export async function loadAuditLog(query: Record<string, string | string[] | undefined>) {
	const scope = await requireScope("audit.read");
	const filter = auditFilterSchema.parse(query);
	return { filter, ...(await listAuditEntries(scope, filter)) };
}
