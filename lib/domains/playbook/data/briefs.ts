import "server-only";
import { brandsOf } from "@/lib/domains/playbook/data/brands";
import type { Brief } from "@/lib/domains/playbook/types/brief";
import { db } from "@/lib/platform/db/client";
import type { Scope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

const SHOWN = 26;

/** The weeks a brand has a brief of, newest first. */
export async function listBriefWeeks(scope: Scope, brandId: string): Promise<Day[]> {
	const rows = await db().$queryRaw<{ week: Day }[]>`
		SELECT p.week::text FROM playbook_briefs p JOIN brands b ON b.id = p.brand_id
		 WHERE p.brand_id = ${brandId} AND ${brandsOf(scope)} ORDER BY p.week DESC LIMIT ${SHOWN}`;
	return rows.map(({ week }) => week);
}

export async function findBrief(
	scope: Scope,
	brandId: string,
	week: Day,
): Promise<{ brief: Brief; createdAt: Date } | null> {
	const [found] = await db().$queryRaw<{ brief: Brief; createdAt: Date }[]>`
		SELECT p.document AS brief, p.created_at AS "createdAt" FROM playbook_briefs p JOIN brands b ON b.id = p.brand_id
		 WHERE p.brand_id = ${brandId} AND p.week = ${week}::date AND ${brandsOf(scope)}`;
	return found ?? null;
}

/** Whether whoever asks gets the brief by mail. */
export async function wantsBriefMail(scope: Scope, brandId: string): Promise<boolean> {
	const where = { brandId, userId: scope.userId };
	return (await db().playbookBriefSilence.count({ where })) === 0;
}
