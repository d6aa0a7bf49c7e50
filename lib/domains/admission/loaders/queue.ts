import "server-only";
import { readInvolvements } from "@/lib/domains/admission/data/involvement";
import {
	countQueueScopes,
	countQueueTabs,
	isWholeTab,
	listQueuePage,
	searchQueue,
} from "@/lib/domains/admission/data/queue";
import type { QueueDays } from "@/lib/domains/admission/data/queue-filter";
import { listReviewers } from "@/lib/domains/admission/data/reviewers";
import { listTracks } from "@/lib/domains/admission/data/standards";
import { parseQueueQuery, type QueueQuery } from "@/lib/domains/admission/rules/queue-query";
import type { Queue, QueuePage, QueueTotal } from "@/lib/domains/admission/rules/queue-rows";
import { queueColumns } from "@/lib/domains/admission/rules/queue-view";
import { can } from "@/lib/platform/access/permissions";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import { readColumns } from "@/lib/platform/preferences/read";
import { routes } from "@/lib/platform/routes/routes";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";

/** A page of the reviewers' queue for the address it was asked under. */
export async function loadQueue(params: Record<string, string | string[] | undefined>): Promise<Queue> {
	const scope = await requireScope("application.read", routes.ops.applications());
	const today = businessDayOf(new Date());
	const query = parseQueueQuery(params);
	const [calendar, columns] = await Promise.all([
		readWorkCalendar(),
		readColumns("applications", queueColumns),
	]);
	const days = { today, soonBefore: addWorkingDays(calendar, today, 2) };
	const [{ page, total }, tabCounts, scopeCounts, tracks, reviewers] = await Promise.all([
		readPage(scope, query, days),
		countQueueTabs(scope),
		query.tab === "open" || query.tab === "second" ? countQueueScopes(scope, query.tab, days) : null,
		listTracks(),
		listReviewers(scope),
	]);
	const waiting = page.rows.filter((row) => row.state === "SUBMITTED" || row.state === "IN_REVIEW");
	const canReview = can(scope.role, "application.review");
	return {
		query,
		page,
		total: total ?? { count: tabCounts[query.tab], isCapped: false },
		tabCounts,
		scopeCounts,
		involvements: canReview
			? await readInvolvements(
					scope,
					scope.userId,
					waiting.map((row) => row.id),
				)
			: new Map(),
		tracks,
		reviewers: reviewers.map(({ userId, name, held }) => ({ userId, name, held })),
		columns,
		calendar,
		today,
		viewer: { userId: scope.userId, role: scope.role },
		canReview,
		canAssign: can(scope.role, "application.assign"),
	};
}

async function readPage(
	scope: PlatformScope,
	query: QueueQuery,
	days: QueueDays,
): Promise<{ page: QueuePage; total: QueueTotal | null }> {
	if (isWholeTab(query)) return { page: await listQueuePage(scope, query, days), total: null };
	return searchQueue(scope, query, days);
}
