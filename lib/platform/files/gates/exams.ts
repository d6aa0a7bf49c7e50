import "server-only";
import { isGranted } from "@/lib/platform/session/scope";
import { always, type FileGate, never, seenAt } from "./types";

/**
 * The picture of a question. The subject is the version it was first added to: its writer changes it while that version is in
 * the making, and never again, so that later versions may show it too. The desk reads it, and whoever has a version with it in
 * a paper of their own.
 */
export const pictureGate: FileGate = {
	hold: (tx, id) => tx.$queryRaw`SELECT FROM exam_question_versions WHERE id = ${id} FOR NO KEY UPDATE`,
	async stand(scope, id, client) {
		if (isGranted(scope, "exam.read")) {
			const found = await client.examQuestionVersion.findUnique({
				where: { id },
				select: { state: true, writtenById: true },
			});
			if (!found) return null;
			const isOpen = found.state === "DRAFT" || found.state === "RETURNED";
			const mayChange = isOpen && found.writtenById === scope.userId && isGranted(scope, "exam.write");
			return { organisationId: scope.organisationId, mayChange, wasSeen: never, seesRemoved: false };
		}
		if (!isGranted(scope, "exam.own")) return null;
		const { userId, organisationId } = scope;
		const [drawn] = await client.$queryRaw<[{ is: boolean }]>`
			SELECT EXISTS (
			  SELECT FROM exam_sittings s JOIN exam_sitting_questions p ON p.sitting_id = s.id
			    JOIN exam_question_versions v ON v.id = p.version_id
			    JOIN stored_files f ON f.id = v.body->>'pictureId'
			   WHERE s.user_id = ${userId} AND s.organisation_id = ${organisationId}
			     AND f.purpose = 'EXAM_PICTURE' AND f.subject_id = ${id}) AS "is"`;
		return drawn.is ? { organisationId, mayChange: false, wasSeen: always, seesRemoved: false } : null;
	},
};

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
