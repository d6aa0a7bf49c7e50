import "server-only";
import { toPartner } from "@/lib/domains/partnership/data/records";
import { listRedLineVerdicts, type RedLineVerdict } from "@/lib/domains/partnership/data/red-line-verdicts";
import { lockPartner } from "@/lib/domains/partnership/mutations/move-partner";
import { writeNotice } from "@/lib/domains/partnership/mutations/open-exit";
import { systemActor } from "@/lib/platform/audit/actor";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { refuse } from "@/lib/platform/errors/errors";
import { addDays, businessDayOf } from "@/lib/platform/time";

/** Runs made final longer ago have been looked at. */
const LOOKS_BACK_DAYS = 7;

/**
 * Opens the exit review a red line brings (domain.md §3.3) for every partner a final run found over one: notice with a
 * window to answer, decided by people. Running it again opens nothing twice.
 * @returns how many were opened
 */
export async function openRedLineExits(now: Date): Promise<number> {
	let opened = 0;
	for (const verdict of await listRedLineVerdicts(addDays(businessDayOf(now), -LOOKS_BACK_DAYS))) {
		if (await openOne(verdict, now)) opened++;
	}
	return opened;
}

async function openOne(verdict: RedLineVerdict, now: Date): Promise<boolean> {
	const outcome = await inOutcomeTransaction(async (tx) => {
		await lockPartner(tx, verdict.partnerId);
		const row = await tx.partner.findUniqueOrThrow({ where: { id: verdict.partnerId } });
		if (row.status !== "ACTIVE" && row.status !== "PROBATION") return refuse("CHANGED_MEANWHILE");
		return writeNotice(
			tx,
			{ openedById: verdict.openedById, actor: systemActor("jobs:red-lines") },
			toPartner(row),
			{ kind: "RED_LINE", reasonCodes: verdict.reasonCodes, statement: stateOf(verdict), now },
		);
	});
	return outcome.ok;
}

/** Read by the partner and by auditors in either language. */
function stateOf({ month, runId }: RedLineVerdict): string {
	return `${month} 评定触及红线，按规则启动退出审查；依据见判定回单 ${runId}。The evaluation of ${month} found a red line crossed, which opens an exit review; see the decision receipt of ${runId}.`;
}
