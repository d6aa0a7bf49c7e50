import {
	can,
	type Permission,
	type Role,
	type Workspace,
	workspaceOf,
} from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";

type Entry = {
	/** Message key under `shell.items`. */
	label:
		| "home"
		| "application"
		| "tier"
		| "shops"
		| "members"
		| "programme"
		| "applications"
		| "deposits"
		| "appeals"
		| "partnership"
		| "exits"
		| "probations"
		| "verifications"
		| "partners"
		| "evaluations"
		| "gmv"
		| "imports"
		| "apiKeys"
		| "users"
		| "mail"
		| "standards"
		| "calendar"
		| "audit"
		| "decisions";
	/** Name of an icon in `components/shell/navigation`. */
	icon:
		| "home"
		| "application"
		| "tier"
		| "shops"
		| "members"
		| "programme"
		| "applications"
		| "deposits"
		| "appeals"
		| "partnership"
		| "exits"
		| "probations"
		| "verifications"
		| "partners"
		| "evaluations"
		| "gmv"
		| "imports"
		| "apiKeys"
		| "users"
		| "mail"
		| "standards"
		| "calendar"
		| "audit"
		| "decisions";
	href: string;
	permission: Permission;
};

export type NavigationGroup = {
	/** Message key under `shell.groups`; the first group of a workspace has none. */
	label: "daily" | "programme" | "organisation" | "platform" | null;
	entries: readonly Entry[];
};

const tables: Record<Workspace, readonly NavigationGroup[]> = {
	partner: [
		{
			label: null,
			entries: [
				{ label: "home", icon: "home", href: routes.partner.home(), permission: "partner.read-own" },
				{ label: "tier", icon: "tier", href: routes.partner.tier(), permission: "partner.read-own" },
				{ label: "shops", icon: "shops", href: routes.partner.shops(), permission: "partner.read-own" },
				{ label: "gmv", icon: "gmv", href: routes.partner.gmv(), permission: "partner.read-own" },
			],
		},
		{
			label: "organisation",
			entries: [
				{
					label: "application",
					icon: "application",
					href: routes.partner.application(),
					permission: "application.edit",
				},
				{
					label: "partnership",
					icon: "partnership",
					href: routes.partner.partnership(),
					permission: "partnership.own",
				},
				{
					label: "members",
					icon: "members",
					href: routes.partner.members(),
					permission: "organisation.view-members",
				},
			],
		},
	],
	brand: [
		{
			label: null,
			entries: [
				{ label: "home", icon: "home", href: routes.brand.home(), permission: "brand.read-own" },
				{ label: "shops", icon: "shops", href: routes.brand.shops(), permission: "binding.brand" },
				{
					label: "members",
					icon: "members",
					href: routes.brand.members(),
					permission: "organisation.view-members",
				},
			],
		},
	],
	platform: [
		{
			label: null,
			entries: [
				{ label: "home", icon: "home", href: routes.ops.home(), permission: "partner.read" },
				{
					label: "applications",
					icon: "applications",
					href: routes.ops.applications(),
					permission: "application.read",
				},
				{
					label: "appeals",
					icon: "appeals",
					href: routes.ops.appeals(),
					permission: "application.read",
				},
				{
					label: "deposits",
					icon: "deposits",
					href: routes.ops.deposits(),
					permission: "application.read",
				},
				{ label: "partners", icon: "partners", href: routes.ops.partners(), permission: "partner.read" },
				{
					label: "verifications",
					icon: "verifications",
					href: routes.ops.verifications(),
					permission: "partnership.read",
				},
				{
					label: "probations",
					icon: "probations",
					href: routes.ops.probations(),
					permission: "partnership.read",
				},
				{
					label: "exits",
					icon: "exits",
					href: routes.ops.exits(),
					permission: "partnership.read",
				},
			],
		},
		{
			label: "programme",
			entries: [
				{ label: "programme", icon: "programme", href: routes.ops.programme(), permission: "programme.read" },
				{
					label: "evaluations",
					icon: "evaluations",
					href: routes.ops.evaluations(),
					permission: "evaluation.read",
				},
				{ label: "gmv", icon: "gmv", href: routes.ops.gmv(), permission: "gmv.read" },
				{ label: "imports", icon: "imports", href: routes.ops.imports(), permission: "import.read" },
				{ label: "apiKeys", icon: "apiKeys", href: routes.ops.apiKeys(), permission: "api-key.manage" },
			],
		},
		{
			label: "platform",
			entries: [
				{
					label: "members",
					icon: "members",
					href: routes.ops.members(),
					permission: "organisation.view-members",
				},
				{
					label: "standards",
					icon: "standards",
					href: routes.ops.standards(),
					permission: "standards.read",
				},
				{ label: "calendar", icon: "calendar", href: routes.ops.calendar(), permission: "calendar.read" },
				{ label: "users", icon: "users", href: routes.ops.users(), permission: "user.manage" },
				{ label: "mail", icon: "mail", href: routes.ops.mail(), permission: "mail.read" },
				{
					label: "decisions",
					icon: "decisions",
					href: routes.ops.decisions(),
					permission: "decision.read",
				},
				{ label: "audit", icon: "audit", href: routes.ops.audit(), permission: "audit.read" },
			],
		},
	],
};

/** What a role sees at the side: its workspace's pages, less those it may not open. */
export function navigationOf(role: Role): NavigationGroup[] {
	return tables[workspaceOf(role)]
		.map((group) => ({ ...group, entries: group.entries.filter((entry) => can(role, entry.permission)) }))
		.filter((group) => group.entries.length > 0);
}
