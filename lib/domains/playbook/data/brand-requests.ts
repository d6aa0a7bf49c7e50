import "server-only";
import { brandRequestsPage } from "@/lib/domains/playbook/constants/brand-requests";
import type {
	BrandRequest,
	BrandRequestState,
	OwnBrandRequest,
	RefusalReason,
} from "@/lib/domains/playbook/types/brand-requests";
import { db } from "@/lib/platform/db/client";
import { AppError } from "@/lib/platform/errors/errors";
import type { PlatformScope, Scope } from "@/lib/platform/session/scope";
import { hashToken } from "@/lib/platform/session/session-row";

const own = {
	...{ name: true, kind: true, category: true, email: true, state: true, reasonCodes: true, reason: true },
	...{ createdAt: true, decidedAt: true },
} as const;
const whole = {
	...own,
	...{
		id: true,
		shops: true,
		contactName: true,
		phone: true,
		message: true,
		decidedByName: true,
		brandId: true,
	},
} as const;

const read = <Row extends { reasonCodes: string[] }>(row: Row) => ({
	...row,
	reasonCodes: row.reasonCodes as RefusalReason[],
});

/** The request a mail's link belongs to: whoever has the link may see it. */
export async function findRequestByToken(token: string): Promise<OwnBrandRequest | null> {
	const row = await db().brandRequest.findUnique({ where: { tokenHash: hashToken(token) }, select: own });
	return row && read(row);
}

/** What somebody asked for while signed in, newest first. */
export async function listOwnRequests(scope: Scope): Promise<OwnBrandRequest[]> {
	const rows = await db().brandRequest.findMany({
		where: { userId: scope.userId },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		take: 10,
		select: own,
	});
	return rows.map(read);
}

/** Requests of a state: open ones by who waits longest, decided ones newest first; and how many there are of each. */
export async function listRequests(
	_scope: PlatformScope,
	{ state, page }: { state: BrandRequestState; page: number },
): Promise<{ rows: BrandRequest[]; counts: Readonly<Partial<Record<BrandRequestState, number>>> }> {
	const [rows, counts] = await Promise.all([
		db().brandRequest.findMany({
			where: { state },
			orderBy:
				state === "OPEN" ? [{ createdAt: "asc" }, { id: "asc" }] : [{ decidedAt: "desc" }, { id: "desc" }],
			...{ skip: (page - 1) * brandRequestsPage, take: brandRequestsPage, select: whole },
		}),
		db().brandRequest.groupBy({ by: ["state"], _count: true }),
	]);
	return {
		rows: rows.map(read),
		counts: Object.fromEntries(counts.map((one) => [one.state, one._count])),
	};
}

/** @throws AppError NOT_FOUND */
export async function findRequest(_scope: PlatformScope, id: string): Promise<BrandRequest> {
	const row = await db().brandRequest.findUnique({ where: { id }, select: whole });
	if (!row) throw new AppError("NOT_FOUND");
	return read(row);
}
