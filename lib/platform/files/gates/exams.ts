import "server-only";
import { isGranted } from "@/lib/platform/session/scope";
import { type FileGate, seenAt } from "./types";

/**
 * The practical part of an exam. The subject is the sitting: its candidate changes the files until they are handed in and
 * nobody else of the company reads them; the platform's markers read them from then on,
 * but for those with a declared conflict of interest.
 */
export const practicalGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM exam_practicals WHERE sitting_id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		const practical = await client.examPractical.findUnique({
			where: { sittingId: id },
			select: {
				submittedAt: true,
				settledAt: true,
				sitting: { select: { organisationId: true, userId: true } },
			},
		});
		if (!practical) return null;
		const { organisationId, userId } = practical.sitting;
		const { submittedAt } = practical;
		if (isGranted(scope, "exam.own")) {
			if (userId !== scope.userId || organisationId !== scope.organisationId) return null;
			const mayChange = submittedAt === null && practical.settledAt === null;
			return { organisationId, mayChange, wasSeen: seenAt(submittedAt), seesRemoved: false };
		}
		if (!isGranted(scope, "exam.score") || submittedAt === null) return null;
		const [bond] = await client.$queryRaw<[{ is: boolean }]>`
			SELECT has_conflict(${scope.userId}, ${organisationId}) AS "is"`;
		if (bond.is) return null;
		return { organisationId, mayChange: false, wasSeen: seenAt(submittedAt), seesRemoved: false };
	},
};
