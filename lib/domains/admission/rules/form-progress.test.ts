import { describe, expect, test } from "vitest";
import { admissionPolicyV1 as policy } from "@/lib/domains/admission/constants";
import { factsOf } from "@/lib/domains/admission/rules/application-facts";
import { type FormRules, readForm } from "@/lib/domains/admission/rules/form-errors";
import { readProgress } from "@/lib/domains/admission/rules/form-progress";
import { nameRegion, regionOfUscc } from "@/lib/domains/admission/rules/regions";
import { lowestPassingScore, scoreLines } from "@/lib/domains/admission/rules/score-lines";
import {
	type ApplicationDraft,
	applicationDraftSchema,
	emptyDraft,
} from "@/lib/domains/admission/schema/draft";

const rules: FormRules = {
	policyVersion: 1,
	policy,
	trackCodes: ["supply_chain", "training", "brand_operation"],
	today: "2026-11-22",
};
const force = { score: 4, statement: "有数据" };

function wholeDraft(change: (draft: ApplicationDraft) => void = () => {}): ApplicationDraft {
	const draft = applicationDraftSchema.parse({
		company: {
			name: "杭州风起科技有限公司",
			uscc: "91330100799655058B",
			legalRepresentative: "林青",
			registeredCapital: "100万",
			foundedOn: "2020-01-05",
			region: "浙江省",
			address: "江陵路 1 号",
		},
		tracks: { primary: "training" },
		people: {
			contactName: "林青",
			contactPhone: "13800138000",
			contactEmail: "a@example.com",
			staffCount: "20",
			livestreamStaffCount: "8",
			serviceStaffCount: "4",
		},
		forces: { traffic: force, livestream: force, incubation: force, fulfilment: force, supply: force },
		agreement: { accepted: true, rulesVersion: 1 },
	});
	change(draft);
	return draft;
}

function errorsOf(draft: ApplicationDraft): Record<string, string> {
	const reading = readForm(draft, rules);
	return reading.ok ? {} : reading.errors;
}

describe("readForm", () => {
	test("takes a whole form", () => {
		expect(readForm(wholeDraft(), rules)).toMatchObject({
			ok: true,
			submission: { tracks: { all: ["training"] } },
		});
	});

	test("asks for the facts of the chosen tracks, and for tracks that exist", () => {
		const draft = wholeDraft((one) => {
			one.tracks.others = ["supply_chain", "gone"];
		});
		expect(errorsOf(draft)).toEqual({ "tracks.facilityProofs": "REQUIRED", "tracks.others": "FORMAT" });
		draft.tracks.facilityProofs = "两份";
		draft.tracks.others = ["supply_chain"];
		expect(errorsOf(draft)).toEqual({ "tracks.facilityProofs": "NOT_A_NUMBER" });
	});

	test("an agreement to an older version does not count", () => {
		const draft = wholeDraft((one) => {
			one.agreement.rulesVersion = 0;
		});
		expect(errorsOf(draft)).toEqual({ "agreement.accepted": "RULES_CHANGED" });
	});
});

describe("readProgress", () => {
	test("an empty form lacks everything, a whole one nothing", () => {
		const empty = emptyDraft();
		expect(readProgress(empty, policy, errorsOf(empty))).toMatchObject({ total: 25, done: 0 });
		const whole = wholeDraft();
		const progress = readProgress(whole, policy, errorsOf(whole));
		expect(progress).toMatchObject({ total: 25, done: 25 });
		expect(progress.sections.flatMap((row) => [...row.missing, ...row.faulty])).toEqual([]);
	});

	test("tells what is missing from what is wrong", () => {
		const draft = wholeDraft((one) => {
			one.people.contactPhone = "123";
			one.people.contactName = " ";
		});
		const people = readProgress(draft, policy, errorsOf(draft)).sections.find(
			(row) => row.section === "people",
		);
		expect(people).toMatchObject({
			done: 4,
			missing: ["people.contactName"],
			faulty: ["people.contactPhone"],
		});
	});
});

test("facts of a half-filled form count what does not hold as left out", () => {
	const draft = wholeDraft((one) => {
		one.company.foundedOn = "去年";
		one.people.staffCount = "";
	});
	const facts = factsOf(draft, { isUsccAdmitted: false, redLines: [] }, null);
	expect(facts).toMatchObject({
		foundedOn: null,
		staffCount: null,
		registeredCapitalFen: 100_000_000n,
		tracks: ["training"],
	});
});

test("lines of the policy", () => {
	expect(scoreLines(policy)).toEqual({ compositeBps: 6000, floorBps: 4000 });
	expect(lowestPassingScore(policy)).toBe(2);
	expect(scoreLines({ ...policy, standards: [] })).toEqual({ compositeBps: 0, floorBps: 0 });
});

test("a code's province", () => {
	expect(regionOfUscc("91330100799655058B")).toBe("浙江省");
	expect(regionOfUscc("91990100799655058B")).toBeNull();
	expect([nameRegion("浙江省", "en"), nameRegion("浙江省", "zh-CN"), nameRegion("月球", "en")]).toEqual([
		"Zhejiang",
		"浙江省",
		"月球",
	]);
});
