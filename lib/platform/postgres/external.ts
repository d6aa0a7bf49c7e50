import pg from "pg";
import { OperatorError } from "@/lib/platform/env/operator-error";

const oldest = 15;

/** Makes sure that the operator's own server answers and is new enough. */
export async function checkExternal(url: string): Promise<void> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	client.on("error", () => undefined);
	const version = await readVersion(client).finally(() => client.end().catch(() => undefined));
	const major = Math.floor(version / 10_000);
	if (major >= oldest) return;
	throw new OperatorError(
		`DATABASE_URL 指向 PostgreSQL ${major}，门户需要 ${oldest} 或更高版本。`,
		`DATABASE_URL leads to PostgreSQL ${major}; the portal needs version ${oldest} or later.`,
	);
}

async function readVersion(client: pg.Client): Promise<number> {
	try {
		await client.connect();
		const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
		return Number(rows[0]?.server_version_num);
	} catch (cause) {
		const { code, message } = cause as { code?: string; message: string };
		const reason = message || code || "";
		throw new OperatorError(
			`无法连接 DATABASE_URL 指定的数据库：${reason}。`,
			`The database named by DATABASE_URL cannot be reached: ${reason}.`,
			{ cause },
		);
	}
}
