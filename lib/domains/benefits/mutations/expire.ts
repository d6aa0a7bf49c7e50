import "server-only";
import { expireGrants } from "@/lib/domains/pools/mutations/expire-grants";
import { systemActor } from "@/lib/platform/audit/actor";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { pool } from "@/lib/platform/db/pool";
import { refuse } from "@/lib/platform/errors/errors";
import { holdApplication, moveApplication } from "./move";
import { tellApplicant } from "./tell";

const ROUND = 500;

/**
 * Ends what has run out by the database's own Shanghai day: the ledger takes the rest, then the applications follow. Run
 * again, or by two at once, it has no second effect.
 */
export async function expireBenefits(): Promise<number> {
	await expireGrants();
	let ended = 0;
	for (;;) {
		const { rows } = await pool().query<{ id: string }>(
			`SELECT id FROM benefit_applications
			  WHERE expires_on < shanghai_day(pool_now()) AND state IN ('GRANTED', 'USED', 'REPORTED') ORDER BY id LIMIT ${ROUND}`,
		);
		let moved = 0;
		for (const { id } of rows) moved += await expireOne(id);
		ended += moved;
		if (rows.length < ROUND || moved === 0) return ended;
	}
}

async function expireOne(id: string): Promise<number> {
	const outcome = await inRawOutcomeTransaction(async (client) => {
		const held = await holdApplication(client, id);
		if (held.expiresOn === null || held.expiresOn >= held.today) return refuse("NOT_EXPIRED_YET");
		const moved = await moveApplication(client, held, {
			step: "expire",
			actor: systemActor("jobs:benefits"),
		});
		if (moved.ok && moved.state === "EXPIRED") await tellApplicant(client, held, "benefitExpired");
		return moved;
	});
	return Number(outcome.ok);
}
