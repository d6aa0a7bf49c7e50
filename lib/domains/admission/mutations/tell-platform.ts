import "server-only";
import type { ToldApplication } from "@/lib/domains/admission/mutations/tell";
import type { Tx } from "@/lib/platform/db/client";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";

/** Notifies the leads that a company says it has paid its deposit; `version` is the report's. */
export async function tellOfDeposit(tx: Tx, application: ToldApplication): Promise<void> {
	const leads = await tx.$queryRaw<{ id: string }[]>`
		SELECT DISTINCT u.id FROM users u JOIN memberships m ON m.user_id = u.id
		 WHERE u.status = 'ACTIVE' AND m.role = 'ops_lead'`;
	const { number, companyName: company } = application;
	await notifyUsers(
		tx,
		leads.map((lead) => lead.id),
		{
			key: `depositToCheck:${application.id}:${application.version}`,
			kind: "depositToCheck",
			params: { number, company },
			href: `${routes.ops.deposits()}?q=${encodeURIComponent(number)}`,
		},
	);
}

/** Notifies the leads who may judge an appeal, or give it to somebody: those who had no part in the decision. */
export async function tellOfAppeal(
	tx: Tx,
	application: ToldApplication,
	appeal: { id: string; number: string; dueOn: string },
): Promise<void> {
	const leads = await tx.$queryRaw<{ id: string }[]>`
		SELECT DISTINCT u.id FROM users u JOIN memberships m ON m.user_id = u.id
		 WHERE u.status = 'ACTIVE' AND m.role = 'ops_lead' AND NOT has_conflict(u.id, ${application.organisationId})
		   AND NOT EXISTS (SELECT FROM reviews r WHERE r.application_id = ${application.id} AND r.reviewer_id = u.id)`;
	await notifyUsers(
		tx,
		leads.map((lead) => lead.id),
		{
			key: `appealToDecide:${appeal.id}`,
			kind: "appealToDecide",
			params: {
				number: application.number,
				company: application.companyName,
				appeal: appeal.number,
				dueOn: appeal.dueOn,
			},
			href: routes.ops.appeal(appeal.id),
		},
	);
}
