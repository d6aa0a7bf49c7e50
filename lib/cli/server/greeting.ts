import { readEnv } from "@/lib/platform/env/env";
import type { Result } from "../output";
import type { PortalDatabase } from "../with-database";

/** What the operator reads when the portal is ready. */
export function greet(database: PortalDatabase): Result {
	const { PORTAL_URL: address, PORTAL_DATA: dataDir } = readEnv();
	const elsewhere = database.cluster && !database.cluster.startsWith(dataDir) ? database.cluster : undefined;
	const text = [
		"",
		"  造风者已就绪 · The windmaker portal is ready",
		"",
		`  地址 Address   ${address}`,
		`  数据 Data      ${dataDir}`,
		elsewhere && `  数据库 Database ${elsewhere}`,
		"",
		"  按 Ctrl-C 停止 · Press Ctrl-C to stop",
	]
		.filter((line) => line !== undefined)
		.join("\n");
	return { data: { address, dataDir, cluster: database.cluster ?? null }, text };
}
