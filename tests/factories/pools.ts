import { createPool, decideChange, proposeChange } from "@/lib/domains/pools/mutations/changes";
import type { PoolUnit } from "@/lib/domains/pools/types";
import { pool } from "@/lib/platform/db/pool";
import type { Outcome } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";

/** What went well; a test that expects it stops where it did not. */
export function must<T extends object>(outcome: Outcome<T>): { ok: true } & T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

/** A pool that one lead proposed and another confirmed. */
export async function fillPool(
	leads: readonly [PlatformScope, PlatformScope],
	amount: string,
	unit: PoolUnit = "IMPRESSION",
): Promise<string> {
	const [one, other] = leads;
	const { poolId } = must(
		await createPool(one, {
			code: `p-${newId("x").slice(-20)}`,
			nameZh: "流量池",
			nameEn: "Traffic",
			purposeZh: "扶持直播间",
			purposeEn: "For livestreams",
			reason: "年度预算",
			unit,
			amount: BigInt(amount),
		}),
	);
	const { rows } = await pool().query<{ id: string }>("SELECT id FROM pool_changes WHERE pool_id = $1", [
		poolId,
	]);
	must(await decideChange(other, { changeId: rows[0]?.id ?? "", decision: "CONFIRMED", note: "" }));
	return poolId;
}

export async function changePool(
	leads: readonly [PlatformScope, PlatformScope],
	poolId: string,
	kind: "RAISE" | "CUT",
	amount: bigint,
	unit: PoolUnit = "IMPRESSION",
) {
	const [one, other] = leads;
	const { changeId } = must(await proposeChange(one, { poolId, kind, amount, unit, reason: "调整" }));
	return decideChange(other, { changeId, decision: "CONFIRMED", note: "" });
}

/** The database's own clock, held still; every test file has a database to itself. */
export async function holdClock(instant: string): Promise<void> {
	await pool().query(
		`CREATE OR REPLACE FUNCTION pool_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT '${instant}'::timestamptz $$`,
	);
}

export async function releaseClock(): Promise<void> {
	await pool().query(
		"CREATE OR REPLACE FUNCTION pool_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT date_trunc('milliseconds', clock_timestamp()) $$",
	);
}
