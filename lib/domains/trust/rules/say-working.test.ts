import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { trustPoliciesV1 } from "@/lib/domains/trust/constants/policies";
import { amountOf } from "@/lib/domains/trust/rules/amount-of";
import type { TrustSpeech } from "@/lib/domains/trust/rules/policy/policy-words";
import { workingInWords } from "@/lib/domains/trust/rules/say-working";
import type { JudgedPolicy } from "@/lib/domains/trust/types/policy";
import { formatFen } from "@/lib/platform/format";
import en from "@/lib/platform/i18n/messages/en/trustrules.json";
import zh from "@/lib/platform/i18n/messages/zh-CN/trustrules.json";
import { aClaim } from "@/tests/factories/trust-facts";

const speeches = {
	zh: createTranslator({ locale: "zh-CN", messages: zh }) as unknown as TrustSpeech,
	en: createTranslator({ locale: "en", messages: en }) as unknown as TrustSpeech,
};

function say(policy: JudgedPolicy, facts: Parameters<typeof aClaim>[0], language: keyof typeof speeches) {
	const outcome = amountOf(aClaim(facts), policy);
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.working.lines.map((line) => workingInWords(speeches[language], line, formatFen));
}

test("the working of a counterfeit reads in both languages", () => {
	const document = trustPoliciesV1.trust_tenfold;
	const policy = { guarantee: "TENFOLD_COMPENSATION", version: 1, document } as const;
	expect(say(policy, { paidFen: 3_000n }, "zh")).toEqual([
		"实付货款",
		"承诺：10 × ¥30.00，含退款",
		"法定：退款 ¥30.00 + 最低赔偿 ¥500.00（价款的 3 倍不足此数）",
		"法定高于承诺，按法定",
		"应付",
	]);
	expect(say(policy, { paidFen: 20_000n, isFood: true }, "en")[2]).toBe(
		"Law (food): refund ¥200.00 + 10 times the price",
	);
});

test("the cap says which regions it is of", () => {
	const document = trustPoliciesV1.trust_freight;
	const policy = { guarantee: "RETURN_FREIGHT", version: 1, document } as const;
	expect([say(policy, { region: "65" }, "zh")[1], say(policy, { region: "31" }, "zh")[1]]).toEqual([
		"偏远地区上限",
		"普通地区上限",
	]);
});
