import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { businessDayOf } from "@/lib/platform/time";
import type { Output } from "../output";
import { demoPhaseNames } from "./demo-phases";

/** Loads the demo into a portal nobody has used yet, or goes on where an earlier load was interrupted. */
export async function loadDemoOnFirstStart(output: Output): Promise<void> {
	const { fresh, interrupted } = await readState();
	if (!fresh && !interrupted) return;
	output.note("正在载入演示数据……", "Loading the demo…");
	const { loadDemo } = await import("@/prisma/seed/load-demo");
	await loadDemo({
		today: businessDayOf(new Date()),
		onProgress: (phase, done, total) => output.progress(demoPhaseNames[phase], done, total),
	});
}

async function readState(): Promise<{ fresh: boolean; interrupted: boolean }> {
	const { demoFinished, demoLoaded } = await import("@/prisma/seed/load-demo");
	const { rows } = await pool().query<{ fresh: boolean; interrupted: boolean }>(
		`WITH seen AS (SELECT DISTINCT action FROM audit_entries WHERE action = ANY($1))
		 SELECT NOT EXISTS (SELECT FROM users) AND NOT EXISTS (SELECT FROM seen) AS fresh,
		        EXISTS (SELECT FROM seen WHERE action = $2) AND NOT EXISTS (SELECT FROM seen WHERE action = $3) AS interrupted`,
		[[demoLoaded, demoFinished, "demo.reset"], demoLoaded, demoFinished],
	);
	return rows[0] ?? { fresh: false, interrupted: false };
}

/** A portal for real use has no accounts whose password is printed in a README. */
export async function refuseDemoAccounts(): Promise<void> {
	const count = await db().user.count({ where: { isDemo: true } });
	if (count === 0) return;
	throw new OperatorError(
		`数据库里还有 ${count} 个演示账号，不能用于正式环境（PORTAL_DEMO=0）；请先运行 npm run portal -- demo reset。`,
		`The database still has ${count} demo accounts and is not fit for real use (PORTAL_DEMO=0); run npm run portal -- demo reset first.`,
	);
}
