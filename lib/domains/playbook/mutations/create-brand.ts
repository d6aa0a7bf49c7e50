import "server-only";
import { invitationDays } from "@/lib/domains/identity/constants";
import { mailInvitation } from "@/lib/domains/identity/mutations/mails";
import { hoursFromNow, newToken } from "@/lib/domains/identity/mutations/tokens";
import { takeShops } from "@/lib/domains/playbook/mutations/shops";
import { startPlaybook } from "@/lib/domains/playbook/mutations/start-playbook";
import type { NewBrand } from "@/lib/domains/playbook/schema";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { hashToken } from "@/lib/platform/session/session-row";
import { businessDayOf } from "@/lib/platform/time";

type Created = Outcome<{ brandId: string }>;

/** Who may be in charge of a brand: a reviewer or a lead of the platform. */
export async function findManager(tx: Tx, userId: string): Promise<{ id: string; name: string } | null> {
	const found = await tx.membership.findFirst({
		where: { userId, role: { in: ["ops_reviewer", "ops_lead"] }, user: { status: "ACTIVE" } },
		select: { user: { select: { id: true, name: true } } },
	});
	return found?.user ?? null;
}

async function invite(
	tx: Tx,
	scope: PlatformScope,
	organisationId: string,
	input: NewBrand,
): Promise<string> {
	const token = newToken();
	const id = newId("inv");
	await tx.invitation.create({
		data: {
			...{ id, organisationId, email: input.email, role: "brand_manager", tokenHash: hashToken(token) },
			...{ invitedById: scope.userId, expiresAt: hoursFromNow(invitationDays * 24) },
		},
	});
	const known = await tx.user.findUnique({ where: { email: input.email }, select: { locale: true } });
	await mailInvitation(
		tx,
		{ email: input.email, locale: known?.locale ?? "zh-CN" },
		{ id, token, organisationName: input.name, invitedBy: scope.userName },
	);
	return id;
}

/**
 * Opens a brand: its organisation, its shops, its manager at the platform, the playbook of the current template from
 * today on, and the invitation of its first person.
 */
export function inviteBrand(scope: PlatformScope, input: NewBrand & { now: Date }): Promise<Created> {
	return inOutcomeTransaction((tx) => createBrand(tx, scope, input));
}

/** The same inside a caller's transaction, which ends with nothing done where this refuses. */
export async function createBrand(
	tx: Tx,
	scope: PlatformScope,
	input: NewBrand & { now: Date },
): Promise<Created> {
	const { name, kind, category, managerId, now } = input;
	await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`brand:${name}`}))`;
	if (await tx.brand.findFirst({ where: { name }, select: { id: true } }))
		return refuse("PLAYBOOK_BRAND_EXISTS");
	if (managerId && !(await findManager(tx, managerId))) return refuse("PLAYBOOK_MANAGER_UNFIT");
	const organisationId = newId("org");
	const brandId = newId("brd");
	await tx.organisation.create({ data: { id: organisationId, kind: "BRAND", name } });
	await tx.brand.create({
		data: { id: brandId, organisationId, name, kind, category, managerId: managerId || null },
	});
	const shops = await takeShops(tx, brandId, input.shops);
	if (!shops.ok) return shops;
	await startPlaybook(tx, brandId, businessDayOf(now));
	const invitationId = await invite(tx, scope, organisationId, input);
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: "brand.invite",
		...{ subjectType: "brand", subjectId: brandId, organisationId },
		after: { name, kind, category, shops: input.shops, managerId: managerId || null, invitationId },
	});
	return { ok: true, brandId };
}
