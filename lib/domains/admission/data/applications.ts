import "server-only";
import { applicationDraftSchema } from "@/lib/domains/admission/schema/draft";
import type { ApplicationRecord, StandardsVerdict } from "@/lib/domains/admission/types";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Application } from "@/lib/platform/db/generated/client";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";

function toRecord(row: Application): ApplicationRecord {
	return {
		...row,
		form: applicationDraftSchema.parse(row.form),
		dueOn: row.dueOn?.toISOString().slice(0, 10) ?? null,
		checks: row.checks as StandardsVerdict | null,
	};
}

/** The organisation's latest application: the open one if there is any, for a new one is only begun when none is. */
export async function findLatestApplication(
	scope: PartnerScope,
	client: Tx = db(),
): Promise<ApplicationRecord | null> {
	const row = await client.application.findFirst({
		where: { organisationId: scope.organisationId },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
	});
	return row && toRecord(row);
}

/** One of the organisation's own applications; null for anybody else's. */
export async function findOwnApplication(
	scope: PartnerScope,
	id: string,
	client: Tx = db(),
): Promise<ApplicationRecord | null> {
	const row = await client.application.findFirst({ where: { id, organisationId: scope.organisationId } });
	return row && toRecord(row);
}

/** An application that was submitted at least once: before that it is nobody's business but the applicant's. */
export async function findSubmittedApplication(
	_scope: PlatformScope,
	id: string,
	client: Tx = db(),
): Promise<ApplicationRecord | null> {
	const row = await client.application.findFirst({ where: { id, submittedAt: { not: null } } });
	return row && toRecord(row);
}

/** What somebody of the platform holds of a company's applications. */
export async function listHeldOfOrganisation(
	scope: PlatformScope,
	organisationId: string,
	client: Tx = db(),
): Promise<ApplicationRecord[]> {
	const rows = await client.application.findMany({ where: { organisationId, assigneeId: scope.userId } });
	return rows.map(toRecord);
}
