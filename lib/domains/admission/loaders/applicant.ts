import "server-only";
import { findLatestApplication } from "@/lib/domains/admission/data/applications";
import { listReviews, listTimeline } from "@/lib/domains/admission/data/history";
import { listTracks } from "@/lib/domains/admission/data/standards";
import { clockOf, policyOf } from "@/lib/domains/admission/loaders/judged-by";
import type { AdmissionStanding, OwnApplication } from "@/lib/domains/admission/types";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

/** The applicant's page: the latest application with all that belongs to it, or the standards to begin from. */
export async function loadOwnApplication(): Promise<OwnApplication> {
	const scope = await requireScope("application.edit", routes.partner.application());
	const today = businessDayOf(new Date());
	const [application, tracks] = await Promise.all([findLatestApplication(scope), listTracks()]);
	const [policy, timeline, reviews] = await Promise.all([
		policyOf(application, today),
		application ? listTimeline(scope, application.id) : [],
		application ? listReviews(scope, application.id) : [],
	]);
	return {
		application,
		tracks,
		timeline,
		reviews,
		today,
		policy,
		clock: application && (await clockOf(application, today)),
	};
}

/** What the partner's home needs to know of admission: where the application stands and what it still lacks. */
export async function loadAdmissionStanding(): Promise<AdmissionStanding> {
	const scope = await requireScope("application.edit", routes.partner.home());
	const today = businessDayOf(new Date());
	const [application, tracks] = await Promise.all([findLatestApplication(scope), listTracks()]);
	const [policy, reviews] = await Promise.all([
		policyOf(application, today),
		application?.state === "CHANGES_REQUESTED" ? listReviews(scope, application.id) : [],
	]);
	return {
		requestCount: reviews[0]?.requests.length ?? 0,
		userName: scope.userName,
		application,
		trackCodes: tracks.map((track) => track.code),
		policy,
		clock: application && (await clockOf(application, today)),
	};
}
