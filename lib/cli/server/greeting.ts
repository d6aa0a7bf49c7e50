import { db } from "@/lib/platform/db/client";
import { readEnv } from "@/lib/platform/env/env";
import { type DemoAccount, demoAccounts, demoPassword } from "@/prisma/seed/accounts";
import type { Result } from "../output";
import type { PortalDatabase } from "../with-database";

/** What the operator reads when the portal is ready. */
export async function greet(database: PortalDatabase): Promise<Result> {
	const { PORTAL_URL: address, PORTAL_DATA: dataDir } = readEnv();
	const elsewhere = database.cluster && !database.cluster.startsWith(dataDir) ? database.cluster : null;
	const accounts = await listDemoAccounts();
	const lines = [
		"",
		"  造风者已就绪 · The windmaker portal is ready",
		"",
		`  地址 Address    ${address}`,
		`  数据 Data       ${dataDir}`,
		...(elsewhere ? [`  数据库 Database ${elsewhere}`] : []),
		"",
		...(accounts.length > 0 ? describeAccounts(accounts) : await suggestFirstUser()),
		"  按 Ctrl-C 停止 · Press Ctrl-C to stop",
	];
	const data = {
		...{ address, dataDir, cluster: database.cluster ?? null },
		accounts: accounts.map(({ email, role }) => ({ email, role, password: demoPassword })),
	};
	return { data, text: lines.join("\n") };
}

/** The accounts worth signing in with that are in the database. */
async function listDemoAccounts(): Promise<DemoAccount[]> {
	const users = await db().user.findMany({ where: { isDemo: true }, select: { email: true } });
	const present = new Set(users.map(({ email }) => email));
	return demoAccounts.filter(({ email, isListed }) => isListed && present.has(email));
}

function describeAccounts(accounts: DemoAccount[]): string[] {
	const width = Math.max(...accounts.map(({ email }) => email.length)) + 2;
	return [
		`  演示账号 Demo accounts（密码 password: ${demoPassword}）`,
		...accounts.flatMap(({ email, noteZh, noteEn }) => [
			`    ${email.padEnd(width)}${noteZh}`,
			`    ${" ".repeat(width)}${noteEn}`,
		]),
		"",
	];
}

async function suggestFirstUser(): Promise<string[]> {
	if ((await db().user.count()) > 0) return [];
	return [
		"  还没有用户。请在另一个终端新增第一位管理员：",
		"  There are no users yet. Add the first administrator from another terminal:",
		"    npm run portal -- user add --email you@example.com --name 姓名",
		"",
	];
}
