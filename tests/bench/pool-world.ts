import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase } from "@/lib/platform/db/client";
import { deployMigrations } from "@/lib/platform/db/migrate/deploy-migrations";
import { startEmbedded } from "@/lib/platform/postgres/embedded";
import { ensureReferenceData } from "@/prisma/seed/reference";
import { createMember } from "@/tests/factories/identity";
import { fillPool } from "@/tests/factories/pools";
import { createPartner } from "@/tests/factories/tiers";
import { switchTo } from "./database";
import type { PoolWorld } from "./pool-row";

const PARTNERS = 20;

/** A server that writes to its disk before it says so: a ledger that forgets is no measure for one that does not. */
export async function openDurableServer(): Promise<{ url: string; close(): Promise<void> }> {
	const dataDir = mkdtempSync(join(tmpdir(), "windmaker-bench-"));
	const server = await startEmbedded({ dataDir });
	await deployMigrations(server.url);
	await switchTo(server.url);
	await ensureReferenceData();
	return {
		url: server.url,
		async close() {
			await closeDatabase();
			await server.stop();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

/** A pool that two leads filled, and partners to give from it. */
export async function arrangePool(url: string, total: string): Promise<PoolWorld> {
	const { scope: lead } = await createMember({ role: "ops_lead" });
	const { scope: other } = await createMember({ role: "ops_lead" });
	const partnerIds: string[] = [];
	for (let index = 0; index < PARTNERS; index++) {
		const owner = await createMember({ role: "partner_owner" });
		partnerIds.push((await createPartner({ organisationId: owner.organisation.id })).id);
	}
	return { url, lead, partnerIds, poolId: await fillPool([lead, other], total) };
}
