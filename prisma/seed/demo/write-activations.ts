import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { admissionPolicyV1 } from "@/lib/domains/admission/constants";
import { canonicalJson } from "@/lib/domains/decisions/rules/canonical-json";
import { businessDayOf } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";
import { agreementV1 } from "../agreement";
import type { ActivationStep } from "./applicants";
import type { ApplicationPlan } from "./applications";
import { copyObjects } from "./copy";
import { demoId } from "./identifiers";
import { createRandom } from "./random";
import type { UserPlan } from "./users";

type Numbered = ApplicationPlan & { number: string };
type Person = Pick<UserPlan, "id" | "name">;

const HOUR = 3_600_000;
const later = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR);
const agreementHash = createHash("sha256").update(canonicalJson(agreementV1)).digest("hex");

type Taken = { application: Numbered; approvedAt: Date; step: ActivationStep };

/** Who has signed and paid: every partner, and of the approved who are not there yet those whose plan says so. */
function stepsOf(applications: readonly Numbered[]): Taken[] {
	return applications.flatMap((application): Taken[] => {
		const approvedAt = application.events.find((event) => event.event === "approve")?.at;
		const step = application.partnerId ? "confirmed" : application.activation;
		return approvedAt && step ? [{ application, approvedAt, step }] : [];
	});
}

/** What follows an approval: the agreement accepted, the deposit reported and, for partners, confirmed by the lead. */
export async function writeActivations(
	client: PoolClient,
	applications: readonly Numbered[],
	lead: Person,
): Promise<void> {
	const random = createRandom("activations");
	const taken = stepsOf(applications);
	const signed = taken.filter(({ step }) => step !== "unsigned");
	const paid = taken
		.filter(({ step }) => step === "reported" || step === "returned" || step === "confirmed")
		.map((row) => ({ ...row, id: demoId("dep", row.approvedAt, random) }));
	await copyObjects<Taken>(
		client,
		"agreement_acceptances",
		{
			id: ({ approvedAt }) => demoId("agr", approvedAt, random),
			application_id: ({ application }) => application.id,
			organisation_id: ({ application }) => application.organisationId,
			agreement_version: () => 1,
			document_hash: () => agreementHash,
			accepted_by_id: ({ application }) => application.owner.id,
			accepted_at: ({ approvedAt }) => later(approvedAt, 1),
		},
		signed,
	);
	await writeDeposits(client, paid, lead);
	await writeAudit(client, signed, paid, lead);
}

type Paid = Taken & { id: string };
const stateOf = {
	reported: "REPORTED",
	returned: "RETURNED",
	confirmed: "CONFIRMED",
	unsigned: "",
	signed: "",
};
const isChecked = ({ step }: Taken) => step === "confirmed" || step === "returned";

async function writeDeposits(client: PoolClient, rows: readonly Paid[], lead: Person): Promise<void> {
	await copyObjects<Paid>(
		client,
		"deposits",
		{
			id: ({ id }) => id,
			application_id: ({ application }) => application.id,
			organisation_id: ({ application }) => application.organisationId,
			state: ({ step }) => stateOf[step],
			version: (row) => (isChecked(row) ? 2 : 1),
			amount_fen: () => admissionPolicyV1.depositFen,
			paid_on: ({ approvedAt }) => businessDayOf(approvedAt),
			payer: ({ application }) => application.form.company.name,
			reference: ({ approvedAt, id }) =>
				`${businessDayOf(approvedAt).replaceAll("-", "")}${id.slice(-6).toUpperCase()}`,
			reported_by_id: ({ application }) => application.owner.id,
			reported_at: ({ approvedAt }) => later(approvedAt, 2),
			checked_by_id: (row) => (isChecked(row) ? lead.id : null),
			checked_at: (row) => (isChecked(row) ? later(row.approvedAt, 5) : null),
			note: ({ step }) => (step === "returned" ? "收款账户中没有查到这个流水号，请对照银行回单核对。" : null),
		},
		rows,
	);
}

type AuditPlan = {
	at: Date;
	actor: Person;
	application: Numbered;
	action: string;
	id: string;
	after: object;
};

async function writeAudit(
	client: PoolClient,
	signed: readonly Taken[],
	paid: readonly Paid[],
	lead: Person,
): Promise<void> {
	const rows: AuditPlan[] = [
		...signed.map(({ application, approvedAt }) => ({
			at: later(approvedAt, 1),
			actor: application.owner,
			application,
			action: "application.accept-agreement",
			id: application.id,
			after: { agreementVersion: 1, documentHash: agreementHash },
		})),
		...paid.map(({ application, approvedAt, id }) => ({
			at: later(approvedAt, 2),
			actor: application.owner,
			application,
			action: "deposit.report",
			id,
			after: { state: "REPORTED", version: 1 },
		})),
		...paid.filter(isChecked).map(({ application, approvedAt, id, step }) => ({
			at: later(approvedAt, 5),
			actor: lead,
			application,
			action: step === "confirmed" ? "deposit.confirm" : "deposit.return",
			id,
			after: { state: stateOf[step], version: 2 },
		})),
	];
	await copyObjects<AuditPlan>(
		client,
		"audit_entries",
		{
			at: ({ at }) => at,
			actor_user_id: ({ actor }) => actor.id,
			actor_label: ({ actor }) => actor.name,
			organisation_id: ({ application }) => application.organisationId,
			action: ({ action }) => action,
			subject_type: ({ action }) => action.slice(0, action.indexOf(".")),
			subject_id: ({ id }) => id,
			after: ({ after }) => after,
		},
		rows.sort((a, b) => a.at.getTime() - b.at.getTime()),
	);
}

/** Appeals against the newest rejections, waiting for their answer; numbers come from the product's own sequence. */
export async function writeAppeals(client: PoolClient, applications: readonly Numbered[]): Promise<void> {
	const random = createRandom("appeals");
	const rows = applications.flatMap((application) => {
		const rejectedAt = application.events.find((event) => event.event === "reject")?.at;
		return application.isAppealed && rejectedAt ? [{ application, filedAt: later(rejectedAt, 22) }] : [];
	});
	for (const { application, filedAt } of rows) {
		const filedOn = businessDayOf(filedAt);
		const id = demoId("apl", filedAt, random);
		await client.query(
			`INSERT INTO appeals (id, number, application_id, organisation_id, submission_no, grounds, filed_by_id, filed_at, due_on)
			 VALUES ($1, 'AP-' || $2 || '-' || lpad(nextval('appeal_numbers')::text, 6, '0'), $3, $4, 1, $5, $6, $7, $8)`,
			[
				id,
				filedOn.slice(0, 4),
				application.id,
				application.organisationId,
				"评分所依据的是去年第四季度的数据。今年以来的发货及时率与专供款占比都已在后台可查，请按最近三个月重新核对。",
				application.owner.id,
				filedAt,
				addWorkingDays({}, filedOn, admissionPolicyV1.appealAnswerWorkingDays),
			],
		);
		await client.query(
			`INSERT INTO audit_entries (at, actor_user_id, actor_label, organisation_id, action, subject_type, subject_id, after)
			 VALUES ($1, $2, $3, $4, 'appeal.file', 'appeal', $5, $6)`,
			[
				filedAt,
				application.owner.id,
				application.owner.name,
				application.organisationId,
				id,
				JSON.stringify({ applicationId: application.id, submissionNo: 1, state: "OPEN" }),
			],
		);
	}
}
