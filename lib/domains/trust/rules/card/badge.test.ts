import { expect, test } from "vitest";
import { drawBadge, widthOf } from "@/lib/domains/trust/rules/card/badge";
import card from "@/lib/platform/i18n/messages/zh-CN/trustcard.json";
import rules from "@/lib/platform/i18n/messages/zh-CN/trustrules.json";

test("a badge says its words to those who see and those who hear it, and nothing in them is markup", () => {
	const svg = drawBadge({ label: "小店信任卡", words: '<script>"&', isHeld: true });
	expect(svg).toContain('aria-label="小店信任卡: &lt;script&gt;&quot;&amp;"');
	expect(svg).not.toContain("<script>");
	expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
});

test("the picture is as wide as its words", () => {
	expect(widthOf("七天无理由")).toBe(65);
	expect(widthOf("abcde")).toBe(36);
	const [short, long] = ["假一赔十", "假一赔十 · 七天无理由"].map((words) =>
		Number(/width="(\d+)"/.exec(drawBadge({ label: "卡", words, isHeld: true }))?.[1]),
	);
	expect(long).toBeGreaterThan(short ?? 0);
});

test("what a Chinese badge says is drawn, for an embedded image has no font to rely on", () => {
	for (const words of [Object.values(rules.guarantee).join(" · "), card.badge.nothing])
		expect(drawBadge({ label: card.badge.label, words, isHeld: true })).not.toContain("<text");
	expect(drawBadge({ label: "Trust card", words: "a", isHeld: true })).toContain("<text");
});
