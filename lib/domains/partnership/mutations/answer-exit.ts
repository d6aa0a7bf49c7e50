import "server-only";
import { readStandards } from "@/lib/domains/admission/data/standards";
import { findOwnExitById, findOwnPartner } from "@/lib/domains/partnership/data/own";
import { toDate } from "@/lib/domains/partnership/data/records";
import { tellLeads, tellPartner } from "@/lib/domains/partnership/mutations/tell";
import { writeExit } from "@/lib/domains/partnership/mutations/write-exit";
import { isReplyOpen, lastDecisionDay } from "@/lib/domains/partnership/rules/exit-clock";
import type { ReplyExit } from "@/lib/domains/partnership/schema/exit";
import { actorOf } from "@/lib/platform/audit/actor";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PartnerScope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";

/**
 * The partner answers its notice: it accepts, or it appeals. Once, and through 24:00 of the window's last day; from
 * then on the decision is due.
 * @throws AppError NOT_FOUND for a case that does not exist or is somebody else's
 */
export function answerExit(
	scope: PartnerScope,
	input: ReplyExit & { now: Date },
): Promise<Outcome<{ version: number; decideBy: Day }>> {
	grant(scope, "partnership.leave");
	const today = businessDayOf(input.now);
	return inOutcomeTransaction(async (tx) => {
		const exit = await findOwnExitById(scope, input.caseId, tx);
		if (!exit) throw new AppError("NOT_FOUND");
		if (exit.state === "REPLIED" && exit.repliedAt) return refuse("ALREADY_REPLIED");
		if (exit.kind === "VOLUNTARY" || (exit.state !== "NOTICE" && exit.state !== "REPLIED"))
			return refuse("EXIT_CLOSED");
		if (exit.state !== "NOTICE" || !isReplyOpen(exit.replyBy, today))
			return refuse("REPLY_WINDOW_OVER", { params: { day: exit.replyBy } });
		if (exit.version !== input.version) return refuse("STALE_VERSION");
		const policy = await readStandards(today, tx);
		const calendar = await readWorkCalendar(tx);
		const decideBy = lastDecisionDay(policy.document, calendar, today);
		const isAppeal = input.answer === "APPEAL";
		const written = await writeExit(tx, exit, {
			event: isAppeal ? "appeal" : "accept",
			actor: actorOf(scope),
			data: {
				state: "REPLIED",
				reply: input.reply,
				isAppeal,
				repliedById: scope.userId,
				repliedAt: input.now,
				decideBy: toDate(decideBy),
			},
			after: { state: "REPLIED", isAppeal, decideBy },
			reason: input.reply,
		});
		if (!written.ok) return written;
		const partner = await findOwnPartner(scope, tx);
		const params = { number: exit.number, company: partner?.name ?? "", day: decideBy };
		await tellPartner(tx, exit.organisationId, { kind: "exitReplyReceived", key: exit.id, params });
		await tellLeads(tx, {
			kind: "exitReplied",
			key: exit.id,
			params,
			href: routes.ops.exit(exit.id),
		});
		return { ok: true, version: written.version, decideBy };
	});
}
