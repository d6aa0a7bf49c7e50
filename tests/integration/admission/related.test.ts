import { describe, expect, test } from "vitest";
import { findNeighbours } from "@/lib/domains/admission/data/neighbours";
import { listRelated, readCompanyHistory } from "@/lib/domains/admission/data/related";
import { decideApplication } from "@/lib/domains/admission/mutations/decide-application";
import { withdrawApplication } from "@/lib/domains/admission/mutations/withdraw-application";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import { db } from "@/lib/platform/db/client";
import {
	createApplicant,
	createApplicationInReview,
	createDecidedApplication,
	createDraftApplication,
	createReviewer,
	createSubmittedApplication,
	fullDraft,
	now,
	readApplication,
} from "@/tests/factories/admission";

let nth = 0;

/** A company that shares nothing with any other of this file, but for what `change` gives it. */
function ownDraft(change: (draft: ApplicationDraft) => void = () => {}): ApplicationDraft {
	nth += 1;
	const own = String(nth).padStart(4, "0");
	return fullDraft((draft) => {
		draft.company.legalRepresentative = `代表人${own}`;
		draft.company.address = `杭州市西湖区 ${own} 号`;
		draft.people.contactPhone = `1390000${own}`;
		change(draft);
	});
}

async function submit(change?: (draft: ApplicationDraft) => void): Promise<string> {
	const draft = ownDraft(change);
	return (await createSubmittedApplication(await createApplicant(), draft)).applicationId;
}

describe("related companies", () => {
	test("are found by representative, phone and address in whatever spelling, each with its reasons", async () => {
		const reviewer = await createReviewer();
		const subject = await submit((draft) => {
			draft.company.legalRepresentative = "Lin Qing";
			draft.company.address = "绍兴市柯桥区 88 号";
			draft.people.contactPhone = "13711112222";
		});
		const sameName = await submit((draft) => {
			draft.company.legalRepresentative = "ｌｉｎ　ＱＩＮＧ";
		});
		const samePhone = await submit((draft) => {
			draft.people.contactPhone = "137 1111 2222";
		});
		const sameBoth = await submit((draft) => {
			draft.company.legalRepresentative = "LIN QING";
			draft.company.address = "绍兴市柯桥区88号";
		});
		await submit();
		const reasons = Object.fromEntries(
			(await listRelated(reviewer, subject)).map((row) => [row.id, row.reasons]),
		);
		expect(reasons).toEqual({
			[sameName]: ["representative"],
			[samePhone]: ["phone"],
			[sameBoth]: ["representative", "address"],
		});
	});

	test("are neither the company itself, nor one that only began a draft; a lone company has none", async () => {
		const reviewer = await createReviewer();
		const applicant = await createApplicant();
		const form = ownDraft();
		const { applicationId } = await createSubmittedApplication(applicant, form);
		await withdrawApplication(applicant, applicationId);
		const again = await createSubmittedApplication(applicant, form);
		await createDraftApplication(
			await createApplicant(),
			ownDraft((draft) => {
				draft.company.legalRepresentative = form.company.legalRepresentative;
			}),
		);
		expect(await listRelated(reviewer, again.applicationId)).toEqual([]);
		expect(await listRelated(reviewer, "app_nobody")).toEqual([]);
		const { id, organisationId, uscc } = await readApplication(again.applicationId);
		const history = await readCompanyHistory(reviewer, { id, organisationId, uscc });
		expect(history.applications).toMatchObject([{ id: applicationId, state: "WITHDRAWN" }]);
	});

	test("are ten at most, the newest first", async () => {
		const reviewer = await createReviewer();
		const shared = (draft: ApplicationDraft) => {
			draft.people.contactPhone = "13600001111";
		};
		const ids: string[] = [];
		for (let day = 0; day < 12; day += 1) {
			const id = await submit(shared);
			await db().application.update({
				where: { id },
				data: { submittedAt: new Date(now.getTime() + day * 86_400_000) },
			});
			ids.push(id);
		}
		const subject = ids[0] ?? "";
		const found = (await listRelated(reviewer, subject)).map((row) => row.id);
		expect(found).toEqual(ids.slice(2).toReversed());
	});
});

test("a company's history is its applications under the same code or organisation, without the one that is read", async () => {
	const [reviewer, applicant] = [await createReviewer(), await createApplicant()];
	const form = ownDraft();
	const rejected = await createDecidedApplication(applicant, reviewer, {
		reject: ["EVIDENCE_INSUFFICIENT"],
		form,
	});
	const { id, organisationId, uscc } = await readApplication(rejected.applicationId);
	const stranger = await submit();
	const asRead = await readCompanyHistory(reviewer, { id, organisationId, uscc });
	expect(asRead).toEqual({ applications: [], partnerships: [] });
	const fromElsewhere = await readCompanyHistory(reviewer, {
		id: stranger,
		organisationId: "org_none",
		uscc,
	});
	expect(fromElsewhere.applications).toMatchObject([{ id, state: "REJECTED", decidedAt: now }]);
});

test("neighbours are the open applications before and after in the order of the queue, equal moments by id", async () => {
	const reviewer = await createReviewer();
	await db().application.updateMany({ data: { submittedAt: new Date("2020-01-01T00:00:00Z") } });
	const at = new Date("2030-06-01T02:00:00Z");
	const waiting = await submit();
	const inReview = (await createApplicationInReview(await createApplicant(), reviewer, ownDraft()))
		.applicationId;
	const between = await createApplicationInReview(await createApplicant(), reviewer, ownDraft());
	const [low, high] = [waiting, inReview].toSorted((a, b) => (a < b ? -1 : 1));
	for (const id of [waiting, inReview]) {
		await db().application.update({ where: { id }, data: { submittedAt: at } });
	}
	const later = await submit();
	await db().application.update({
		where: { id: later },
		data: { submittedAt: new Date(at.getTime() + 60_000) },
	});
	await db().application.update({
		where: { id: between.applicationId },
		data: { submittedAt: new Date(at.getTime() + 30_000) },
	});
	const neighboursOf = async (id = "") => findNeighbours(reviewer, await readApplication(id));
	expect((await neighboursOf(low)).nextId).toBe(high);
	expect(await neighboursOf(high)).toEqual({ previousId: low, nextId: between.applicationId });
	await decideApplication(reviewer, {
		...between,
		review: { decision: "REJECT", scores: null, reasonCodes: ["OTHER"], comment: "不符" },
		now,
	});
	expect(await neighboursOf(high)).toEqual({ previousId: low, nextId: later });
	expect(await neighboursOf(between.applicationId)).toEqual({ previousId: high, nextId: later });
	expect((await neighboursOf(later)).nextId).toBeNull();
	expect(await findNeighbours(reviewer, { id: "app_none", submittedAt: null })).toEqual({
		previousId: null,
		nextId: null,
	});
});
