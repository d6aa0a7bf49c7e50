import "server-only";
import { notFound } from "next/navigation";
import { readStandards } from "@/lib/domains/admission/data/standards";
import {
	countExits,
	findExit,
	listExits,
	listExitsOfPartner,
	listRefunds,
} from "@/lib/domains/partnership/data/exits";
import { findNoticeIdOf } from "@/lib/domains/partnership/data/notices";
import { findPartner, hasConflict, listLife, readKnown } from "@/lib/domains/partnership/data/partners";
import {
	countProbations,
	findOpenProbation,
	listProbations,
	listUnplanned,
} from "@/lib/domains/partnership/data/probations";
import {
	countVerifications,
	findVerification,
	listExpiredLicences,
	listVerifications,
} from "@/lib/domains/partnership/data/verifications";
import { objectionToDeciding } from "@/lib/domains/partnership/policy";
import { effectiveDays } from "@/lib/domains/partnership/rules/exit-clock";
import { checkVerification, isLicenceExpired } from "@/lib/domains/partnership/rules/verification-facts";
import {
	exitQuerySchema,
	probationQuerySchema,
	verificationQuerySchema,
} from "@/lib/domains/partnership/schema/queries";
import { verificationFactsSchema } from "@/lib/domains/partnership/schema/verification";
import { can } from "@/lib/platform/access/permissions";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import { listFiles } from "@/lib/platform/files/data";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { addDays, businessDayOf } from "@/lib/platform/time";

type Params = Record<string, string | string[] | undefined>;

export async function loadExits(params: Params) {
	const scope = await requireScope("partnership.read", routes.ops.exits());
	const today = businessDayOf(new Date());
	const query = exitQuerySchema.parse(params);
	const [counts, calendar, exits, refunds, policy] = await Promise.all([
		countExits(scope, today),
		readWorkCalendar(),
		query.tab === "refunds" ? null : listExits(scope, query, today),
		query.tab === "refunds" ? listRefunds(scope, query) : null,
		readStandards(today),
	]);
	return {
		query,
		counts,
		calendar,
		exits,
		refunds,
		today,
		policy: policy.document,
		canManage: can(scope.role, "exit.manage"),
	};
}

export async function loadExit(id: string) {
	const scope = await requireScope("partnership.read", routes.ops.exit(id));
	const exit = await findExit(scope, id);
	if (!exit) notFound();
	const today = businessDayOf(new Date());
	const [isBound, calendar, noticeId, policy, life, noticeFiles, replyFiles] = await Promise.all([
		hasConflict(scope.userId, exit.organisationId),
		readWorkCalendar(),
		findNoticeIdOf(exit.id),
		readStandards(today),
		listLife(scope, exit.partnerId),
		listFiles(scope, { purpose: "EXIT_NOTICE", subjectId: id }),
		listFiles(scope, { purpose: "EXIT_REPLY", subjectId: id }),
	]);
	const canManage = can(scope.role, "exit.manage");
	const openedOn = businessDayOf(exit.openedAt);
	return {
		exit,
		files: { notice: noticeFiles, reply: replyFiles },
		today,
		calendar,
		noticeId,
		canManage,
		life,
		policy: policy.document,
		objection: objectionToDeciding(exit, scope, isBound, today),
		isOpener: exit.openedById === scope.userId,
		days: effectiveDays({ wishedOn: exit.wishedOn, openedOn }, today),
	};
}
export type ExitPage = Awaited<ReturnType<typeof loadExit>>;

/** What may be begun with a partner from its page: a notice or a probation. */
export async function loadPartnerActions(partnerId: string) {
	const scope = await requireScope("partnership.read", routes.ops.partner(partnerId));
	const partner = await findPartner(scope, partnerId);
	if (!partner) notFound();
	const today = businessDayOf(new Date());
	const [exits, probation, policy, evidence] = await Promise.all([
		listExitsOfPartner(scope, partnerId),
		findOpenProbation(scope, partnerId),
		readStandards(today),
		listFiles(scope, { purpose: "EXIT_NOTICE", subjectId: partnerId }),
	]);
	const canManage = can(scope.role, "exit.manage");
	const isCurrent = partner.status === "ACTIVE" || partner.status === "PROBATION";
	return {
		partner,
		evidence,
		today,
		openExit: exits.find((exit) => exit.state === "NOTICE" || exit.state === "REPLIED") ?? null,
		lastExit: exits[0] ?? null,
		probation,
		canGiveNotice: canManage && isCurrent,
		canWarn: canManage && isCurrent && probation === null,
		windowDays: policy.document.appealWindowDays,
		probationDeadline: addDays(today, policy.document.probationDays),
		isLicenceExpired: isLicenceExpired(partner.licenceExpiresOn, today),
	};
}

export async function loadProbations(params: Params) {
	const scope = await requireScope("partnership.read", routes.ops.probations());
	const today = businessDayOf(new Date());
	const query = probationQuerySchema.parse(params);
	const { tab } = query;
	const [counts, probations, unplanned, policy] = await Promise.all([
		countProbations(scope, today),
		tab === "unplanned" ? null : listProbations(scope, { ...query, tab }, today),
		tab === "unplanned" ? listUnplanned(scope, query) : null,
		readStandards(today),
	]);
	return {
		query,
		counts,
		probations,
		unplanned,
		today,
		deadline: addDays(today, policy.document.probationDays),
		windowDays: policy.document.appealWindowDays,
		canManage: can(scope.role, "exit.manage"),
	};
}

export async function loadVerifications(params: Params) {
	const scope = await requireScope("partnership.read", routes.ops.verifications());
	const today = businessDayOf(new Date());
	const query = verificationQuerySchema.parse(params);
	const { tab } = query;
	const [counts, verifications, licences, policy] = await Promise.all([
		countVerifications(scope, today),
		tab === "licences" ? null : listVerifications(scope, { ...query, tab }, today),
		tab === "licences" ? listExpiredLicences(scope, query, today) : null,
		readStandards(today),
	]);
	return {
		query,
		counts,
		verifications,
		licences,
		today,
		windowDays: policy.document.appealWindowDays,
		canManage: can(scope.role, "exit.manage"),
	};
}

export async function loadVerification(id: string) {
	const scope = await requireScope("partnership.read", routes.ops.verification(id));
	const verification = await findVerification(scope, id);
	const partner = verification && (await findPartner(scope, verification.partnerId));
	if (!verification || !partner) notFound();
	const today = businessDayOf(new Date());
	const [{ known }, policy, isBound, files] = await Promise.all([
		readKnown(partner.id),
		readStandards(today),
		hasConflict(scope.userId, partner.organisationId),
		listFiles(scope, { purpose: "VERIFICATION", subjectId: id }),
	]);
	const facts = verificationFactsSchema.safeParse(verification.form);
	// Open work is judged by today's standards; what was decided shows what it was decided on.
	const live =
		verification.state === "SUBMITTED" && facts.success
			? checkVerification(policy, known, facts.data, today)
			: null;
	const canReview = can(scope.role, "verification.review");
	return {
		verification,
		partner,
		files,
		tracks: known.tracks,
		checks: live ?? verification.checks,
		today,
		isBound,
		windowDays: policy.document.appealWindowDays,
		probationDeadline: addDays(today, policy.document.probationDays),
		canDecide: canReview && !isBound && (verification.state === "SUBMITTED" || verification.state === "OPEN"),
		canManage: can(scope.role, "exit.manage"),
		isLicenceExpired: isLicenceExpired(partner.licenceExpiresOn, today),
	};
}
