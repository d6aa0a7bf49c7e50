import fc from "fast-check";
import { expect, test } from "vitest";
import { nextState, partnerTransitions } from "@/lib/domains/admission/rules/transitions";
import type { PartnerEvent, PartnerStatus } from "@/lib/domains/admission/types";
import { cancelNotice } from "@/lib/domains/partnership/mutations/cancel-notice";
import { decideExit } from "@/lib/domains/partnership/mutations/decide-exit";
import { requestExit, takeBackExit } from "@/lib/domains/partnership/mutations/leave";
import { openExit } from "@/lib/domains/partnership/mutations/open-exit";
import { openProbation } from "@/lib/domains/partnership/mutations/open-probation";
import { closeProbation } from "@/lib/domains/partnership/mutations/work-probation";
import { returnEventOf } from "@/lib/domains/partnership/policy";
import { db } from "@/lib/platform/db/client";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { at, createLead, createOwnPartner, readPartner } from "@/tests/factories/partnership";

const steps = [
	"warn",
	"recover",
	"give_notice",
	"request_exit",
	"take_back",
	"cancel",
	"dismiss",
	"confirm",
] as const;
type Step = (typeof steps)[number];
type Model = { status: PartnerStatus; prior: PartnerStatus; kind: "own" | "notice" | null };

/** What the transition table and who began the case allow; null where the step is illegal. */
function walk(model: Model, step: Step): Model | null {
	const to = (event: PartnerEvent) => nextState(partnerTransitions, model.status, event);
	const isOpen = model.status === "EXIT_NOTICE";
	if (step === "warn" || step === "recover") {
		const status = to(step);
		return status && { ...model, status };
	}
	if (step === "give_notice" || step === "request_exit") {
		const status = to(step);
		return status && { status, prior: model.status, kind: step === "request_exit" ? "own" : "notice" };
	}
	if (step === "confirm") return isOpen ? { ...model, status: "EXITED" } : null;
	const mine = step === "take_back" ? "own" : "notice";
	if (!isOpen || model.kind !== mine) return null;
	const status = to(returnEventOf(model.prior));
	return status && { ...model, status, kind: null };
}

type People = { partnerId: string; owner: PartnerScope; lead: PlatformScope; judge: PlatformScope };

async function take({ partnerId, owner, lead, judge }: People, step: Step): Promise<Outcome> {
	const exit = await db().exitCase.findFirst({ where: { partnerId }, orderBy: { openedAt: "desc" } });
	const open = await db().exitCase.findFirst({ where: { partnerId, state: { in: ["NOTICE", "REPLIED"] } } });
	const target = { caseId: (open ?? exit)?.id ?? "exit_none", version: (open ?? exit)?.version ?? 1 };
	const probation = await db().probation.findFirst({ where: { partnerId, state: "OPEN" } });
	const now = at("2026-06-01");
	switch (step) {
		case "warn":
			return openProbation(lead, {
				partnerId,
				reason: "x",
				deadline: "2026-07-01",
				items: [{ text: "y", dueOn: "2026-06-20" }],
				now,
			});
		case "recover":
			return closeProbation(lead, {
				probationId: probation?.id ?? "prb_none",
				version: probation?.version ?? 1,
				outcome: "RECOVERED",
				note: "z",
				now,
			});
		case "give_notice":
			return openExit(lead, {
				partnerId,
				kind: "RED_LINE",
				reasonCodes: ["DISPUTE_RATE"],
				statement: "x",
				now: at("2026-05-01"),
			});
		case "request_exit":
			return requestExit(owner, { wishedOn: "2026-06-01", reason: "x", now });
		case "take_back":
			return takeBackExit(owner, target);
		case "cancel":
			return cancelNotice(lead, { ...target, reason: "x" });
		case "dismiss":
			return decideExit(judge, { ...target, decision: "DISMISSED", effectiveOn: "", reason: "x", now });
		case "confirm":
			return decideExit(judge, {
				...target,
				decision: "CONFIRMED",
				effectiveOn: "2026-06-01",
				reason: "x",
				now,
			});
	}
}

test("whatever is tried, a partner's life follows the table, a line and an audit row for every move", async () => {
	const [lead, judge] = [await createLead(), await createLead()];
	await fc.assert(
		fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 4, maxLength: 10 }), async (path) => {
			const { partner, scope } = await createOwnPartner();
			const people = { partnerId: partner.id, owner: scope, lead, judge };
			let model: Model = { status: "ACTIVE", prior: "ACTIVE", kind: null };
			let moves = 0;
			for (const step of path) {
				const next = walk(model, step);
				const outcome = await take(people, step).catch((error) => {
					if (error instanceof AppError) return refuse(error.code);
					throw error;
				});
				expect([step, model.status, outcome.ok]).toEqual([step, model.status, next !== null]);
				if (next) {
					model = next;
					moves++;
				}
				expect((await readPartner(partner.id)).status).toBe(model.status);
			}
			expect((await readPartner(partner.id)).events).toHaveLength(moves);
			const audits = await db().auditEntry.count({
				where: { subjectId: partner.id, subjectType: "partner" },
			});
			expect(audits).toBe(moves);
		}),
		{ numRuns: 15 },
	);
}, 120_000);
