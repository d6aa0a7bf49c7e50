import "server-only";
import type { PoolClient } from "pg";
import { composeMail, type Recipient } from "@/lib/platform/mail/compose";
import { enqueueMailsRaw } from "@/lib/platform/mail/outbox";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { Day, Month } from "@/lib/platform/time";

export type ToldAppeal = {
	readonly id: string;
	readonly number: string;
	readonly organisationId: string;
	readonly period: Month;
};

/** A change of an appeal told to its company: the kind, and whether a mail says it too. */
const mailed = {
	tierAppealFiled: true,
	tierAppealAccepted: true,
	tierAppealRejected: true,
	tierAppealWithdrawn: false,
} as const;
export type TierAppealNews = keyof typeof mailed;

type Params = Record<string, string | number>;

/** Notifies the company's people, by mail too where it matters, inside the change's transaction. */
export async function tellCompanyOfAppeal(
	client: PoolClient,
	appeal: ToldAppeal,
	kind: TierAppealNews,
	params: Params = {},
): Promise<void> {
	const { rows: members } = await client.query<Recipient>(
		`SELECT u.id, u.email, u.name, u.locale FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE m.organisation_id = $1 AND u.status = 'ACTIVE'`,
		[appeal.organisationId],
	);
	const key = `${kind}:${appeal.id}`;
	const href = routes.partner.tierAppeal(appeal.id);
	const values = { number: appeal.number, month: appeal.period, ...params };
	await notifyUsersRaw(
		client,
		members.map((member) => member.id),
		{ key, kind, params: values, href },
	);
	if (!mailed[kind]) return;
	const mails = await Promise.all(members.map((member) => composeMail(member, { key, kind, values, href })));
	await enqueueMailsRaw(client, mails);
}

/** Notifies the leads who may decide: those who had no part in the run and are not bound to the company. */
export async function tellJudgesOfAppeal(
	client: PoolClient,
	appeal: ToldAppeal & { runId: string; company: string; dueOn: Day },
): Promise<void> {
	const { rows } = await client.query<{ id: string }>(
		`SELECT DISTINCT u.id FROM memberships m JOIN users u ON u.id = m.user_id
		   JOIN evaluation_runs r ON r.id = $1
		  WHERE u.status = 'ACTIVE' AND m.role = 'ops_lead' AND NOT has_conflict(u.id, $2)
		    AND u.id IS DISTINCT FROM r.started_by_id AND u.id IS DISTINCT FROM r.notice_by_id`,
		[appeal.runId, appeal.organisationId],
	);
	const { id, number, period, company, dueOn } = appeal;
	await notifyUsersRaw(
		client,
		rows.map((row) => row.id),
		{
			key: `tierAppealToDecide:${id}`,
			kind: "tierAppealToDecide",
			params: { number, month: period, company, dueOn },
			href: routes.ops.tierAppeal(id),
		},
	);
}
