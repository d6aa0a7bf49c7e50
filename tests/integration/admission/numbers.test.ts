import { expect, test } from "vitest";
import { countOpenByDay, listConclusions, listOpinionPairs } from "@/lib/domains/admission/data/numbers";
import { pool } from "@/lib/platform/db/pool";
import { createReviewer } from "@/tests/factories/admission";
import { createOrganisation } from "@/tests/factories/identity";

const october = { from: "2026-10-01", to: "2026-10-31" };

test("conclusions are told by submission, opinions by pair, open work by the day it came", async () => {
	const [reviewer, second] = await Promise.all([createReviewer(), createReviewer()]);
	const organisation = await createOrganisation();
	await pool().query(
		`INSERT INTO applications (id, number, organisation_id, state, form, primary_track, policy_version, submission_no, created_by_id, submitted_at, updated_at)
		 VALUES ('app_n1', 'WM-2026-700001', $1, 'REJECTED', '{}', 'training', 1, 2, $2, '2026-10-12 10:00+08', now())`,
		[organisation.id, reviewer.userId],
	);
	await pool().query(
		`INSERT INTO application_events (application_id, event, from_state, to_state, actor_user_id, at) VALUES
		 ('app_n1', 'submit', 'DRAFT', 'SUBMITTED', NULL, '2026-09-28 10:00+08'),
		 ('app_n1', 'claim', 'SUBMITTED', 'IN_REVIEW', $1, '2026-09-28 11:00+08'),
		 ('app_n1', 'request_changes', 'IN_REVIEW', 'CHANGES_REQUESTED', $1, '2026-09-30 23:59:59+08'),
		 ('app_n1', 'submit', 'CHANGES_REQUESTED', 'SUBMITTED', NULL, '2026-10-12 10:00+08'),
		 ('app_n1', 'claim', 'SUBMITTED', 'IN_REVIEW', $1, '2026-10-12 11:00+08'),
		 ('app_n1', 'give_opinion', 'IN_REVIEW', 'IN_REVIEW', $1, '2026-10-13 11:00+08'),
		 ('app_n1', 'reject', 'IN_REVIEW', 'REJECTED', $2, '2026-10-14 11:00+08')`,
		[reviewer.userId, second.userId],
	);
	await pool().query(
		`INSERT INTO reviews (id, application_id, submission_no, stage, reviewer_id, traffic, livestream, incubation, fulfilment, supply, composite_bps, decision, policy_version, decided_at) VALUES
		 ('rev_1', 'app_n1', 2, 'FIRST', $1, 3, 3, 3, 3, 3, 6000, 'APPROVE', 1, '2026-10-13 11:00+08'),
		 ('rev_2', 'app_n1', 2, 'SECOND', $2, 1, 2, 1, 2, 1, 2800, 'REJECT', 1, '2026-10-14 11:00+08')`,
		[reviewer.userId, second.userId],
	);
	const found = await listConclusions(reviewer, october);
	expect(found).toEqual([
		{
			event: "reject",
			track: "training",
			reviewerId: second.userId,
			submittedAt: new Date("2026-10-12T10:00:00+08:00"),
			concludedAt: new Date("2026-10-14T11:00:00+08:00"),
			allowedDays: 5,
			appeal: null,
		},
	]);
	expect(await listConclusions(reviewer, { from: "2026-09-30", to: "2026-09-30" })).toMatchObject([
		{ event: "request_changes", reviewerId: reviewer.userId },
	]);
	expect(await listOpinionPairs(reviewer, october)).toMatchObject([
		{
			month: "2026-10",
			first: { decision: "APPROVE" },
			second: { decision: "REJECT", scores: { supply: 1 } },
		},
	]);
	expect(await countOpenByDay(reviewer)).toEqual([]);
});
