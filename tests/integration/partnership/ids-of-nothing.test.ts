import { expect, test } from "vitest";
import {
	assignApplications,
	claimApplication,
	releaseApplication,
} from "@/lib/domains/admission/mutations/assign-application";
import { claimAppeal, releaseAppeal } from "@/lib/domains/admission/mutations/claim-appeal";
import { cancelNotice } from "@/lib/domains/partnership/mutations/cancel-notice";
import { decideExit } from "@/lib/domains/partnership/mutations/decide-exit";
import { openProbation } from "@/lib/domains/partnership/mutations/open-probation";
import { closeProbation } from "@/lib/domains/partnership/mutations/work-probation";
import { decideVerification } from "@/lib/domains/partnership/mutations/work-verification";
import { db } from "@/lib/platform/db/client";
import { now } from "@/tests/factories/admission";
import { createLead } from "@/tests/factories/partnership";

test("what a lead does to an id of nothing finds nothing and leaves no trace", async () => {
	const lead = await createLead();
	const entries = await db().auditEntry.count();
	const words = { reason: "证照已过期，逾期未补", note: "计划已完成" };
	const doors: Record<string, () => Promise<unknown>> = {
		claim: () => claimApplication(lead, { applicationId: "app_nothing", version: 1 }),
		release: () => releaseApplication(lead, { applicationId: "app_nothing", version: 1 }),
		claimAppeal: () => claimAppeal(lead, { appealId: "apl_nothing", version: 1 }),
		releaseAppeal: () => releaseAppeal(lead, { appealId: "apl_nothing", version: 1 }),
		cancelNotice: () => cancelNotice(lead, { caseId: "ext_nothing", version: 1, reason: words.reason }),
		decideExit: () =>
			decideExit(lead, {
				caseId: "ext_nothing",
				version: 1,
				decision: "CONFIRMED",
				effectiveOn: "2026-12-01",
				reason: words.reason,
				now,
			}),
		openProbation: () =>
			openProbation(lead, {
				partnerId: "prt_nothing",
				reason: words.reason,
				deadline: "2027-01-20",
				items: [{ text: "补齐证照", dueOn: "2026-12-20" }],
				now,
			}),
		closeProbation: () =>
			closeProbation(lead, {
				probationId: "prb_nothing",
				version: 1,
				outcome: "RECOVERED",
				note: words.note,
				now,
			}),
		decideVerification: () =>
			decideVerification(lead, {
				verificationId: "ver_nothing",
				version: 1,
				decision: "PASSED",
				note: "",
				now,
			}),
	};
	for (const [door, act] of Object.entries(doors)) await expect(act(), door).rejects.toThrow("NOT_FOUND");
	const given = await assignApplications(lead, {
		assigneeId: lead.userId,
		targets: [{ applicationId: "app_nothing", version: 1 }],
	});
	expect(given).toMatchObject({
		ok: true,
		rows: [{ applicationId: "app_nothing", ok: false, reason: "NOT_FOUND" }],
	});
	expect(await db().auditEntry.count()).toBe(entries);
});
