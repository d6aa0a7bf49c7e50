import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { composeMail } from "@/lib/platform/mail/compose";
import { enqueueMail } from "@/lib/platform/mail/outbox";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { Day } from "@/lib/platform/time";

type ProposalNews = { key: string; proposerId: string; by: string; effectiveOn: Day };

/** Tells every other lead that a proposal waits for one of them. */
export async function tellLeadsOfProposal(
	tx: Tx,
	{ key, proposerId, by, effectiveOn }: ProposalNews,
): Promise<void> {
	const leads = await tx.membership.findMany({
		where: { role: "ops_lead", userId: { not: proposerId }, user: { status: "ACTIVE" } },
		select: { userId: true },
	});
	await notifyUsers(
		tx,
		leads.map((lead) => lead.userId),
		{
			key: `tierPolicyProposed:${key}`,
			kind: "tierPolicyProposed",
			params: { by, effectiveOn },
			href: routes.ops.tierPolicyDraft(),
		},
	);
}

/** Tells the owners of every partner that has not left, by mail too; answers how many they are. */
export async function tellOwnersOfPolicy(
	tx: Tx,
	{ version, effectiveOn }: { version: number; effectiveOn: Day },
): Promise<number> {
	const owners = await tx.membership.findMany({
		where: {
			role: "partner_owner",
			user: { status: "ACTIVE" },
			organisation: { partners: { some: { status: { not: "EXITED" } } } },
		},
		distinct: ["userId"],
		select: { user: { select: { id: true, email: true, name: true, locale: true } } },
	});
	const news = { key: `tierPolicyPublished:${version}`, kind: "tierPolicyPublished", href: routes.notices() };
	const values = { version, effectiveOn };
	await notifyUsers(
		tx,
		owners.map((owner) => owner.user.id),
		{ ...news, params: values },
	);
	for (const { user } of owners) await enqueueMail(tx, await composeMail(user, { ...news, values }));
	return owners.length;
}
