import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

const resolve = {
	alias: [
		{ find: /^@\//, replacement: root },
		{ find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
	],
};

export default defineConfig({
	test: {
		projects: [
			{
				resolve,
				test: {
					name: "unit",
					// Pure code keeps nothing between files: one import of it serves them all.
					isolate: false,
					unstubEnvs: true,
					maxWorkers: 2,
					// Properties try hundreds of cases; on a busy machine that takes its time.
					testTimeout: 60_000,
					include: [
						"lib/**/*.test.ts",
						"components/**/*.test.ts",
						"prisma/seed/**/*.test.ts",
						"tests/architecture/**/*.test.ts",
					],
				},
			},
			{
				resolve,
				test: {
					name: "integration",
					include: ["tests/integration/**/*.test.ts"],
					globalSetup: ["tests/setup/start-database.ts"],
					setupFiles: ["tests/setup/use-database.ts"],
					testTimeout: 60_000,
					hookTimeout: 60_000,
					maxWorkers: 2,
				},
			},
		],
	},
});
