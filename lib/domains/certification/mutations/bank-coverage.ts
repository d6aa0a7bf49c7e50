import "server-only";
import type { PoolClient } from "pg";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { readBlueprint } from "@/lib/domains/certification/data/exam-policy";
import { listDrawable } from "@/lib/domains/certification/data/papers";
import { findShortages } from "@/lib/domains/certification/rules/draw-paper";

/** Whether every window of the level that may still be sat finds enough questions for its papers. */
export async function isBankEnough(client: PoolClient, level: CertificateLevel): Promise<boolean> {
	const { rows } = await client.query<{ version: number }>(
		`SELECT DISTINCT policy_version AS version FROM exam_windows
		  WHERE level = $1::certificate_level AND cancelled_at IS NULL AND (closes_at IS NULL OR closes_at > now())`,
		[level],
	);
	const bank = await listDrawable(level, client);
	const blueprints = await Promise.all(rows.map(({ version }) => readBlueprint(level, version)));
	return blueprints.every((blueprint) => findShortages(blueprint, bank).length === 0);
}
