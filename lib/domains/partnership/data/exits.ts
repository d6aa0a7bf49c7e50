import "server-only";
import { PAGE_SIZE, REFUND_WITHIN_DAYS } from "@/lib/domains/partnership/constants";
import { toDay, toDeposit, toExitCase } from "@/lib/domains/partnership/data/records";
import type { exitTabs, ListQuery } from "@/lib/domains/partnership/schema/queries";
import type { DepositRecord, ExitCaseRecord } from "@/lib/domains/partnership/types";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, type Day } from "@/lib/platform/time";

type ExitTab = (typeof exitTabs)[number];
export type ExitRow = ExitCaseRecord & { partnerName: string; openedByName: string | null };

const named = { partner: { select: { name: true } } } as const;

/** A notice whose window is over waits for its decision, whether or not the daily job has said so yet. */
function whereOf(tab: ExitTab, today: Day): Prisma.ExitCaseWhereInput {
	const day = new Date(`${today}T00:00:00Z`);
	if (tab === "notice") return { state: "NOTICE", replyBy: { gte: day } };
	if (tab === "decide") return { OR: [{ state: "REPLIED" }, { state: "NOTICE", replyBy: { lt: day } }] };
	return { state: { in: ["CONFIRMED", "DISMISSED", "CANCELLED"] } };
}

function matching(q: string): Prisma.ExitCaseWhereInput {
	if (q === "") return {};
	const contains = { contains: q, mode: "insensitive" } as const;
	return { OR: [{ number: contains }, { partner: { name: contains } }, { partner: { uscc: contains } }] };
}

export async function listExits(
	_scope: PlatformScope,
	{ tab, q, page }: ListQuery<ExitTab>,
	today: Day,
): Promise<{ rows: ExitRow[]; total: number }> {
	const where = { AND: [whereOf(tab, today), matching(q)] };
	const order = { notice: { replyBy: "asc" }, decide: { decideBy: "asc" } } as const;
	const [rows, total] = await Promise.all([
		db().exitCase.findMany({
			where,
			include: named,
			orderBy: [tab === "notice" || tab === "decide" ? order[tab] : { decidedAt: "desc" }, { id: "desc" }],
			skip: (page - 1) * PAGE_SIZE,
			take: PAGE_SIZE,
		}),
		db().exitCase.count({ where }),
	]);
	const names = await readNames(rows.map((row) => row.openedById));
	return {
		total,
		rows: rows.map((row) => ({
			...toExitCase(row),
			partnerName: row.partner.name,
			openedByName: names.get(row.openedById) ?? null,
		})),
	};
}

export async function countExits(_scope: PlatformScope, today: Day): Promise<Record<ExitTab, number>> {
	const [notice, decide, decided, refunds] = await Promise.all([
		db().exitCase.count({ where: whereOf("notice", today) }),
		db().exitCase.count({ where: whereOf("decide", today) }),
		db().exitCase.count({ where: whereOf("decided", today) }),
		db().deposit.count({ where: awaitingRefund }),
	]);
	return { notice, decide, decided, refunds };
}

/** People's names by id, for the platform's staff. */
async function readNames(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
	const users = await db().user.findMany({
		where: { id: { in: ids.filter((id) => id !== null) } },
		select: { id: true, name: true },
	});
	return new Map(users.map((user) => [user.id, user.name]));
}

export type ExitDetail = ExitRow & {
	partnerStatus: "ACTIVE" | "PROBATION" | "EXIT_NOTICE" | "EXITED";
	repliedByName: string | null;
	decidedByName: string | null;
	deposit: DepositRecord | null;
	bindings: number;
};

export async function findExit(_scope: PlatformScope, id: string): Promise<ExitDetail | null> {
	const row = await db().exitCase.findUnique({
		where: { id },
		include: { partner: { select: { name: true, status: true, applicationId: true } } },
	});
	if (!row) return null;
	const { applicationId } = row.partner;
	const [names, deposit, bindings] = await Promise.all([
		readNames([row.openedById, row.repliedById, row.decidedById]),
		applicationId ? db().deposit.findFirst({ where: { applicationId } }) : null,
		db().shopBinding.count({
			where: {
				partnerId: row.partnerId,
				status: "CONFIRMED",
				OR: [{ toDay: null }, { toDay: { gt: new Date() } }],
			},
		}),
	]);
	return {
		...toExitCase(row),
		partnerName: row.partner.name,
		partnerStatus: row.partner.status,
		openedByName: names.get(row.openedById) ?? null,
		repliedByName: row.repliedById && (names.get(row.repliedById) ?? null),
		decidedByName: row.decidedById && (names.get(row.decidedById) ?? null),
		deposit: deposit && toDeposit(deposit),
		bindings,
	};
}

/** The partner's open case and its last ones, for the page of the partner. */
export async function listExitsOfPartner(
	_scope: PlatformScope,
	partnerId: string,
	client: Tx = db(),
): Promise<ExitCaseRecord[]> {
	const rows = await client.exitCase.findMany({
		where: { partnerId },
		orderBy: [{ openedAt: "desc" }, { id: "desc" }],
		take: 10,
	});
	return rows.map(toExitCase);
}

const awaitingRefund = {
	state: "CONFIRMED",
	application: { partner: { status: "EXITED" } },
} as const satisfies Prisma.DepositWhereInput;

export type RefundRow = DepositRecord & {
	partnerId: string;
	partnerName: string;
	exitedOn: Day;
	dueOn: Day;
	caseId: string | null;
};

/** Deposits of partners that left, the one longest due first. */
export async function listRefunds(
	_scope: PlatformScope,
	{ q, page }: { q: string; page: number },
): Promise<{ rows: RefundRow[]; total: number }> {
	const name = q === "" ? {} : { name: { contains: q, mode: "insensitive" as const } };
	const where = { ...awaitingRefund, application: { partner: { status: "EXITED" as const, ...name } } };
	const [rows, total] = await Promise.all([
		db().deposit.findMany({
			where,
			include: {
				application: {
					select: {
						partner: {
							select: {
								id: true,
								name: true,
								exitedOn: true,
								exitCases: { where: { state: "CONFIRMED" }, select: { id: true } },
							},
						},
					},
				},
			},
			orderBy: [{ application: { partner: { exitedOn: "asc" } } }, { id: "asc" }],
			skip: (page - 1) * PAGE_SIZE,
			take: PAGE_SIZE,
		}),
		db().deposit.count({ where }),
	]);
	return {
		total,
		rows: rows.flatMap((row) => {
			const partner = row.application.partner;
			if (!partner?.exitedOn) return [];
			const exitedOn = toDay(partner.exitedOn);
			return [
				{
					...toDeposit(row),
					partnerId: partner.id,
					partnerName: partner.name,
					exitedOn,
					dueOn: addDays(exitedOn, REFUND_WITHIN_DAYS),
					caseId: partner.exitCases[0]?.id ?? null,
				},
			];
		}),
	};
}
