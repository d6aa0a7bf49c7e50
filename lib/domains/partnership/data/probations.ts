import "server-only";
import { PAGE_SIZE } from "@/lib/domains/partnership/constants";
import { toProbation } from "@/lib/domains/partnership/data/records";
import type { ListQuery, probationTabs } from "@/lib/domains/partnership/schema/queries";
import type { ProbationRecord } from "@/lib/domains/partnership/types";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

type ProbationTab = (typeof probationTabs)[number];
export type ProbationRow = ProbationRecord & { partnerName: string; partnerStatus: string };

const stays = { status: { not: "EXITED" } } as const;
/** On probation without a plan that runs: after one that failed, or from before plans were kept. */
const unplanned = {
	status: "PROBATION",
	probations: { none: { state: "OPEN" } },
} as const satisfies Prisma.PartnerWhereInput;

function whereOf(tab: ProbationTab, today: Day): Prisma.ProbationWhereInput {
	const day = new Date(`${today}T00:00:00Z`);
	if (tab === "overdue") return { state: "OPEN", deadline: { lt: day }, partner: stays };
	if (tab === "open") return { state: "OPEN", deadline: { gte: day }, partner: stays };
	return { state: { in: ["RECOVERED", "FAILED"] } };
}

export async function listProbations(
	_scope: PlatformScope,
	{ tab, q, page }: ListQuery<Exclude<ProbationTab, "unplanned">>,
	today: Day,
): Promise<{ rows: ProbationRow[]; total: number }> {
	const name = q === "" ? {} : { partner: { name: { contains: q, mode: "insensitive" as const } } };
	const where = { AND: [whereOf(tab, today), name] };
	const [rows, total] = await Promise.all([
		db().probation.findMany({
			where,
			include: { partner: { select: { name: true, status: true } } },
			orderBy: [tab === "closed" ? { closedAt: "desc" } : { deadline: "asc" }, { id: "desc" }],
			skip: (page - 1) * PAGE_SIZE,
			take: PAGE_SIZE,
		}),
		db().probation.count({ where }),
	]);
	return {
		total,
		rows: rows.map((row) => ({
			...toProbation(row),
			partnerName: row.partner.name,
			partnerStatus: row.partner.status,
		})),
	};
}

export async function listUnplanned(_scope: PlatformScope, { q, page }: { q: string; page: number }) {
	const where = { ...unplanned, ...(q !== "" && { name: { contains: q, mode: "insensitive" as const } }) };
	const [rows, total] = await Promise.all([
		db().partner.findMany({
			where,
			select: { id: true, name: true },
			orderBy: { id: "asc" },
			skip: (page - 1) * PAGE_SIZE,
			take: PAGE_SIZE,
		}),
		db().partner.count({ where }),
	]);
	return { rows, total };
}

export async function countProbations(
	_scope: PlatformScope,
	today: Day,
): Promise<Record<ProbationTab, number>> {
	const [open, overdue, closed, without] = await Promise.all([
		db().probation.count({ where: whereOf("open", today) }),
		db().probation.count({ where: whereOf("overdue", today) }),
		db().probation.count({ where: whereOf("closed", today) }),
		db().partner.count({ where: unplanned }),
	]);
	return { open, overdue, closed, unplanned: without };
}

export async function findProbation(
	_scope: PlatformScope,
	id: string,
	client: Tx = db(),
): Promise<ProbationRecord | null> {
	const row = await client.probation.findUnique({ where: { id } });
	return row && toProbation(row);
}

export async function findOpenProbation(
	_scope: PlatformScope,
	partnerId: string,
	client: Tx = db(),
): Promise<ProbationRecord | null> {
	const row = await client.probation.findFirst({ where: { partnerId, state: "OPEN" } });
	return row && toProbation(row);
}
