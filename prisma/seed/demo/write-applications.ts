import type { PoolClient } from "pg";
import { admissionPolicyV1 } from "@/lib/domains/admission/constants";
import { matchingKey } from "@/lib/domains/admission/rules/matching-key";
import { businessDayOf } from "@/lib/platform/time";
import { addWorkingDays, type WorkCalendar } from "@/lib/platform/time/working-days";
import type { ApplicationPlan, EventPlan } from "./applications";
import { copyObjects } from "./copy";
import type { ReviewPlan } from "./reviews";

/** Takes numbers from the sequence the product uses, so that the next real application gets the one after. */
async function takeNumbers(client: PoolClient, applications: readonly ApplicationPlan[]): Promise<string[]> {
	const { rows } = await client.query<{ n: string }>(
		"SELECT nextval('application_numbers')::text AS n FROM generate_series(1, $1)",
		[applications.length],
	);
	return applications.map(({ createdAt }, position) => {
		const year = businessDayOf(createdAt).slice(0, 4);
		return `WM-${year}-${(rows[position]?.n ?? "").padStart(6, "0")}`;
	});
}

function submissionsOf({ events }: ApplicationPlan): number {
	return events.filter(({ event }) => event === "submit").length;
}

/** The submission an opinion of that moment is about. */
function submissionsBy({ events }: ApplicationPlan, moment: Date): number {
	return events.filter(({ event, at }) => event === "submit" && at <= moment).length;
}

/** The working-day calendar as this database knows it. */
async function readCalendar(client: PoolClient): Promise<WorkCalendar> {
	const { rows } = await client.query<{ day: string; isWorkday: boolean }>(
		`SELECT to_char(day, 'YYYY-MM-DD') AS day, is_workday AS "isWorkday" FROM calendar_days`,
	);
	return Object.fromEntries(rows.map(({ day, isWorkday }) => [day, isWorkday]));
}

type Numbered = ApplicationPlan & { number: string };
type Of<Row> = { application: Numbered; row: Row };

function flatten<Row>(applications: readonly Numbered[], rowsOf: (application: Numbered) => readonly Row[]) {
	return applications.flatMap((application) => rowsOf(application).map((row) => ({ application, row })));
}

export async function writeApplications(
	client: PoolClient,
	plans: readonly ApplicationPlan[],
): Promise<Numbered[]> {
	const calendar = await readCalendar(client);
	const numbers = await takeNumbers(client, plans);
	const applications = plans.map((plan, position) => ({ ...plan, number: numbers[position] ?? "" }));
	await copyObjects<Numbered>(
		client,
		"applications",
		{
			id: (row) => row.id,
			number: (row) => row.number,
			organisation_id: (row) => row.organisationId,
			state: (row) => row.state,
			version: (row) => row.version,
			form: (row) => row.form,
			company_name: (row) => row.form.company.name,
			uscc: (row) => row.form.company.uscc,
			contact_name: (row) => row.form.people.contactName,
			contact_phone: (row) => row.form.people.contactPhone || null,
			region: (row) => row.form.company.region,
			primary_track: (row) => row.form.tracks.primary || null,
			submission_no: submissionsOf,
			review_stage: (row) => row.reviewStage,
			due_on: (row) =>
				row.submittedAt &&
				addWorkingDays(calendar, businessDayOf(row.submittedAt), admissionPolicyV1.reviewWorkingDays),
			representative_key: (row) => matchingKey(row.form.company.legalRepresentative),
			address_key: (row) => matchingKey(row.form.company.address),
			checks: (row) => row.checks,
			policy_version: (row) => (row.checks ? 1 : null),
			assignee_id: (row) => row.assignee?.id ?? null,
			created_by_id: (row) => row.owner.id,
			submitted_at: (row) => row.submittedAt,
			decided_at: (row) => row.decidedAt,
			created_at: (row) => row.createdAt,
			updated_at: (row) => row.updatedAt,
		},
		applications,
	);
	const events = flatten(applications, (application) => application.events);
	await writeEvents(client, events);
	await writeReviews(
		client,
		flatten(applications, (application) => application.reviews),
	);
	await writeEventAudit(client, events);
	return applications;
}

async function writeEvents(client: PoolClient, rows: readonly Of<EventPlan>[]): Promise<void> {
	await copyObjects<Of<EventPlan>>(
		client,
		"application_events",
		{
			application_id: ({ application }) => application.id,
			event: ({ row }) => row.event,
			from_state: ({ row }) => row.from,
			to_state: ({ row }) => row.to,
			actor_user_id: ({ row }) => row.actor.id,
			note: ({ row }) => row.note,
			at: ({ row }) => row.at,
		},
		rows,
	);
}

async function writeReviews(client: PoolClient, rows: readonly Of<ReviewPlan>[]): Promise<void> {
	await copyObjects<Of<ReviewPlan>>(
		client,
		"reviews",
		{
			id: ({ row }) => row.id,
			application_id: ({ application }) => application.id,
			reviewer_id: ({ row }) => row.reviewer.id,
			traffic: ({ row }) => row.scores?.traffic ?? null,
			livestream: ({ row }) => row.scores?.livestream ?? null,
			incubation: ({ row }) => row.scores?.incubation ?? null,
			fulfilment: ({ row }) => row.scores?.fulfilment ?? null,
			supply: ({ row }) => row.scores?.supply ?? null,
			composite_bps: ({ row }) => row.compositeBps,
			decision: ({ row }) => row.decision,
			reason_codes: ({ row }) => row.reasonCodes,
			comment: ({ row }) => row.comment,
			requests: ({ row }) => JSON.stringify(row.requests),
			policy_version: () => 1,
			submission_no: ({ application, row }) => submissionsBy(application, row.decidedAt),
			stage: ({ row }) => row.stage,
			decided_at: ({ row }) => row.decidedAt,
		},
		rows,
	);
}

/** Every move has its line in the audit log, as the product writes it. */
async function writeEventAudit(client: PoolClient, rows: readonly Of<EventPlan>[]): Promise<void> {
	await copyObjects<Of<EventPlan>>(
		client,
		"audit_entries",
		{
			at: ({ row }) => row.at,
			actor_user_id: ({ row }) => row.actor.id,
			actor_label: ({ row }) => row.actor.name,
			organisation_id: ({ application }) => application.organisationId,
			action: ({ row }) => `application.${row.event.replaceAll("_", "-")}`,
			subject_type: () => "application",
			subject_id: ({ application }) => application.id,
			before: ({ row }) => row.from && { state: row.from },
			after: ({ row }) => ({ state: row.to }),
		},
		[...rows].sort((a, b) => a.row.at.getTime() - b.row.at.getTime()),
	);
}
