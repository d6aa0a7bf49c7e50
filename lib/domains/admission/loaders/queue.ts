import "server-only";
import { countQueue, countQueueTabs, listQueuePage } from "@/lib/domains/admission/data/queue";
import { listTracks } from "@/lib/domains/admission/data/standards";
import { parseQueueQuery } from "@/lib/domains/admission/rules/queue-query";
import type { Queue } from "@/lib/domains/admission/types";
import { can } from "@/lib/platform/access/permissions";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

/** A page of the reviewers' queue for the address it was asked under. */
export async function loadQueue(params: Record<string, string | string[] | undefined>): Promise<Queue> {
	const scope = await requireScope("application.read", routes.ops.applications());
	const today = businessDayOf(new Date());
	const query = parseQueueQuery(params);
	const [page, total, tabCounts, tracks, calendar] = await Promise.all([
		listQueuePage(scope, query),
		countQueue(scope, query),
		countQueueTabs(scope),
		listTracks(),
		readWorkCalendar(),
	]);
	return {
		query,
		page,
		total,
		tabCounts,
		tracks,
		calendar,
		today,
		viewer: { userId: scope.userId, role: scope.role },
		canReview: can(scope.role, "application.review"),
	};
}
