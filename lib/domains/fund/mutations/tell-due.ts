import "server-only";
import { tellFundStaff } from "@/lib/domains/fund/mutations/tell";
import { NOTICE_DAYS } from "@/lib/domains/fund/rules/tranches";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { formatFen } from "@/lib/platform/format";
import { composeMail } from "@/lib/platform/mail/compose";
import { enqueueMailsRaw } from "@/lib/platform/mail/outbox";
import { listStaffRaw } from "@/lib/platform/notifications/staff";
import { routes } from "@/lib/platform/routes/routes";

type Due = {
	id: string;
	number: string;
	title: string;
	organisationId: string;
	partnerName: string;
	assigneeId: string | null;
	dueOn: string;
	amount: bigint;
	isDue: boolean;
};

/**
 * Tells the leads, and whoever is on the case, of payments that fall due in a week, and again on the day, then by mail as
 * well. By the database's own Shanghai day; run again, or by two at once, it tells nobody twice.
 */
export function tellDueTranches(): Promise<number> {
	return inRawTransaction(async (client) => {
		const { rows } = await client.query<Due>(
			`SELECT a.id, a.number, a.title, a.organisation_id AS "organisationId", p.name AS "partnerName",
			        CASE WHEN NOT has_conflict(a.assignee_id, a.organisation_id) THEN a.assignee_id END AS "assigneeId",
			        t.due_on AS "dueOn", sum(t.amount_fen)::bigint AS amount, t.due_on <= shanghai_day(pool_now()) AS "isDue"
			   FROM fund_tranches t JOIN fund_applications a ON a.id = t.application_id JOIN partners p ON p.id = a.partner_id
			  WHERE t.paid_on IS NULL AND t.due_on <= shanghai_day(pool_now()) + ${NOTICE_DAYS}
			  GROUP BY a.id, p.name, t.due_on ORDER BY t.due_on, a.id`,
		);
		for (const due of rows) {
			const leads = await listStaffRaw(client, ["ops_lead"], { about: due.organisationId });
			const kind = due.isDue ? "fundTrancheDue" : "fundTrancheSoon";
			const amount = formatFen(due.amount);
			const people = [due.assigneeId, ...leads.map(({ id }) => id)];
			await tellFundStaff(client, { ...due, version: due.dueOn }, kind, people, { amount });
			if (!due.isDue) continue;
			const key = `fundTrancheDue:${due.id}:${due.dueOn}`;
			const values = { number: due.number, company: due.partnerName, title: due.title, amount };
			const news = { key, kind, values, href: routes.ops.fundCase(due.id) };
			await enqueueMailsRaw(client, await Promise.all(leads.map((lead) => composeMail(lead, news))));
		}
		return rows.length;
	});
}
