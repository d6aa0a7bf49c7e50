import { applyForFund } from "@/lib/domains/fund/mutations/apply";
import { moveFundApplication } from "@/lib/domains/fund/mutations/move";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { fillPool, must } from "./pools";

/** The pool that the fund's policy names. */
export async function openFund(
	leads: readonly [PlatformScope, PlatformScope],
	amount: string,
): Promise<string> {
	const id = await fillPool(leads, amount, "FEN");
	await pool().query("UPDATE pools SET code = 'ecosystem-fund' WHERE id = $1", [id]);
	return id;
}

export async function applyOnce(scope: PartnerScope, asked = 500n) {
	return must(
		await applyForFund(scope, { title: "直播基地二期", story: "做什么", useOfFunds: "设备", asked }),
	).applicationId;
}

export async function readFund(id: string) {
	const { rows } = await pool().query<{
		stage: string;
		version: number;
		round: number;
		assignee_id: string | null;
	}>("SELECT stage, version, round, assignee_id FROM fund_applications WHERE id = $1", [id]);
	return rows[0] ?? { stage: "", version: 0, round: 0, assignee_id: null };
}

type Target = "SCREENING" | "DUE_DILIGENCE" | "COMMITTEE" | "DECLINED";

/** Moves with the version that stands. */
export async function takeTo(lead: PlatformScope, applicationId: string, to: Target, reason = "") {
	const { version } = await readFund(applicationId);
	return moveFundApplication(lead, { applicationId, version, to, reason });
}

export async function bringToCommittee(lead: PlatformScope, applicationId: string): Promise<void> {
	for (const to of ["SCREENING", "DUE_DILIGENCE", "COMMITTEE"] as const)
		must(await takeTo(lead, applicationId, to));
}
