import "server-only";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inTransaction } from "@/lib/platform/db/client";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { keepsKeyRole } from "./key-role";

type UserRefusal = "CANNOT_DEACTIVATE_SELF" | "LAST_OWNER" | "CHANGED_MEANWHILE";

/** Closes an account at once: its sessions fail on their next request. The platform keeps an active administrator. */
export async function deactivateUser(
	scope: PlatformScope,
	input: { id: string; reason: string },
): Promise<Outcome<object, UserRefusal>> {
	if (input.id === scope.userId) return refuse("CANNOT_DEACTIVATE_SELF");
	return inTransaction(async (tx) => {
		const user = await tx.user.findUnique({ where: { id: input.id }, include: { memberships: true } });
		if (!user) throw new AppError("NOT_FOUND");
		for (const membership of user.memberships.filter(({ role }) => role === "admin")) {
			const organisation = { id: membership.organisationId, kind: "PLATFORM" as const };
			if (!(await keepsKeyRole(tx, organisation, user.id))) return refuse("LAST_OWNER");
		}
		const { count } = await tx.user.updateMany({
			where: { id: user.id, status: "ACTIVE" },
			data: { status: "DEACTIVATED", roleVersion: { increment: 1 } },
		});
		if (count !== 1) return refuse("CHANGED_MEANWHILE");
		await tx.session.updateMany({
			where: { userId: user.id, revokedAt: null },
			data: { revokedAt: new Date() },
		});
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "user.deactivate",
			subjectType: "user",
			subjectId: user.id,
			before: { status: "ACTIVE" },
			after: { status: "DEACTIVATED" },
			reason: input.reason,
		});
		return { ok: true };
	});
}

/** Opens a closed account again; the person signs in anew. */
export async function reactivateUser(
	scope: PlatformScope,
	id: string,
): Promise<Outcome<object, UserRefusal>> {
	return inTransaction(async (tx) => {
		if (!(await tx.user.findUnique({ where: { id }, select: { id: true } }))) throw new AppError("NOT_FOUND");
		const { count } = await tx.user.updateMany({
			where: { id, status: "DEACTIVATED" },
			data: { status: "ACTIVE", roleVersion: { increment: 1 } },
		});
		if (count !== 1) return refuse("CHANGED_MEANWHILE");
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "user.reactivate",
			subjectType: "user",
			subjectId: id,
			before: { status: "DEACTIVATED" },
			after: { status: "ACTIVE" },
		});
		return { ok: true };
	});
}
