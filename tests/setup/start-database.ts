import pg from "pg";
import type { TestProject } from "vitest/node";
import { deployMigrations } from "@/lib/platform/db/migrate/deploy-migrations";
import { startEmbedded } from "@/lib/platform/postgres/embedded";

export const templateName = "portal_template";

declare module "vitest" {
	interface ProvidedContext {
		serverUrl: string;
	}
}

function urlOf(server: string, database: string): string {
	const url = new URL(server);
	url.pathname = `/${database}`;
	return url.href;
}

/**
 * One PostgreSQL for the run: the server of `TEST_DATABASE_URL` (its role may create databases), an embedded one otherwise.
 * Migrations and reference data go into a template database once; every test file works on a copy of it.
 */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
	const given = process.env.TEST_DATABASE_URL;
	const server = given
		? { url: given, stop: async () => undefined }
		: await startEmbedded({ ephemeral: true });
	const admin = new pg.Client({ connectionString: urlOf(server.url, "postgres") });
	await admin.connect();
	await admin.query(`DROP DATABASE IF EXISTS ${templateName} WITH (FORCE)`);
	await admin.query(`CREATE DATABASE ${templateName}`);
	await admin.end();

	const template = urlOf(server.url, templateName);
	await deployMigrations(template);
	process.env.DATABASE_URL = template;
	const { ensureReferenceData } = await import("@/prisma/seed/reference");
	const { closeDatabase } = await import("@/lib/platform/db/client");
	await ensureReferenceData();
	const { installJobs } = await import("@/lib/platform/jobs/install");
	const { portalJobs } = await import("@/lib/cli/jobs");
	await installJobs(portalJobs);
	await closeDatabase();

	project.provide("serverUrl", server.url);
	return () => server.stop();
}
