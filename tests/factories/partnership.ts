import { answerExit } from "@/lib/domains/partnership/mutations/answer-exit";
import { openExit } from "@/lib/domains/partnership/mutations/open-exit";
import { db } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { startOfDay } from "@/lib/platform/time";
import { createMember } from "./identity";
import { createPartner } from "./tiers";

/** Ten in the morning of a day in Shanghai. */
export function at(day: string, hours = 10): Date {
	return new Date(startOfDay(day).getTime() + hours * 3_600_000);
}

export async function createLead(): Promise<PlatformScope> {
	return (await createMember({ role: "ops_lead" })).scope;
}

export async function createOwnPartner(status: "ACTIVE" | "PROBATION" = "ACTIVE") {
	const member = await createMember({ role: "partner_owner" });
	const partner = await createPartner({ status, organisationId: member.organisation.id });
	return { partner, scope: member.scope as PartnerScope, user: member.user };
}

/** A notice of 2 March 2026, a Monday: its window ends on 17 March. */
export async function giveNotice(lead: PlatformScope, partnerId: string, day = "2026-03-02") {
	const outcome = await openExit(lead, {
		partnerId,
		kind: "RED_LINE",
		reasonCodes: ["FABRICATED_TRADES"],
		statement: "三月核查发现刷单",
		now: at(day),
	});
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

export async function appeal(scope: PartnerScope, caseId: string, day = "2026-03-10") {
	const outcome = await answerExit(scope, {
		caseId,
		version: 1,
		answer: "APPEAL",
		reply: "数据有误，附物流凭证",
		now: at(day),
	});
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

/** A confirmed deposit of an approved application of the partner's organisation. */
export async function giveDeposit(partner: { id: string; organisationId: string }, amountFen = 5_000_000n) {
	const [lead, payer] = [
		await createMember({ role: "ops_lead" }),
		await createMember({ role: "partner_owner" }),
	];
	const application = await db().application.create({
		data: {
			id: newId("app"),
			number: newId("WM"),
			organisationId: partner.organisationId,
			state: "DRAFT",
			form: {},
			createdById: payer.user.id,
		},
	});
	await db().partner.update({ where: { id: partner.id }, data: { applicationId: application.id } });
	return db().deposit.create({
		data: {
			id: newId("dep"),
			applicationId: application.id,
			organisationId: partner.organisationId,
			state: "CONFIRMED",
			amountFen,
			paidOn: new Date("2026-01-05"),
			payer: "测试",
			reference: "R1",
			reportedById: payer.user.id,
			reportedAt: new Date("2026-01-05"),
			checkedById: lead.user.id,
			checkedAt: new Date("2026-01-06"),
		},
	});
}

export async function readPartner(id: string) {
	return db().partner.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: { id: "asc" } } } });
}
