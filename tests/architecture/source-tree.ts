import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

const skipped = new Set(["node_modules", ".next", ".data", ".git", "generated"]);

function walk(folder: string): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (skipped.has(entry.name)) return [];
		return entry.isDirectory() ? walk(path) : [path];
	});
}

export type SourceFile = { path: string; text: string; imports: string[] };

const importPattern =
	/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+["']([^"']+)["']|(?:^|\n)\s*import\s+["']([^"']+)["']|\bimport\(\s*["'`]([^"'`]+)["'`]/g;

const endings = ["", ".ts", ".tsx", "/index.ts", "/index.tsx", ".mjs", ".css", ".json"];

/** An import as a path from the root, or the package's name when it is not ours. */
function resolveImport(from: string, specifier: string): string {
	const base = specifier.startsWith("@/")
		? join(root, specifier.slice(2))
		: specifier.startsWith(".")
			? resolve(root, dirname(from), specifier)
			: null;
	if (!base) return specifier;
	const hit = endings
		.map((ending) => base + ending)
		.find((path) => existsSync(path) && statSync(path).isFile());
	return relative(root, hit ?? base);
}

/** Every TypeScript file of the product, with its imports resolved. */
export function readSources(): SourceFile[] {
	return ["app", "components", "lib", "prisma", "tests"]
		.filter((folder) => existsSync(join(root, folder)))
		.flatMap(walk)
		.filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith(".d.ts"))
		.map((path) => {
			const text = readFileSync(join(root, path), "utf8");
			const imports = [...text.matchAll(importPattern)].map((match) =>
				resolveImport(path, match[1] ?? match[2] ?? match[3] ?? ""),
			);
			return { path, text, imports };
		});
}
