import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { TrustClaim } from "@/lib/platform/db/generated/client";
import { notifyOrganisation, notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";

type Told = Pick<TrustClaim, "id" | "number" | "organisationId" | "productName" | "version">;

const paramsOf = ({ number, productName }: Told) => ({ number, product: productName });

/** Tells the people of the shop's brand. */
export function tellShop(tx: Tx, claim: Told, kind: string): Promise<void> {
	return notifyOrganisation(tx, claim.organisationId, {
		key: `${kind}:${claim.id}:${claim.version}`,
		kind,
		params: paramsOf(claim),
		href: routes.brand.trustClaim(claim.id),
	});
}

/** Tells those of the platform who may answer an appeal, but for the one who decided. */
export async function tellDeciders(
	tx: Tx,
	claim: Told & Pick<TrustClaim, "decidedById">,
	kind: string,
): Promise<void> {
	const people = await tx.membership.findMany({
		where: {
			role: { in: ["ops_reviewer", "ops_lead"] },
			user: { status: "ACTIVE" },
			...(claim.decidedById && { userId: { not: claim.decidedById } }),
		},
		select: { userId: true },
	});
	await notifyUsers(
		tx,
		people.map(({ userId }) => userId),
		{
			key: `${kind}:${claim.id}:${claim.version}`,
			kind,
			params: paramsOf(claim),
			href: routes.ops.trustClaim(claim.id),
		},
	);
}
