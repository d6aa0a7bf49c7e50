import "server-only";
import type { Tx } from "@/lib/platform/db/client";
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

/** Tells the owners of every partner that has not left; answers how many they are. */
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
		select: { userId: true },
	});
	await notifyUsers(
		tx,
		owners.map((owner) => owner.userId),
		{
			key: `tierPolicyPublished:${version}`,
			kind: "tierPolicyPublished",
			params: { version, effectiveOn },
			href: routes.notices(),
		},
	);
	return owners.length;
}
