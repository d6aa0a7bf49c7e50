import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { allowed, domainOf, layerOf } from "./layers";
import { readSources, root } from "./source-tree";

const sources = readSources();
const product = sources.filter((file) => !file.path.startsWith("tests/"));
const isTest = (path: string) => path.endsWith(".test.ts");

test("the top-level folders are the six of the house", () => {
	const folders = readdirSync(root, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
		.map((entry) => entry.name);
	const house = ["app", "components", "lib", "prisma", "public", "tests"];
	expect(
		folders.filter(
			(folder) => !house.includes(folder) && !["test-results", "playwright-report"].includes(folder),
		),
	).toEqual([]);
});

test("every file stands in a room the house knows", () => {
	expect(product.filter((file) => layerOf(file.path) === null).map((file) => file.path)).toEqual([]);
});

test("a file imports only what its layer may", () => {
	const offences: string[] = [];
	for (const file of product) {
		const layer = layerOf(file.path);
		if (!layer || !(layer in allowed) || isTest(file.path)) continue;
		const rule = allowed[layer as keyof typeof allowed];
		for (const target of file.imports) {
			const targetLayer = layerOf(target);
			if (!targetLayer) continue;
			const fits =
				targetLayer === "platform"
					? rule.platform.some((part) => target.startsWith(`lib/platform/${part}`))
					: rule.layers.includes(targetLayer);
			if (!fits) offences.push(`${file.path} → ${target}`);
		}
	}
	expect(offences).toEqual([]);
});

test("the platform knows no domain, and nothing but the command line reaches for the command line or the seed", () => {
	const offences = product.flatMap((file) =>
		file.imports
			.filter((target) => {
				const layer = layerOf(file.path);
				if (layer === "platform")
					return domainOf(target) !== null || /^(app|components|prisma)\//.test(target);
				if (layer === "cli" || layer === "seed") return /^(app|components)\//.test(target);
				return /^(lib\/cli|prisma\/seed)\//.test(target);
			})
			.map((target) => `${file.path} → ${target}`),
	);
	expect(offences).toEqual([]);
});

test("domains form an acyclic graph", () => {
	const edges = new Map<string, Set<string>>();
	for (const file of product) {
		const from = domainOf(file.path);
		if (!from || isTest(file.path)) continue;
		for (const target of file.imports) {
			const to = domainOf(target);
			if (to && to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to));
		}
	}
	const cycles: string[] = [];
	const visit = (node: string, path: string[]) => {
		if (path.includes(node)) cycles.push([...path.slice(path.indexOf(node)), node].join(" → "));
		else for (const next of edges.get(node) ?? []) visit(next, [...path, node]);
	};
	for (const node of edges.keys()) visit(node, []);
	expect(cycles).toEqual([]);
});

test("server files say so", () => {
	const server = product.filter(
		(file) =>
			!isTest(file.path) &&
			(/^lib\/domains\/[a-z]+\/(data|mutations|loaders)(\.ts|\/)/.test(file.path) ||
				/^lib\/platform\/(db|session|policies|action)\//.test(file.path)),
	);
	expect(
		server.filter((file) => !file.text.includes('import "server-only";')).map((file) => file.path),
	).toEqual([]);
	const actions = product.filter((file) => /\/actions(\.ts|\/.*\.ts)$/.test(file.path) && !isTest(file.path));
	expect(actions.filter((file) => !file.text.startsWith('"use server";')).map((file) => file.path)).toEqual(
		[],
	);
});

test("process.env is read in lib/platform/env only", () => {
	const readers = product.filter(
		(file) => file.text.includes("process.env") && !file.path.startsWith("lib/platform/env/"),
	);
	expect(readers.map((file) => file.path)).toEqual([]);
});

test("pure files have no clock and no chance", () => {
	const impure = product.filter(
		(file) =>
			/^lib\/domains\/[a-z]+\/(rules|policy|schema|types|constants)(\.ts|\/)/.test(file.path) &&
			!isTest(file.path) &&
			/Date\.now\(|new Date\(\)|Math\.random\(|process\./.test(file.text),
	);
	expect(impure.map((file) => file.path)).toEqual([]);
});

test("addresses are built by lib/platform/routes", () => {
	const literal = /(?:href|redirect\(|push\()\s*[=(]?\s*["'`]\/(?!\/)[a-z]/;
	const offenders = product.filter(
		(file) => /^(app|components)\//.test(file.path) && literal.test(file.text),
	);
	expect(offenders.map((file) => file.path)).toEqual([]);
});

/** Who may read figures that are a moment old; whoever decides, writes or judges reads the primary. */
const reportRooms = [
	/^lib\/domains\/gmv\/(data|loaders)\/explorer/,
	/^lib\/domains\/gmv\/data\/(buyers|cell-export|cell-lines|shop-view)\.ts$/,
	/^lib\/domains\/programme\/(data|loaders)\/(standings|dashboard|world|forecast)\.ts$/,
	/^lib\/domains\/playbook\/(data|loaders)\/own-brand\.ts$/,
	/^app\/api\/gmv\/answer-(export|lines)\.ts$/,
	/^app\/api\/programme\/answer-file\.ts$/,
	/^lib\/platform\/db\/client\.ts$/,
];

test("only explorer and dashboards may read the replica", () => {
	const readers = product.filter((file) => file.imports.includes("lib/platform/db/reports.ts"));
	expect(readers.length).toBeGreaterThan(0);
	const paths = readers.map((file) => file.path);
	expect(paths.filter((path) => !reportRooms.some((room) => room.test(path)))).toEqual([]);
});
