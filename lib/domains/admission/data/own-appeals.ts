import "server-only";
import type { OwnAppeal } from "@/lib/domains/admission/types";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Appeal } from "@/lib/platform/db/generated/client";
import type { PartnerScope } from "@/lib/platform/session/scope";

function toOwn(row: Appeal, filedByName: string | null): OwnAppeal {
	const { id, number, submissionNo, state, version, grounds, filedAt, decidedAt, decisionReason } = row;
	const dueOn = row.dueOn.toISOString().slice(0, 10);
	return {
		id,
		number,
		submissionNo,
		state,
		version,
		grounds,
		filedAt,
		decidedAt,
		decisionReason,
		dueOn,
		filedByName,
	};
}

/** The organisation's appeals against decisions on one of its applications, newest first. */
export async function listOwnAppeals(
	scope: PartnerScope,
	applicationId: string,
	client: Tx = db(),
): Promise<OwnAppeal[]> {
	const rows = await client.appeal.findMany({
		where: { applicationId, organisationId: scope.organisationId },
		orderBy: { submissionNo: "desc" },
	});
	const people = await client.user.findMany({
		where: { id: { in: rows.map((row) => row.filedById) } },
		select: { id: true, name: true },
	});
	return rows.map((row) => toOwn(row, people.find((person) => person.id === row.filedById)?.name ?? null));
}

/** One of the organisation's own appeals; null for anybody else's. */
export function findOwnAppeal(scope: PartnerScope, id: string, client: Tx = db()) {
	return client.appeal.findFirst({
		where: { id, organisationId: scope.organisationId },
		include: {
			application: { select: { id: true, number: true, companyName: true, organisationId: true } },
		},
	});
}
