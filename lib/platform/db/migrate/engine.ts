import "server-only";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as schemaEngine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { ScriptAdapter } from "./script-adapter";

type Engine = schemaEngine.SchemaEngine;

/** The exports of the WebAssembly module, which the generated bindings keep but do not declare. */
type Bindings = typeof schemaEngine & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

let loaded = false;

/** Runs `work` with Prisma's own migration engine, without the download its command-line program needs. */
export async function withEngine<Result>(
	url: string,
	work: (engine: Engine) => Promise<Result>,
): Promise<Result> {
	await load();
	const adapter = new ScriptAdapter(url);
	try {
		const bound = bindMigrationAwareSqlAdapterFactory(adapter);
		const engine = await schemaEngine.SchemaEngine.new({ datamodels: undefined }, () => undefined, bound);
		return await work(engine);
	} finally {
		await adapter.close();
	}
}

async function load(): Promise<void> {
	if (loaded) return;
	const require = createRequire(join(process.cwd(), "package.json"));
	const module = require
		.resolve("@prisma/schema-engine-wasm")
		.replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
	const { instance } = await WebAssembly.instantiate(readFileSync(module), {
		"./schema_engine_bg.js": schemaEngine as unknown as WebAssembly.ModuleImports,
	});
	(schemaEngine as Bindings).__wbg_set_wasm(instance.exports);
	(instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
	loaded = true;
}
