import { readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { admissionPolicyV1 } from "@/lib/domains/admission/constants";
import { compareStandards } from "@/lib/domains/admission/rules/compare-standards";
import { lintStandards } from "@/lib/domains/admission/rules/lint-standards";
import { changeInWords, type Speech } from "@/lib/domains/admission/rules/standard-words";
import { formOfPolicy, readStandardsForm, sumWeights } from "@/lib/domains/admission/rules/standards-form";
import type { AdmissionPolicy, StandardPolicy } from "@/lib/domains/admission/schema/policy";

const messages = JSON.parse(
	readFileSync(new URL("../../../platform/i18n/messages/zh-CN/standards.json", import.meta.url), "utf8"),
);
const tracks = [
	{ code: "supply_chain", nameZh: "供应链", nameEn: "Supply chain" },
	{ code: "streamer_agency", nameZh: "主播机构", nameEn: "Streamer agency" },
	{ code: "brand_operation", nameZh: "品牌运营", nameEn: "Brand operation" },
];
const codes = tracks.map(({ code }) => code);
const t = createTranslator({ locale: "zh-CN", messages }) as unknown as Speech["t"];
const speech: Speech = { t, locale: "zh-CN", tracks };

function changed(change: (policy: AdmissionPolicy) => void): AdmissionPolicy {
	const policy = structuredClone(admissionPolicyV1);
	change(policy);
	return policy;
}

function put(policy: AdmissionPolicy, id: string, values: object): void {
	policy.standards = policy.standards.map((one) =>
		one.id === id ? ({ ...one, ...values } as StandardPolicy) : one,
	);
}

function wordsOf(change: (policy: AdmissionPolicy) => void): string[] {
	return compareStandards(admissionPolicyV1, changed(change)).map((one) => changeInWords(speech, one));
}

const extra: StandardPolicy = { id: "staff_count_2", kind: "staff_count", tracks: ["supply_chain"], min: 30 };

test.each<[string, (policy: AdmissionPolicy) => void, string]>([
	[
		"a threshold",
		(p) => put(p, "registered_capital", { minFen: "200000000" }),
		"注册资本：由 ¥100万 调整为 ¥200万",
	],
	["an age", (p) => put(p, "company_age", { minMonths: 24 }), "企业成立时间：由 12 个月 调整为 24 个月"],
	["a track fact", (p) => put(p, "contracted_streamers", { min: 20 }), "签约主播：由 10 调整为 20"],
	["a line", (p) => put(p, "force_composite", { minBps: 6550 }), "五力综合分：由 60 调整为 65.50"],
	["a new standard", (p) => p.standards.push(extra), "新增标准：员工不少于 30 人（供应链）"],
	[
		"one dropped",
		(p) => {
			p.standards = p.standards.filter(({ id }) => id !== "staff_count");
		},
		"取消标准：员工不少于 10 人（全部赛道）",
	],
	[
		"tracks",
		(p) => put(p, "staff_count", { tracks: ["supply_chain"] }),
		"“员工不少于 10 人”的适用赛道：由全部赛道调整为供应链",
	],
	[
		"records",
		(p) => put(p, "no_red_line", { recordKinds: ["FABRICATED_TRADES"] }),
		"红线记录的种类：由伪造资质、虚假交易调整为虚假交易",
	],
	[
		"a clock",
		(p) => {
			p.reviewWorkingDays = 8;
		},
		"审核时限：由 5 个工作日 调整为 8 个工作日",
	],
	[
		"the deposit",
		(p) => {
			p.depositFen = "10000000";
		},
		"保证金：由 ¥5万 调整为 ¥10万",
	],
	[
		"four eyes",
		(p) => {
			p.fourEyes = { tracks: [], marginBps: 500 };
		},
		"必须双人复核的赛道：由 供应链 调整为 无",
	],
	[
		"the margin",
		(p) => {
			p.fourEyes = { tracks: ["supply_chain"], marginBps: 1000 };
		},
		"综合分距线多少以内双人复核：由 5 分 调整为 10 分",
	],
	[
		"a weight",
		(p) => {
			p.forceWeightsBps.supply = 2500;
		},
		"供应链权重：由 20% 调整为 25%",
	],
])("%s is told in words", (_name, change, expected) => {
	expect(wordsOf(change)).toEqual([expected]);
});

test("nothing changed, or only the order, is no change", () => {
	expect(wordsOf(() => {})).toEqual([]);
	expect(wordsOf((policy) => policy.standards.reverse())).toEqual([]);
});

test("a form reads back into the policy it was made of, and keeps what is wrong by its field", () => {
	const form = formOfPolicy(admissionPolicyV1);
	expect(readStandardsForm(form)).toEqual({ ok: true, policy: admissionPolicyV1 });
	form.weights.supply = "25";
	form.numbers.changeNoticeDays = "6";
	const capital = form.standards.registered_capital;
	if (capital) capital.value = "很多";
	expect(sumWeights(form.weights)).toBe(10_500);
	expect(readStandardsForm(form)).toMatchObject({
		ok: false,
		errors: {
			weights: "WEIGHTS_NOT_WHOLE",
			"numbers.changeNoticeDays": "OUT_OF_RANGE",
			"standards.registered_capital.value": "NOT_A_NUMBER",
		},
	});
});

const codesOf = (change: (policy: AdmissionPolicy) => void) =>
	lintStandards(changed(change), admissionPolicyV1, codes).map(({ code }) => code);

test("the lint finds contradictions and what becomes easier, and nothing in version 1", () => {
	expect(codesOf(() => {})).toEqual([]);
	expect(codesOf((p) => put(p, "force_composite", { minBps: 3900 }))).toContain("FLOOR_ABOVE_COMPOSITE");
	expect(codesOf((p) => p.standards.push({ ...extra, tracks: null }))).toContain("STANDARD_TWICE");
	expect(codesOf((p) => p.standards.push({ ...extra, min: 10 } as StandardPolicy))).toEqual(["NO_EFFECT"]);
	expect(codesOf((p) => p.standards.push(extra))).toEqual([]);
	expect(codesOf((p) => put(p, "staff_count", { min: 9 }))).toEqual(["EASIER"]);
	expect(codesOf((p) => put(p, "staff_count", { tracks: ["nowhere"] }))).toContain("TRACK_UNKNOWN");
	expect(
		codesOf((p) => {
			p.changeNoticeDaysWhenMany = 7;
			p.changeNoticeDays = 8;
		}),
	).toEqual(["MANY_NOTICE_SHORTER"]);
});
