import type { ReactNode } from "react";
import { ClientMessages } from "@/components/shell/client-messages";
import type { NavigationSection } from "@/components/shell/navigation";
import { navigationIcons } from "@/components/shell/navigation-icons";
import { WorkspaceShell } from "@/components/shell/workspace-shell";
import { signOut } from "@/lib/domains/identity/actions/account";
import { switchOrganisation } from "@/lib/domains/identity/actions/sessions";
import { navigationOf } from "@/lib/domains/identity/policy/navigation";
import { type Role, type Workspace, workspaceOf } from "@/lib/platform/access/permissions";
import { getTranslations } from "@/lib/platform/i18n/server";
import type { Preferences } from "@/lib/platform/preferences/preferences";
import { routes } from "@/lib/platform/routes/routes";

export type FrameSession = {
	user: { name: string; email: string };
	organisation: { id: string };
	role: Role;
	memberships: readonly { organisationId: string; organisationName: string; role: Role }[];
	unreadCount: number;
};

const homes: Record<Workspace, string> = {
	partner: routes.partner.home(),
	brand: routes.brand.home(),
	platform: routes.ops.home(),
};

/** The workspace around a page: the person's navigation, organisations and account in the house's shell. */
export async function WorkspaceFrame({
	session,
	preferences,
	children,
}: {
	session: FrameSession;
	preferences: Preferences;
	children: ReactNode;
}) {
	const t = await getTranslations("shell");
	const workspace = workspaceOf(session.role);
	const navigation: NavigationSection[] = navigationOf(session.role).map((group) => ({
		label: group.label ? t(`groups.${group.label}`) : undefined,
		items: group.entries.map(({ href, name }) => {
			const Icon = navigationIcons[name];
			return { href, icon: <Icon aria-hidden="true" className="size-4.5" />, label: t(`items.${name}`) };
		}),
	}));
	return (
		<WorkspaceShell
			workspace={{ label: t(`workspaces.${workspace}`), href: homes[workspace] }}
			navigation={navigation}
			user={{ name: session.user.name, email: session.user.email }}
			organisations={session.memberships.map((membership) => ({
				id: membership.organisationId,
				name: membership.organisationName,
				roleLabel: t(`roles.${membership.role}`),
			}))}
			currentOrganisationId={session.organisation.id}
			unreadCount={session.unreadCount}
			theme={preferences.theme}
			foldedAtFirst={preferences.navigation === "folded"}
			switchOrganisation={switchOrganisation}
			signOut={signOut}
		>
			<ClientMessages namespaces={["errors"]}>{children}</ClientMessages>
		</WorkspaceShell>
	);
}
