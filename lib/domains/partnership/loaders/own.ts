import "server-only";
import { readStandards } from "@/lib/domains/admission/data/standards";
import { findNoticeIdOf } from "@/lib/domains/partnership/data/notices";
import {
	findOwnDeposit,
	findOwnExit,
	findOwnPartner,
	findOwnProbation,
	findOwnVerification,
	listOwnLife,
} from "@/lib/domains/partnership/data/own";
import { readKnown } from "@/lib/domains/partnership/data/partners";
import { mayLeave, mayReply, mayTakeBack } from "@/lib/domains/partnership/policy";
import { refundDueOn } from "@/lib/domains/partnership/rules/exit-clock";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import { listFiles } from "@/lib/platform/files/data";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

/** The partner's page of its partnership; null before admission. */
export async function loadOwnPartnership() {
	const scope = await requireScope("partnership.own", routes.partner.partnership());
	const partner = await findOwnPartner(scope);
	if (!partner) return null;
	const today = businessDayOf(new Date());
	const [exit, probation, verification, life, deposit, policy, calendar, { known }] = await Promise.all([
		findOwnExit(scope, partner.id),
		findOwnProbation(scope, partner.id),
		findOwnVerification(scope, partner.id),
		listOwnLife(scope, partner.id),
		partner.applicationId ? findOwnDeposit(scope, partner.applicationId) : null,
		readStandards(today),
		readWorkCalendar(),
		readKnown(partner.id),
	]);
	const filesOf = (purpose: "EXIT_NOTICE" | "EXIT_REPLY" | "PROBATION" | "VERIFICATION", id?: string) =>
		id ? listFiles(scope, { purpose, subjectId: id }) : [];
	const [notice, reply, plan, proofs] = await Promise.all([
		filesOf("EXIT_NOTICE", exit?.id),
		filesOf("EXIT_REPLY", exit?.id),
		filesOf("PROBATION", probation?.id),
		filesOf("VERIFICATION", verification?.id),
	]);
	return {
		partner,
		files: { notice, reply, plan, proofs },
		exit,
		probation,
		verification,
		life,
		deposit,
		calendar,
		today,
		policy: policy.document,
		tracks: known.tracks,
		noticeId: exit?.state === "CONFIRMED" ? await findNoticeIdOf(exit.id) : null,
		refundDueOn: partner.exitedOn && refundDueOn(partner.exitedOn),
		may: {
			reply: exit !== null && mayReply(exit, scope.role, today),
			takeBack: exit !== null && mayTakeBack(exit, scope.role),
			leave: mayLeave(partner.status, scope.role),
			isOwner: scope.role === "partner_owner",
		},
	};
}
export type OwnPartnership = NonNullable<Awaited<ReturnType<typeof loadOwnPartnership>>>;
