import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	type ApplicationDraft,
	applicationDraftSchema,
	emptyDraft,
} from "@/lib/domains/admission/schema/draft";
import { reviewDecisionSchema } from "@/lib/domains/admission/schema/review";
import { applicationSubmissionSchema } from "@/lib/domains/admission/schema/submission";

const force = { score: 4, statement: "自有投放团队，近三月投产 3.2" };
const complete: ApplicationDraft = {
	company: {
		name: "  杭州  听澜科技有限公司 ",
		uscc: " 9144 0300 1923 1745 8f ",
		legalRepresentative: "沈听澜",
		registeredCapital: "１２０万",
		foundedOn: "2020年1月5日",
		region: "浙江",
		address: "杭州市滨江区",
	},
	tracks: {
		primary: "brand_operation",
		others: ["supply_chain", "brand_operation"],
		facilityProofs: "",
		contractedStreamers: " ",
		brandAuthorisations: "３",
	},
	people: {
		contactName: "林知夏",
		contactPhone: "+86 138-0013-8000",
		contactEmail: " Lin@Example.COM ",
		staffCount: "1,200",
		livestreamStaffCount: "700",
		serviceStaffCount: "500",
	},
	forces: { traffic: force, livestream: force, incubation: force, fulfilment: force, supply: force },
	agreement: { accepted: true, rulesVersion: 1 },
};

function codeOf(path: string, value: unknown): string | undefined {
	const copy = structuredClone(complete) as unknown as Record<string, Record<string, unknown>>;
	const [section = "", field = ""] = path.split(".");
	Object.assign(copy[section] ?? {}, { [field]: value });
	const issue = applicationSubmissionSchema.safeParse(copy).error?.issues[0];
	expect(issue?.path.join(".")).toBe(path);
	return issue?.message;
}

describe("a draft", () => {
	test("takes anything typed so far and gives every field back", () => {
		const partial = applicationDraftSchema.parse({
			company: { name: "风", uscc: "91x" },
			tracks: {},
			other: 1,
		});
		expect(partial).toEqual({
			...emptyDraft(),
			company: { ...emptyDraft().company, name: "风", uscc: "91x" },
		});
		expect(applicationDraftSchema.parse(complete)).toEqual(complete);
	});

	test("drops what the database could not hold", () => {
		expect(applicationDraftSchema.parse({ company: { name: "a\u0000b\ud800" } }).company.name).toBe(
			"ab\ufffd",
		);
	});

	test("never loses a word silently: too long is said", () => {
		const result = applicationDraftSchema.safeParse({ company: { name: "风".repeat(4_001) } });
		expect(result.error?.issues[0]).toMatchObject({ message: "TOO_LONG", path: ["company", "name"] });
		expect(applicationDraftSchema.safeParse({ company: { name: "风".repeat(4_000) } }).success).toBe(true);
	});
});

describe("a submission", () => {
	test("is normalised", () => {
		const parsed = applicationSubmissionSchema.parse(complete);
		expect(parsed.company).toEqual({
			name: "杭州 听澜科技有限公司",
			uscc: "91440300192317458F",
			legalRepresentative: "沈听澜",
			registeredCapitalFen: 120_000_000n,
			foundedOn: "2020-01-05",
			region: "浙江",
			address: "杭州市滨江区",
		});
		expect(parsed.tracks).toEqual({
			primary: "brand_operation",
			all: ["brand_operation", "supply_chain"],
			facts: { facilityProofs: null, contractedStreamers: null, brandAuthorisations: 3 },
		});
		expect(parsed.people).toMatchObject({
			contactPhone: "13800138000",
			contactEmail: "lin@example.com",
			staffCount: 1200,
		});
	});

	test.each<[string, unknown, string]>([
		["company.name", "", "REQUIRED"],
		["company.name", " \n ", "REQUIRED"],
		["company.name", "风".repeat(101), "TOO_LONG"],
		["company.name", "a\u0007b", "FORMAT"],
		["company.uscc", "", "REQUIRED"],
		["company.uscc", "91110000800088421P", "USCC_CHECK"],
		["company.uscc", "9144", "USCC_LENGTH"],
		["company.uscc", "9144O300192317458F", "USCC_ALPHABET"],
		["company.registeredCapital", "一百万", "AMOUNT_FORMAT"],
		["company.registeredCapital", "-1", "AMOUNT_NEGATIVE"],
		["company.registeredCapital", "0.001", "AMOUNT_TOO_PRECISE"],
		["company.foundedOn", "2023-02-29", "DATE"],
		["company.foundedOn", "昨天", "DATE"],
		["tracks.primary", "", "REQUIRED"],
		["tracks.brandAuthorisations", "三", "NOT_A_NUMBER"],
		["people.contactPhone", "12345", "PHONE"],
		["people.contactPhone", "23800138000", "PHONE"],
		["people.contactEmail", "lin@", "EMAIL"],
		["people.staffCount", "1.5", "NOT_A_NUMBER"],
		["people.staffCount", "-3", "NOT_A_NUMBER"],
		["people.staffCount", "1000001", "OUT_OF_RANGE"],
		["people.staffCount", "1199", "PARTS_EXCEED_WHOLE"],
		["forces.traffic", { score: null, statement: "x" }, "REQUIRED"],
		["agreement.accepted", false, "AGREEMENT_REQUIRED"],
		["agreement.rulesVersion", null, "AGREEMENT_REQUIRED"],
	])("%s %o: %s", (path, value, code) => {
		if (path === "forces.traffic") {
			const result = applicationSubmissionSchema.safeParse({
				...complete,
				forces: { ...complete.forces, traffic: value },
			});
			expect(result.error?.issues[0]).toMatchObject({ message: code, path: ["forces", "traffic", "score"] });
		} else expect(codeOf(path, value)).toBe(code);
	});

	test.each([
		"0571-88886666",
		"057188886666",
		"０５７１－８８８８６６６６",
		"13800138000",
		"0086 13800138000",
	])("phone %s", (typed) => {
		const people = { ...complete.people, contactPhone: typed };
		expect(applicationSubmissionSchema.safeParse({ ...complete, people }).success).toBe(true);
	});

	test("an untouched draft says in codes what is missing, field by field", () => {
		const issues = applicationSubmissionSchema.safeParse(emptyDraft()).error?.issues ?? [];
		expect(issues.length).toBeGreaterThan(20);
		for (const issue of issues) expect(["REQUIRED", "AGREEMENT_REQUIRED"]).toContain(issue.message);
	});

	test("whatever comes in, messages are codes", () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), (a, b) => {
				for (const input of [
					a,
					{ company: a, tracks: b, people: a },
					{ ...complete, forces: a, agreement: b },
				]) {
					for (const schema of [applicationSubmissionSchema, applicationDraftSchema]) {
						for (const issue of schema.safeParse(input).error?.issues ?? [])
							expect(issue.message).toMatch(/^[A-Z_]+$/);
					}
				}
			}),
		);
	});
});

describe("a decision", () => {
	const scores = { traffic: 3, livestream: 3, incubation: 3, fulfilment: 3, supply: 3 };
	test.each<[unknown, boolean]>([
		[{ decision: "APPROVE", scores }, true],
		[{ decision: "APPROVE", scores: { ...scores, supply: 6 } }, false],
		[{ decision: "APPROVE", scores: { ...scores, supply: 2.5 } }, false],
		[{ decision: "APPROVE" }, false],
		[{ decision: "REJECT", scores: null, reasonCodes: ["OTHER"], comment: "材料不实" }, true],
		[{ decision: "REJECT", scores: null, reasonCodes: [], comment: "材料不实" }, false],
		[{ decision: "REJECT", scores: null, reasonCodes: ["OTHER"], comment: " " }, false],
		[{ decision: "REQUEST_CHANGES", requests: [{ section: "company", comment: "请补充地址" }] }, true],
		[{ decision: "REQUEST_CHANGES", requests: [] }, false],
		[{ decision: "REQUEST_CHANGES", requests: [{ section: "tier", comment: "x" }] }, false],
		[{ decision: "APPROVE", scores, tier: 5 }, false],
	])("%o", (input, ok) => {
		expect(reviewDecisionSchema.safeParse(input).success).toBe(ok);
	});
});
