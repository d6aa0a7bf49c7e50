import "server-only";
import type { PoolClient } from "pg";
import type { Tx } from "@/lib/platform/db/client";
import { composeMail, type Recipient } from "@/lib/platform/mail/compose";
import { enqueueMail, enqueueMailsRaw, type Mail } from "@/lib/platform/mail/outbox";
import { notifyUsers, notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";

/** What a partner's people hear of, and which of it is weighty enough for a mail. */
const mailed = {
	exitNotice: true,
	exitReplyReceived: false,
	exitWindowOver: true,
	exitRequested: true,
	exitTakenBack: true,
	exitNoticeCancelled: true,
	exitConfirmed: true,
	exitDismissed: true,
	depositRefunded: true,
	probationOpened: true,
	probationRecovered: true,
	probationFailed: true,
	verificationOpened: true,
	verificationReminder: true,
	verificationOverdue: true,
	verificationReceived: false,
	verificationPassed: true,
	verificationFailed: true,
	redLineRecorded: true,
	redLineWithdrawn: true,
} as const satisfies Record<string, boolean>;
export type PartnerNews = keyof typeof mailed;

/** What the platform's people hear of. */
export type StaffNews =
	| "exitReplied"
	| "exitRequestedForLead"
	| "exitTakenBackForLead"
	| "exitDecidedForOpener"
	| "probationReported"
	| "verificationSubmitted";

type Params = Record<string, string | number>;
export type News<Kind extends string> = {
	kind: Kind;
	/** Whose news it is and which: one change is told once. */
	key: string;
	params: Params;
	href?: string;
};

const draftOf = (news: News<string>, href: string) => ({
	key: `${news.kind}:${news.key}`,
	kind: news.kind,
	params: news.params,
	href: news.href ?? href,
});

async function composeMails(news: News<PartnerNews>, members: readonly Recipient[]): Promise<Mail[]> {
	const { kind } = news;
	if (!mailed[kind]) return [];
	const { key, params: values, href } = draftOf(news, routes.partner.partnership());
	return Promise.all(members.map((member) => composeMail(member, { key, kind, values, href })));
}

/** Notifies a partner's people, by mail too where it matters, inside the change's transaction. */
export async function tellPartner(tx: Tx, organisationId: string, news: News<PartnerNews>): Promise<void> {
	const members = await tx.user.findMany({
		where: { status: "ACTIVE", memberships: { some: { organisationId } } },
		select: { id: true, email: true, name: true, locale: true },
	});
	await notifyUsers(
		tx,
		members.map((member) => member.id),
		draftOf(news, routes.partner.partnership()),
	);
	for (const mail of await composeMails(news, members)) await enqueueMail(tx, mail);
}

/** The same in a raw transaction. */
export async function tellPartnerRaw(
	client: PoolClient,
	organisationId: string,
	news: News<PartnerNews>,
): Promise<void> {
	const { rows: members } = await client.query<Recipient>(
		`SELECT u.id, u.email, u.name, u.locale FROM users u JOIN memberships m ON m.user_id = u.id
		  WHERE m.organisation_id = $1 AND u.status = 'ACTIVE'`,
		[organisationId],
	);
	await notifyUsersRaw(
		client,
		members.map((member) => member.id),
		draftOf(news, routes.partner.partnership()),
	);
	await enqueueMailsRaw(client, await composeMails(news, members));
}

/** Notifies every lead of the platform: whoever of them may act. */
export async function tellLeads(tx: Tx, news: News<StaffNews> & { href: string }): Promise<void> {
	const leads = await tx.membership.findMany({
		where: { role: "ops_lead", user: { status: "ACTIVE" } },
		select: { userId: true },
	});
	await notifyUsers(
		tx,
		leads.map((lead) => lead.userId),
		draftOf(news, news.href),
	);
}

/** Notifies one person of the platform, in a raw transaction. */
export function tellPersonRaw(
	client: PoolClient,
	userId: string,
	news: News<StaffNews> & { href: string },
): Promise<void> {
	return notifyUsersRaw(client, [userId], draftOf(news, news.href));
}
