import "server-only";
import { PAGE_SIZE } from "@/lib/domains/partnership/constants";
import { toDay, toVerification } from "@/lib/domains/partnership/data/records";
import type { ListQuery, verificationTabs } from "@/lib/domains/partnership/schema/queries";
import type { VerificationRecord } from "@/lib/domains/partnership/types";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

type VerificationTab = (typeof verificationTabs)[number];
export type VerificationRow = VerificationRecord & { partnerName: string; partnerStatus: string };

const stays = { status: { not: "EXITED" } } as const;

function whereOf(tab: VerificationTab, today: Day): Prisma.VerificationWhereInput {
	const day = new Date(`${today}T00:00:00Z`);
	if (tab === "submitted") return { state: "SUBMITTED", partner: stays };
	if (tab === "open") return { state: "OPEN", dueOn: { gte: day }, partner: stays };
	if (tab === "overdue") return { state: "OPEN", dueOn: { lt: day }, partner: stays };
	return { state: { in: ["PASSED", "FAILED"] } };
}

/** Partners whose licence has run out and who are not on their way out for it already. */
function expired(today: Day): Prisma.PartnerWhereInput {
	return {
		status: { in: ["ACTIVE", "PROBATION"] },
		licenceExpiresOn: { lt: new Date(`${today}T00:00:00Z`) },
	};
}

export async function listVerifications(
	_scope: PlatformScope,
	{ tab, q, page }: ListQuery<Exclude<VerificationTab, "licences">>,
	today: Day,
): Promise<{ rows: VerificationRow[]; total: number }> {
	const name = q === "" ? {} : { partner: { name: { contains: q, mode: "insensitive" as const } } };
	const where = { AND: [whereOf(tab, today), name] };
	const [rows, total] = await Promise.all([
		db().verification.findMany({
			where,
			include: { partner: { select: { name: true, status: true } } },
			orderBy: [tab === "decided" ? { decidedAt: "desc" } : { dueOn: "asc" }, { id: "desc" }],
			skip: (page - 1) * PAGE_SIZE,
			take: PAGE_SIZE,
		}),
		db().verification.count({ where }),
	]);
	return {
		total,
		rows: rows.map((row) => ({
			...toVerification(row),
			partnerName: row.partner.name,
			partnerStatus: row.partner.status,
		})),
	};
}

export async function listExpiredLicences(
	_scope: PlatformScope,
	{ q, page }: { q: string; page: number },
	today: Day,
) {
	const name = q === "" ? {} : { name: { contains: q, mode: "insensitive" as const } };
	const where = { AND: [expired(today), name] };
	const [rows, total] = await Promise.all([
		db().partner.findMany({
			where,
			select: { id: true, name: true, licenceExpiresOn: true },
			orderBy: [{ licenceExpiresOn: "asc" }, { id: "asc" }],
			skip: (page - 1) * PAGE_SIZE,
			take: PAGE_SIZE,
		}),
		db().partner.count({ where }),
	]);
	return {
		total,
		rows: rows.map(({ id, name, licenceExpiresOn }) => ({
			id,
			name,
			licenceExpiresOn: toDay(licenceExpiresOn) ?? today,
		})),
	};
}

export async function countVerifications(
	_scope: PlatformScope,
	today: Day,
): Promise<Record<VerificationTab, number>> {
	const [submitted, open, overdue, decided, licences] = await Promise.all([
		db().verification.count({ where: whereOf("submitted", today) }),
		db().verification.count({ where: whereOf("open", today) }),
		db().verification.count({ where: whereOf("overdue", today) }),
		db().verification.count({ where: whereOf("decided", today) }),
		db().partner.count({ where: expired(today) }),
	]);
	return { submitted, open, overdue, licences, decided };
}

export async function findVerification(
	_scope: PlatformScope,
	id: string,
	client: Tx = db(),
): Promise<VerificationRecord | null> {
	const row = await client.verification.findUnique({ where: { id } });
	return row && toVerification(row);
}
