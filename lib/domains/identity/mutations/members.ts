import "server-only";
import type { Role } from "@/lib/platform/access/permissions";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inTransaction, type Tx } from "@/lib/platform/db/client";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { Scope } from "@/lib/platform/session/scope";
import { keyRoleOf, kindOfWorkspace, rolesGivenBy } from "../policy/membership";
import { keepsKeyRole } from "./key-role";

type MemberRefusal = "LAST_OWNER" | "ROLE_DOES_NOT_FIT" | "CHANGED_MEANWHILE";

async function findMember(tx: Tx, scope: Scope, membershipId: string) {
	const member = await tx.membership.findFirst({
		where: { id: membershipId, organisationId: scope.organisationId },
	});
	if (!member) throw new AppError("NOT_FOUND");
	return member;
}

/** What somebody may do changed: sessions opened before stop being valid (engineering.md §6). */
function endSessionsOf(tx: Tx, userId: string) {
	return tx.user.update({ where: { id: userId }, data: { roleVersion: { increment: 1 } } });
}

/** Gives a member of the scope's organisation another role. The person signs in again to use it. */
export async function changeRole(
	scope: Scope,
	input: { membershipId: string; from: Role; to: Role },
): Promise<Outcome<object, MemberRefusal>> {
	const kind = kindOfWorkspace(scope.workspace);
	if (!rolesGivenBy(kind).includes(input.to)) return refuse("ROLE_DOES_NOT_FIT");
	return inTransaction(async (tx) => {
		const member = await findMember(tx, scope, input.membershipId);
		const losesKeyRole = member.role === keyRoleOf(kind) && input.to !== member.role;
		if (losesKeyRole && !(await keepsKeyRole(tx, { id: scope.organisationId, kind }, member.userId))) {
			return refuse("LAST_OWNER");
		}
		const { count } = await tx.membership.updateMany({
			where: { id: member.id, organisationId: scope.organisationId, role: input.from },
			data: { role: input.to },
		});
		if (count !== 1) return refuse("CHANGED_MEANWHILE");
		await endSessionsOf(tx, member.userId);
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "member.change-role",
			subjectType: "user",
			subjectId: member.userId,
			before: { role: input.from },
			after: { role: input.to },
		});
		return { ok: true };
	});
}

/** Takes a person out of the scope's organisation; their account stays. */
export async function removeMember(
	scope: Scope,
	membershipId: string,
): Promise<Outcome<object, MemberRefusal>> {
	const kind = kindOfWorkspace(scope.workspace);
	return inTransaction(async (tx) => {
		const member = await findMember(tx, scope, membershipId);
		const isKey = member.role === keyRoleOf(kind);
		if (isKey && !(await keepsKeyRole(tx, { id: scope.organisationId, kind }, member.userId))) {
			return refuse("LAST_OWNER");
		}
		const { count } = await tx.membership.deleteMany({
			where: { id: member.id, organisationId: scope.organisationId, role: member.role },
		});
		if (count !== 1) return refuse("CHANGED_MEANWHILE");
		await endSessionsOf(tx, member.userId);
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "member.remove",
			subjectType: "user",
			subjectId: member.userId,
			before: { role: member.role, organisationId: scope.organisationId },
		});
		return { ok: true };
	});
}
