import { db } from "@/lib/platform/db/client";
import { OperatorError } from "@/lib/platform/env/operator-error";

/** A portal for real use has no accounts whose password is printed in a README. */
export async function refuseDemoAccounts(): Promise<void> {
	const count = await db().user.count({ where: { isDemo: true } });
	if (count === 0) return;
	throw new OperatorError(
		`数据库里还有 ${count} 个演示账号，不能用于正式环境（PORTAL_DEMO=0）；请先运行 npm run portal -- demo reset。`,
		`The database still has ${count} demo accounts and is not fit for real use (PORTAL_DEMO=0); run npm run portal -- demo reset first.`,
	);
}
