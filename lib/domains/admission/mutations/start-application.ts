import "server-only";
import { findLatestApplication } from "@/lib/domains/admission/data/applications";
import { isOpenApplication } from "@/lib/domains/admission/rules/transitions";
import { type ApplicationDraft, emptyDraft } from "@/lib/domains/admission/schema/draft";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inTransaction, type Tx } from "@/lib/platform/db/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PartnerScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/**
 * Begins an application, or answers with the open one: an organisation has at most one (the database sees to it). A new
 * one after a rejection or a withdrawal starts from the words of the last, without its agreement.
 */
export async function startApplication(
	scope: PartnerScope,
	today: Day,
): Promise<Outcome<{ applicationId: string }, "ALREADY_PARTNER">> {
	return inTransaction(async (tx) => {
		const partner = await tx.partner.findFirst({
			where: { organisationId: scope.organisationId, status: { not: "EXITED" } },
		});
		if (partner) return refuse("ALREADY_PARTNER");
		const latest = await findLatestApplication(scope, tx);
		if (latest && isOpenApplication(latest.state)) return { ok: true, applicationId: latest.id };
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
