import "server-only";
import type { PoolClient } from "pg";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { readBlueprint, readExamPolicy } from "@/lib/domains/certification/data/exam-policy";
import { listDrawable } from "@/lib/domains/certification/data/papers";
import { findShortages } from "@/lib/domains/certification/rules/draw-paper";
import type { CancelWindow, ChangeWindow, OpenWindow } from "@/lib/domains/certification/schema/windows";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { bothNames } from "@/lib/platform/notifications/both-names";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

type Window = { windowId: string };
type Held = {
	level: CertificateLevel;
	nameZh: string;
	nameEn: string;
	opensAt: Date;
	closesAt: Date | null;
	seats: number | null;
	version: number;
	cancelledAt: Date | null;
	booked: number;
	now: Date;
};

/** Opens a window under the policy in force on its first day, as long as the bank fills that policy's blueprint. */
export function openWindow(scope: PlatformScope, input: OpenWindow): Promise<Outcome<Window>> {
	grant(scope, "exam.write");
	return inRawOutcomeTransaction<Window>(async (client) => {
		const { level, nameZh, nameEn, opensAt, closesAt, seats } = input;
		if (closesAt && closesAt <= new Date())
			return refuse("WINDOW_IN_PAST", { fieldErrors: { closesAt: "WINDOW_IN_PAST" } });
		const { version } = await readExamPolicy(businessDayOf(opensAt));
		const blueprint = await readBlueprint(level, version);
		const [short] = findShortages(blueprint, await listDrawable(level, client));
		if (short)
			return refuse("WINDOW_BANK_SHORT", {
				params: { topic: short.topic, difficulty: short.difficulty, found: short.found, count: short.count },
			});
		const windowId = newId("win");
		await client.query(
			`INSERT INTO exam_windows (id, level, name_zh, name_en, policy_version, opens_at, closes_at, seats, created_by_id)
			 VALUES ($1, $2::certificate_level, $3, $4, $5, $6, $7, $8, $9)`,
			[windowId, level, nameZh, nameEn, version, opensAt, closesAt, seats, scope.userId],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "exam.open-window",
			subjectType: "exam_window",
			subjectId: windowId,
			after: { level, policyVersion: version, ...shownOf(input) },
		});
		return { ok: true, windowId };
	});
}

const shownOf = ({ nameZh, nameEn, opensAt, closesAt, seats }: Omit<OpenWindow, "level">) => ({
	...{ nameZh, nameEn, seats },
	opensAt: opensAt.toISOString(),
	closesAt: closesAt?.toISOString() ?? null,
});

async function hold(client: PoolClient, windowId: string): Promise<Held> {
	const { rows } = await client.query<Omit<Held, "booked">>(
		`SELECT level, name_zh AS "nameZh", name_en AS "nameEn", opens_at AS "opensAt", closes_at AS "closesAt", seats, version,
		        cancelled_at AS "cancelledAt", now() AS now FROM exam_windows WHERE id = $1 FOR UPDATE`,
		[windowId],
	);
	if (!rows[0]) throw new AppError("NOT_FOUND");
	const booked = await client.query<{ count: number }>(
		"SELECT count(*)::int AS count FROM exam_bookings WHERE window_id = $1 AND cancelled_at IS NULL",
		[windowId],
	);
	return { ...rows[0], booked: booked.rows[0]?.count ?? 0 };
}

/**
 * Changes a window that is not over. Its level and its policy stay; once it is open its opening stays, too, and seats never
 * fall below those taken. Who has a seat and has not begun is told when the times move.
 */
export function changeWindow(scope: PlatformScope, input: ChangeWindow): Promise<Outcome<Window>> {
	grant(scope, "exam.write");
	return inRawOutcomeTransaction<Window>(async (client) => {
		const { windowId, version, nameZh, nameEn, opensAt, closesAt, seats } = input;
		const held = await hold(client, windowId);
		const refusal = judgeChange(held, input);
		if (refusal) return refusal;
		await client.query(
			`UPDATE exam_windows SET name_zh = $3, name_en = $4, opens_at = $5, closes_at = $6, seats = $7, version = version + 1
			  WHERE id = $1 AND version = $2`,
			[windowId, version, nameZh, nameEn, opensAt, closesAt, seats],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "exam.change-window",
			subjectType: "exam_window",
			subjectId: windowId,
			before: shownOf(held),
			after: shownOf(input),
		});
		const moved = !isSameMinute(held.opensAt, opensAt) || !isSameMinute(held.closesAt, closesAt);
		if (moved) await tell(client, { windowId, kind: "examWindowMoved", version, window: input });
		return { ok: true, windowId };
	});
}

/** Forms write whole minutes: what differs by less was not moved. */
function isSameMinute(before: Date | null, after: Date | null): boolean {
	if (!before || !after) return before === after;
	return Math.floor(before.getTime() / 60_000) === Math.floor(after.getTime() / 60_000);
}

function judgeChange(held: Held, { version, opensAt, closesAt, seats }: ChangeWindow) {
	if (held.cancelledAt) return refuse("WINDOW_CANCELLED");
	if (held.closesAt && held.closesAt <= held.now) return refuse("WINDOW_CLOSED");
	if (held.version !== version) return refuse("STALE_VERSION");
	if (held.opensAt <= held.now && !isSameMinute(held.opensAt, opensAt))
		return refuse("WINDOW_OPENED", { fieldErrors: { opensAt: "WINDOW_OPENED" } });
	if (closesAt && closesAt <= held.now)
		return refuse("WINDOW_IN_PAST", { fieldErrors: { closesAt: "WINDOW_IN_PAST" } });
	if (seats !== null && seats < held.booked)
		return refuse("SEATS_TAKEN", { fieldErrors: { seats: "SEATS_TAKEN" } });
	return null;
}

/** Cancels a window: nobody begins in it any more, who is sitting finishes, everybody else with a seat is told why. */
export function cancelWindow(
	scope: PlatformScope,
	{ windowId, version, reason }: CancelWindow,
): Promise<Outcome<Window>> {
	grant(scope, "exam.write");
	return inRawOutcomeTransaction<Window>(async (client) => {
		const held = await hold(client, windowId);
		if (held.cancelledAt) return refuse("WINDOW_CANCELLED");
		if (held.closesAt && held.closesAt <= held.now) return refuse("WINDOW_CLOSED");
		const { rowCount } = await client.query(
			`UPDATE exam_windows SET cancelled_at = now(), version = version + 1
			  WHERE id = $1 AND version = $2 AND cancelled_at IS NULL`,
			[windowId, version],
		);
		if (rowCount !== 1) return refuse("STALE_VERSION");
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "exam.cancel-window",
			subjectType: "exam_window",
			subjectId: windowId,
			before: shownOf(held),
			reason,
		});
		await tell(client, { windowId, kind: "examWindowCancelled", version, window: held, reason });
		return { ok: true, windowId };
	});
}

type News = {
	windowId: string;
	kind: "examWindowMoved" | "examWindowCancelled";
	version: number;
	window: { nameZh: string; nameEn: string };
	reason?: string;
};

async function tell(client: PoolClient, { windowId, kind, version, window, reason }: News): Promise<void> {
	const { rows } = await client.query<{ userId: string }>(
		`SELECT user_id AS "userId" FROM exam_bookings b WHERE window_id = $1 AND cancelled_at IS NULL
		    AND NOT EXISTS (SELECT FROM exam_sittings s WHERE s.booking_id = b.id)`,
		[windowId],
	);
	await notifyUsersRaw(
		client,
		rows.map(({ userId }) => userId),
		{
			key: `exam-window:${windowId}:${version}`,
			kind,
			params: { window: bothNames({ zh: window.nameZh, en: window.nameEn }), reason: reason ?? "" },
			href: routes.partner.exams(),
		},
	);
}
