import "server-only";
import { PAGE_SIZE } from "@/lib/domains/partnership/constants";
import type { ListQuery } from "@/lib/domains/partnership/schema/queries";
import type { redLineTabs } from "@/lib/domains/partnership/schema/red-line";
import type { RedLineRow } from "@/lib/domains/partnership/types";
import { db, type Tx } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";

type RedLineTab = (typeof redLineTabs)[number];

/** Red-line records of all partners, the newest first; those taken back are kept apart. */
export async function listRedLines(
	_scope: PlatformScope,
	{ tab, q, page }: ListQuery<RedLineTab>,
): Promise<{ rows: RedLineRow[]; total: number }> {
	const where = {
		withdrawnAt: tab === "withdrawn" ? { not: null } : null,
		...(q !== "" && { partner: { name: { contains: q, mode: "insensitive" as const } } }),
	};
	const [rows, total] = await Promise.all([
		db().redLine.findMany({
			where,
			include: { partner: { select: { name: true } } },
			orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
			skip: (page - 1) * PAGE_SIZE,
			take: PAGE_SIZE,
		}),
		db().redLine.count({ where }),
	]);
	const people = await db().user.findMany({
		where: { id: { in: rows.flatMap((row) => row.recordedById ?? []) } },
		select: { id: true, name: true },
	});
	return {
		total,
		rows: rows.map((row) => ({
			id: row.id,
			partnerId: row.partnerId,
			partnerName: row.partner.name,
			kind: row.kind,
			occurredOn: row.occurredOn.toISOString().slice(0, 10),
			note: row.note,
			recordedBy: people.find((person) => person.id === row.recordedById)?.name ?? null,
			recordedAt: row.createdAt,
			withdrawnAt: row.withdrawnAt,
			withdrawReason: row.withdrawReason,
		})),
	};
}

export async function countRedLines(_scope: PlatformScope): Promise<Record<RedLineTab, number>> {
	const [counting, withdrawn] = await Promise.all([
		db().redLine.count({ where: { withdrawnAt: null } }),
		db().redLine.count({ where: { withdrawnAt: { not: null } } }),
	]);
	return { counting, withdrawn };
}

/** The one partner that has not exited and goes by this id, credit code or exact name; null where none or several do. */
export async function findPartnerByText(_scope: PlatformScope, text: string, client: Tx = db()) {
	const partners = await client.partner.findMany({
		where: { status: { not: "EXITED" }, OR: [{ id: text }, { uscc: text.toUpperCase() }, { name: text }] },
		select: { id: true, organisationId: true, name: true },
		take: 2,
	});
	return partners.length === 1 ? (partners[0] ?? null) : null;
}
