import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./source-tree";

const folder = join(root, "lib/platform/i18n/messages");
const namespaces = readdirSync(join(folder, "zh-CN"));

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): Map<string, string> {
	return new Map(
		Object.entries(tree).flatMap(([key, value]) =>
			typeof value === "string" ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
		),
	);
}

function read(locale: string, file: string): Map<string, string> {
	return flatten(JSON.parse(readFileSync(join(folder, locale, file), "utf8")) as Tree);
}

/** The names a message takes: `{name}` and `{count, plural, …}`, and its rich-text tags. */
function argumentsOf(message: string): string[] {
	const names = [...message.matchAll(/\{\s*([A-Za-z]\w*)\s*[,}]/g)].map((match) => match[1]);
	const tags = [...message.matchAll(/<([a-z]\w*)>/g)].map((match) => `<${match[1]}>`);
	return [...new Set([...names, ...tags])].sort() as string[];
}

test("both languages have the same namespaces", () => {
	expect(readdirSync(join(folder, "en")).sort()).toEqual([...namespaces].sort());
});

test.each(namespaces)("%s says the same things in both languages", (file) => {
	const zh = read("zh-CN", file);
	const en = read("en", file);
	expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
	const differing = [...zh].filter(
		([key, message]) => `${argumentsOf(message)}` !== `${argumentsOf(en.get(key) ?? "")}`,
	);
	expect(differing.map(([key]) => key)).toEqual([]);
	expect(
		[...en]
			.filter(([, message]) =>
				/\p{Script=Han}/u.test(message.replace(/造风者|微风|和风|劲风|强风|疾风|中文|简体中文|万|亿/g, "")),
			)
			.map(([key]) => key),
	).toEqual([]);
	expect([...zh, ...en].filter(([, message]) => message.trim() === "").map(([key]) => key)).toEqual([]);
});

test("no title names the product, which the layout adds to all of them", () => {
	const brands = { "zh-CN": / · 造风者$/, en: / · Windmaker$/ };
	const named = Object.entries(brands).flatMap(([locale, brand]) =>
		namespaces.flatMap((file) => [...read(locale, file)].filter(([, message]) => brand.test(message))),
	);
	expect(named).toEqual([]);
});
