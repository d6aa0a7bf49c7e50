import { pool } from "@/lib/platform/db/pool";
import { logError } from "@/lib/platform/log/log";

export const dynamic = "force-dynamic";

/** For a load balancer and the launcher: whether this process answers and reaches its database. */
export async function GET(): Promise<Response> {
	const headers = { "cache-control": "no-store" };
	try {
		await pool().query("SELECT 1");
		return Response.json({ status: "ok" }, { headers });
	} catch (error) {
		logError("health", { error });
		return Response.json({ status: "database-unreachable" }, { status: 503, headers });
	}
}
