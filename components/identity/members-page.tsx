import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardHeader } from "@/components/ui/card";
import { keyRoleOf, kindOfWorkspace, rolesGivenBy } from "@/lib/domains/identity/policy/membership";
import type { Member, OpenInvitation } from "@/lib/domains/identity/types";
import { can, type Role, type Workspace } from "@/lib/platform/access/permissions";
import { getTranslations } from "@/lib/platform/i18n/server";
import { InvitationsTable } from "./invitations-table";
import { InviteDialog } from "./invite-dialog";
import { MembersTable } from "./members-table";

export type MembersPageProps = {
	scope: { userId: string; role: Role; workspace: Workspace };
	members: readonly Member[];
	invitations: readonly OpenInvitation[];
};

/** The people of one organisation: the same page in all three workspaces. */
export async function MembersPage({ scope, members, invitations }: MembersPageProps) {
	const t = await getTranslations("identity");
	const kind = kindOfWorkspace(scope.workspace);
	const roles = rolesGivenBy(kind);
	const mayManage = can(scope.role, "organisation.manage-members");
	const keyHolders = members.filter((member) => member.isActive && member.role === keyRoleOf(kind));
	return (
		<ClientMessages namespaces={["identity", "errors"]}>
			<PageHeader
				title={t("members.title")}
				description={t("members.description")}
				actions={mayManage && <InviteDialog roles={roles} />}
			/>
			<Card>
				<MembersTable
					members={members}
					roles={roles}
					currentUserId={scope.userId}
					mayManage={mayManage}
					lastKeyHolderId={keyHolders.length === 1 ? (keyHolders[0]?.userId ?? null) : null}
				/>
			</Card>
			{mayManage && (
				<Card className="mt-6">
					<CardHeader title={t("members.invitations")} />
					<InvitationsTable invitations={invitations} />
				</Card>
			)}
		</ClientMessages>
	);
}
