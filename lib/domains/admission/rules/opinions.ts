import type { ApplicationState, ReviewStage } from "@/lib/domains/admission/types";

type Opinion = {
	readonly submissionNo: number;
	readonly stage: ReviewStage;
	readonly decision: "APPROVE" | "REJECT" | "REQUEST_CHANGES";
	readonly reviewerId: string;
};

export type Standing = {
	readonly state: ApplicationState;
	readonly submissionNo: number;
	/** Submissions whose rejection was appealed: they were decided, whatever has happened since. */
	readonly appealedSubmissions: readonly number[];
};

const isOpinion = (row: Opinion) => row.decision !== "REQUEST_CHANGES";

function isDecided({ state, submissionNo, appealedSubmissions }: Standing, submission: number): boolean {
	const isCurrentDecided = submission === submissionNo && (state === "APPROVED" || state === "REJECTED");
	return isCurrentDecided || appealedSubmissions.includes(submission);
}

/** The opinions that carry a submission's decision: the lead's alone, or every reviewer's who agreed; none while undecided. */
export function carryingOpinions<Row extends Opinion>(
	rows: readonly Row[],
	standing: Standing,
	submission: number,
): Row[] {
	if (!isDecided(standing, submission)) return [];
	const opinions = rows.filter((row) => row.submissionNo === submission && isOpinion(row));
	const byLead = opinions.filter((row) => row.stage === "LEAD");
	return byLead.length > 0 ? byLead : opinions;
}

/** What the applicant reads: what it is asked to mend, and the words of those who carry a decision; never an overruled opinion. */
export function forApplicant<Row extends Opinion>(rows: readonly Row[], standing: Standing): Row[] {
	return rows.filter(
		(row) => !isOpinion(row) || carryingOpinions(rows, standing, row.submissionNo).includes(row),
	);
}

/**
 * What somebody of the platform reads. An opinion is sealed to everybody who might still give the other one, until both
 * are in or the application is closed; its author and those who take no part in reviews (internal control) may read it.
 */
export function forReviewers<Row extends Opinion>(
	rows: readonly Row[],
	standing: Standing,
	reader: { userId: string; takesPart: boolean },
): Row[] {
	const isClosed = ["APPROVED", "REJECTED", "WITHDRAWN"].includes(standing.state);
	return rows.filter((row) => {
		if (!isOpinion(row) || !reader.takesPart || row.reviewerId === reader.userId || isClosed) return true;
		const ofSubmission = rows.filter((other) => other.submissionNo === row.submissionNo && isOpinion(other));
		return ofSubmission.length > 1 || isDecided(standing, row.submissionNo);
	});
}
