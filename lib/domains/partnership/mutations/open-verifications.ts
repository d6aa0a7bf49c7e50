import "server-only";
import { readStandards } from "@/lib/domains/admission/data/standards";
import { readKnown } from "@/lib/domains/partnership/data/partners";
import { toDate, toDay, toPartner, toVerification } from "@/lib/domains/partnership/data/records";
import { lockPartner } from "@/lib/domains/partnership/mutations/move-partner";
import { tellPartner } from "@/lib/domains/partnership/mutations/tell";
import { reminderOf } from "@/lib/domains/partnership/rules/reminders";
import { prefillForm } from "@/lib/domains/partnership/rules/verification-facts";
import { systemActor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, type Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { addDays, businessDayOf, type Day } from "@/lib/platform/time";

/** Partners whose data are asked for: on their way out nobody is. */
const verified = { in: ["ACTIVE", "PROBATION"] as ("ACTIVE" | "PROBATION")[] };

/**
 * Opens a verification for every partner whose day has come and who has none under way. Running it again changes nothing.
 * @returns how many were opened
 */
export async function openVerifications(now: Date): Promise<number> {
	const today = businessDayOf(now);
	const due = {
		status: verified,
		nextVerificationOn: { lte: toDate(today) },
		verifications: { none: { state: { in: ["OPEN", "SUBMITTED"] as ("OPEN" | "SUBMITTED")[] } } },
	};
	const partners = await db().partner.findMany({
		where: due,
		select: { id: true },
		orderBy: [{ nextVerificationOn: "asc" }, { id: "asc" }],
	});
	const policy = await readStandards(today);
	const dueOn = addDays(today, policy.document.verifyWithinDays);
	let opened = 0;
	for (const { id } of partners) {
		const outcome = await inOutcomeTransaction(async (tx) => {
			await lockPartner(tx, id);
			const row = await tx.partner.findFirst({ where: { id, ...due } });
			if (!row) return refuse("CHANGED_MEANWHILE");
			await open(tx, toPartner(row), dueOn, now);
			return { ok: true };
		});
		if (outcome.ok) opened++;
	}
	return opened;
}

async function open(tx: Tx, partner: ReturnType<typeof toPartner>, dueOn: Day, now: Date): Promise<void> {
	const last = await tx.verification.findFirst({
		where: { partnerId: partner.id, state: "PASSED" },
		orderBy: { decidedAt: "desc" },
	});
	const { draft } = await readKnown(partner.id, tx);
	const form = prefillForm(last && toVerification(last).form, draft, partner.licenceExpiresOn);
	const verificationId = newId("ver");
	await tx.verification.create({
		data: {
			id: verificationId,
			partnerId: partner.id,
			organisationId: partner.organisationId,
			dueOn: toDate(dueOn),
			openedAt: now,
			form,
		},
	});
	await recordAudit(tx, {
		actor: systemActor("jobs:partnership"),
		action: "verification.open",
		subjectType: "verification",
		subjectId: verificationId,
		organisationId: partner.organisationId,
		after: { partnerId: partner.id, dueOn },
	});
	await tellPartner(tx, partner.organisationId, {
		kind: "verificationOpened",
		key: verificationId,
		params: { company: partner.name, day: dueOn },
	});
}

/**
 * Reminds partners of a verification they have not sent yet: each mark once, by the reminder's own key.
 * @returns how many reminders there were to give, those given before included
 */
export async function remindOfVerifications(now: Date): Promise<number> {
	const today = businessDayOf(now);
	const open = await db().verification.findMany({
		where: { state: "OPEN", partner: { status: verified } },
		include: { partner: { select: { name: true } } },
		orderBy: [{ dueOn: "asc" }, { id: "asc" }],
	});
	let reminded = 0;
	for (const row of open) {
		const dueOn = toDay(row.dueOn);
		const reminder = reminderOf({ openedOn: businessDayOf(row.openedAt), dueOn }, today);
		if (!reminder) continue;
		const mark = reminder.kind === "overdue" ? "overdue" : String(reminder.days);
		await inOutcomeTransaction(async (tx) => {
			await tellPartner(tx, row.organisationId, {
				kind: reminder.kind === "overdue" ? "verificationOverdue" : "verificationReminder",
				key: `${row.id}:${mark}`,
				params: { company: row.partner.name, day: dueOn },
			});
			return { ok: true };
		});
		reminded++;
	}
	return reminded;
}
