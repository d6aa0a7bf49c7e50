import "server-only";
import type { GrantExtraTime } from "@/lib/domains/certification/schema/windows";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

/** Extra time for one candidate, in percent of the blueprint's; a clock that runs is never moved. The candidate is told. */
export function grantExtraTime(
	scope: PlatformScope,
	{ bookingId, percent, reason }: GrantExtraTime,
): Promise<Outcome<{ bookingId: string }>> {
	grant(scope, "exam.write");
	return inRawOutcomeTransaction<{ bookingId: string }>(async (client) => {
		const { rows } = await client.query<{
			userId: string;
			organisationId: string;
			before: number;
			cancelledAt: Date | null;
		}>(
			`SELECT user_id AS "userId", organisation_id AS "organisationId", extra_percent AS before, cancelled_at AS "cancelledAt"
			   FROM exam_bookings WHERE id = $1 FOR UPDATE`,
			[bookingId],
		);
		const booking = rows[0];
		if (!booking) throw new AppError("NOT_FOUND");
		if (booking.cancelledAt) return refuse("BOOKING_CANCELLED");
		const begun = await client.query("SELECT FROM exam_sittings WHERE booking_id = $1", [bookingId]);
		if (begun.rowCount) return refuse("SITTING_BEGUN");
		await client.query(
			`UPDATE exam_bookings SET extra_percent = $2, extra_reason = $3, extra_by_id = $4 WHERE id = $1`,
			[bookingId, percent, reason, scope.userId],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "exam.grant-extra-time",
			subjectType: "exam_booking",
			subjectId: bookingId,
			organisationId: booking.organisationId,
			before: { extraPercent: booking.before },
			after: { extraPercent: percent },
			reason,
		});
		await notifyUsersRaw(client, [booking.userId], {
			key: `exam-extra:${newId("ntf")}`,
			kind: "examExtraTime",
			params: { percent },
			href: routes.partner.exams(),
		});
		return { ok: true, bookingId };
	});
}
