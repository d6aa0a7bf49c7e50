import "server-only";
import { findPartnerOf } from "@/lib/domains/admission/data/activation";
import { findLatestApplication } from "@/lib/domains/admission/data/applications";
import { listReviews } from "@/lib/domains/admission/data/history";
import { readStandardsVersion } from "@/lib/domains/admission/data/standards";
import { firstReapplyDay } from "@/lib/domains/admission/rules/reapply";
import { isOpenApplication } from "@/lib/domains/admission/rules/transitions";
import { type ApplicationDraft, emptyDraft } from "@/lib/domains/admission/schema/draft";
import type { ApplicationRecord } from "@/lib/domains/admission/types";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inTransaction, type Tx } from "@/lib/platform/db/client";
import { type Outcome, type Refusal, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PartnerScope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";

type Standing = "ALREADY_PARTNER" | "AWAITS_ACTIVATION" | "APPEAL_OPEN" | "REAPPLY_LATER";

/**
 * Begins an application, or answers with the open one: an organisation has at most one (the database sees to it). A new
 * one after a rejection, a withdrawal or an exit starts from the words of the last, without its agreement. After a
 * rejection the policy's days have to pass, and an appeal has to be answered.
 */
export async function startApplication(
	scope: PartnerScope,
	today: Day,
): Promise<Outcome<{ applicationId: string }, Standing>> {
	return inTransaction(async (tx) => {
		const partner = await tx.partner.findFirst({
			where: { organisationId: scope.organisationId, status: { not: "EXITED" } },
		});
		if (partner) return refuse("ALREADY_PARTNER");
		const latest = await findLatestApplication(scope, tx);
		if (latest && isOpenApplication(latest.state)) return { ok: true, applicationId: latest.id };
		const obstacle = latest && (await findObstacle(tx, scope, latest, today));
		if (obstacle) return obstacle;
		const form = latest
			? { ...latest.form, agreement: emptyDraft().agreement }
			: await firstDraft(tx, scope.organisationId);
		const id = newId("app");
		const { count } = await tx.application.createMany({
			data: [
				{
					id,
					number: await nextNumber(tx, today),
					organisationId: scope.organisationId,
					form,
					createdById: scope.userId,
				},
			],
			skipDuplicates: true,
		});
		if (count === 0) {
			const open = await findLatestApplication(scope, tx);
			if (!open) throw new Error("an open application stands in the way and cannot be seen");
			return { ok: true, applicationId: open.id };
		}
		await recordStart(tx, scope, id);
		return { ok: true, applicationId: id };
	});
}

/** What keeps a company whose last application is closed from beginning another one. */
async function findObstacle(
	tx: Tx,
	scope: PartnerScope,
	latest: ApplicationRecord,
	today: Day,
): Promise<Refusal<Exclude<Standing, "ALREADY_PARTNER">> | null> {
	if (latest.state === "APPROVED") {
		return (await findPartnerOf(latest, tx)) ? null : refuse("AWAITS_ACTIVATION");
	}
	if (latest.state !== "REJECTED" || latest.policyVersion === null || !latest.decidedAt) return null;
	const { id: applicationId, submissionNo } = latest;
	const where = { applicationId, submissionNo, state: "OPEN" } as const;
	if (await tx.appeal.findFirst({ where, select: { id: true } })) return refuse("APPEAL_OPEN");
	const { document: policy } = await readStandardsVersion(latest.policyVersion, tx);
	const reasonCodes = (await listReviews(scope, applicationId, tx))
		.filter((review) => review.decision === "REJECT" && review.submissionNo === submissionNo)
		.flatMap((review) => review.reasonCodes);
	const day = firstReapplyDay(policy, businessDayOf(latest.decidedAt), reasonCodes);
	return today < day ? refuse("REAPPLY_LATER", { params: { day } }) : null;
}

/** The organisation's name is known from its registration. */
async function firstDraft(tx: Tx, organisationId: string): Promise<ApplicationDraft> {
	const organisation = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } });
	const draft = emptyDraft();
	return { ...draft, company: { ...draft.company, name: organisation.name } };
}

async function nextNumber(tx: Tx, today: Day): Promise<string> {
	const [row] = await tx.$queryRaw<{ value: bigint }[]>`SELECT nextval('application_numbers') AS value`;
	return `WM-${today.slice(0, 4)}-${String(row?.value).padStart(6, "0")}`;
}

async function recordStart(tx: Tx, scope: PartnerScope, applicationId: string): Promise<void> {
	await tx.applicationEvent.create({
		data: { applicationId, event: "start", toState: "DRAFT", actorUserId: scope.userId },
	});
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: "application.start",
		subjectType: "application",
		subjectId: applicationId,
		after: { state: "DRAFT", version: 1 },
	});
}
