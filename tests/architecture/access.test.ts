import { expect, test } from "vitest";
import { accessMatrix } from "./access-matrix";
import { readSources } from "./source-tree";

const sources = readSources();

const actionDoors = sources
	.filter((file) => file.text.startsWith('"use server";'))
	.flatMap((file) => {
		const folder = file.path
			.replace(/^lib\/(?:domains|platform)\//, "")
			.replace(/\/actions(?:\.ts|\/.*)$/, "");
		return [...file.text.matchAll(/export (?:const|async function|function) (\w+)/g)].map((match) => ({
			door: `${folder}#${match[1]}`,
			file,
			name: match[1] ?? "",
		}));
	});

const routeDoors = sources
	.filter((file) => /^app\/api\/.*\/route\.ts$/.test(file.path))
	.flatMap((file) => {
		const path = file.path.replace(/^app/, "").replace(/\/route\.ts$/, "");
		const methods = file.text.matchAll(
			/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b|export \{[^}]*?as (GET|POST)[^}]*?(?:as (GET|POST))?[^}]*\}/g,
		);
		return [...methods].flatMap((match) =>
			match
				.slice(1)
				.filter(Boolean)
				.map((method) => ({ door: `${method} ${path}`, file })),
		);
	});

test("every exported action and every API route has a row in the access matrix", () => {
	const doors = [...actionDoors, ...routeDoors].map((entry) => entry.door).sort();
	expect(Object.keys(accessMatrix).sort()).toEqual(doors);
});

test("an action is built with the permission its row names", () => {
	const offences = actionDoors.filter(({ door, file, name }) => {
		const row = accessMatrix[door];
		const definition = file.text.slice(
			file.text.search(new RegExp(`export (?:const|async function|function) ${name}\\b`)),
		);
		return !definition.slice(0, 400).includes(`permission: "${row}"`);
	});
	expect(offences.map((entry) => entry.door)).toEqual([]);
});
