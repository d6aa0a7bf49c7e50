import "server-only";
import { notFound } from "next/navigation";
import { listBookings, listOpenWindows } from "@/lib/domains/certification/data/bookings";
import { listCandidates, pastOf } from "@/lib/domains/certification/data/candidates";
import { findOwnCertificate, listTeamCertificates } from "@/lib/domains/certification/data/certificates";
import { readBlueprint } from "@/lib/domains/certification/data/exam-policy";
import { readOwnHeads } from "@/lib/domains/certification/data/heads";
import { findOwnSitting } from "@/lib/domains/certification/data/results";
import { judgeBooking } from "@/lib/domains/certification/rules/may-book";
import type { WindowChoice } from "@/lib/domains/certification/types/sittings";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf, type Day } from "@/lib/platform/time";

/** Everything a partner's people see of exams: seats, windows with a verdict for each who may be booked, certificates. */
export async function loadExams() {
	const scope = await requireScope("exam.own", routes.partner.exams());
	const today = businessDayOf(new Date());
	const mayBook = can(scope.role, "exam.book");
	const [windows, candidates, bookings, certificates, heads] = await Promise.all([
		listOpenWindows(scope),
		listCandidates(scope, today, { userId: mayBook ? null : scope.userId }),
		listBookings(scope, { all: mayBook }),
		listTeamCertificates(scope, today),
		readOwnHeads(scope, today),
	]);
	const choices = await Promise.all(windows.map((window) => chooseIn(window, candidates, today)));
	return { scope, today, mayBook, windows: choices, candidates, bookings, certificates, heads };
}

async function chooseIn(
	window: Awaited<ReturnType<typeof listOpenWindows>>[number],
	candidates: Awaited<ReturnType<typeof listCandidates>>,
	today: Day,
): Promise<WindowChoice> {
	const { policyVersion, bookedIds, ...shown } = window;
	const blueprint = await readBlueprint(window.level, policyVersion);
	return {
		...shown,
		minutes: blueprint.minutes,
		passBps: blueprint.passBps,
		practical: blueprint.practical,
		questions: blueprint.sections.reduce((sum, { count }) => sum + count, 0),
		verdicts: candidates.map((candidate) => ({
			userId: candidate.userId,
			name: candidate.name,
			isBooked: bookedIds.includes(candidate.userId),
			verdict: judgeBooking(blueprint, {
				past: pastOf(candidate, window.level),
				held: candidate.held,
				opensOn: businessDayOf(window.opensAt),
				closesOn: window.closesAt && businessDayOf(window.closesAt),
				today,
			}),
		})),
	};
}

/** A sitting of the reader's own; anybody else's does not exist. */
export async function loadOwnSitting(id: string) {
	const scope = await requireScope("exam.own", routes.partner.sitting(id));
	return (await findOwnSitting(scope, id)) ?? notFound();
}

/** A certificate of the reader's partner, to print. */
export async function loadOwnCertificate(id: string) {
	const scope = await requireScope("exam.own", routes.partner.certificate(id));
	const certificate = (await findOwnCertificate(scope, id)) ?? notFound();
	return { certificate, today: businessDayOf(new Date()) };
}
