import { beforeEach, expect, it } from "vitest";
import { checkStoredLog } from "@/lib/domains/decisions/data/log-records";
import { appendDecisionsRaw } from "@/lib/domains/decisions/mutations/append-decisions";
import { sealDecisions } from "@/lib/domains/decisions/mutations/seal-decisions";
import { db } from "@/lib/platform/db/client";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import { resetDemo } from "@/prisma/seed/reset-demo";
import { draftOf, emptyDecisionLog } from "@/tests/factories/decisions";

const now = new Date("2026-06-22T00:00:00Z");

async function organisation(isDemo: boolean): Promise<string> {
	return (
		await db().organisation.create({ data: { id: newId("org"), kind: "PARTNER", name: "公司", isDemo } })
	).id;
}

async function decideAbout(organisationId: string): Promise<void> {
	await inRawTransaction((client) => appendDecisionsRaw(client, [draftOf(1, { organisationId })]));
}

beforeEach(emptyDecisionLog);

it("takes a log of fiction alone away as a whole", async () => {
	await decideAbout(await organisation(true));
	await sealDecisions(now);
	await decideAbout(await organisation(true));
	await resetDemo();
	expect(await checkStoredLog()).toMatchObject({ entries: 0, blocks: 0, fault: null });
	expect(await db().decisionEntry.count()).toBe(0);
	expect(await db().decisionWaiting.count()).toBe(0);
});

it("leaves a sealed log with one real decision as it is, and takes what waits out singly", async () => {
	await decideAbout(await organisation(true));
	await decideAbout(await organisation(false));
	await sealDecisions(now);
	await decideAbout(await organisation(true));
	const { head } = await checkStoredLog();
	await resetDemo();
	expect(await checkStoredLog()).toEqual({ entries: 2, blocks: 1, head, fault: null });
	expect(await db().decisionWaiting.count()).toBe(0);
	await decideAbout(await organisation(false));
	await sealDecisions(now);
	expect(await checkStoredLog([head])).toMatchObject({ entries: 3, blocks: 2, fault: null });
});
