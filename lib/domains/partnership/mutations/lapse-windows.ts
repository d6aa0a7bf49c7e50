import "server-only";
import { readStandards } from "@/lib/domains/admission/data/standards";
import { toDate, toExitCase } from "@/lib/domains/partnership/data/records";
import { tellLeads, tellPartner } from "@/lib/domains/partnership/mutations/tell";
import { writeExit } from "@/lib/domains/partnership/mutations/write-exit";
import { lastDecisionDay } from "@/lib/domains/partnership/rules/exit-clock";
import { systemActor } from "@/lib/platform/audit/actor";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import { db } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { businessDayOf } from "@/lib/platform/time";

/**
 * Notices nobody answered by the end of their window wait for a decision from now on. The decision is due as if the
 * answer had come on the last day, by the standards in force then, whenever this runs. Running it again changes nothing.
 * @returns how many moved
 */
export async function lapseWindows(now: Date): Promise<number> {
	const today = businessDayOf(now);
	const late = await db().exitCase.findMany({
		where: { state: "NOTICE", replyBy: { lt: toDate(today) } },
		select: { id: true },
		orderBy: { replyBy: "asc" },
	});
	let moved = 0;
	for (const { id } of late) {
		const outcome = await inOutcomeTransaction(async (tx) => {
			const row = await tx.exitCase.findUnique({ where: { id }, include: { partner: true } });
			if (row?.state !== "NOTICE") return refuse("STALE_VERSION");
			const exit = toExitCase(row);
			const [policy, calendar] = [await readStandards(exit.replyBy, tx), await readWorkCalendar(tx)];
			const decideBy = lastDecisionDay(policy.document, calendar, exit.replyBy);
			const written = await writeExit(tx, exit, {
				event: "lapse",
				actor: systemActor("jobs:partnership"),
				data: { state: "REPLIED", decideBy: toDate(decideBy) },
				after: { state: "REPLIED", decideBy },
			});
			if (!written.ok) return written;
			const params = { number: exit.number, company: row.partner.name, day: decideBy };
			await tellPartner(tx, exit.organisationId, { kind: "exitWindowOver", key: id, params });
			await tellLeads(tx, { kind: "exitReplied", key: id, params, href: routes.ops.exit(id) });
			return { ok: true };
		});
		if (outcome.ok) moved++;
	}
	return moved;
}
