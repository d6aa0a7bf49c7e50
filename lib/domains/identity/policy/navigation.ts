import {
	can,
	type Permission,
	type Role,
	type Workspace,
	workspaceOf,
} from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";

type Entry = {
	/** Message key under `shell.items`, and name of an icon in `components/shell/navigation-icons`. */
	name:
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
		| "decisions"
		| "certificates"
		| "exams"
		| "practicals"
		| "redLines"
		| "pools"
		| "benefits"
		| "fund"
		| "target"
		| "playbook"
		| "brands"
		| "stepPolicy"
		| "trustPolicies"
		| "trustCards"
		| "trustClaims"
		| "trustScores"
		| "trustRepurchase"
		| "trustAccounts"
		| "trustStress"
		| "brandRequests"
		| "brandRecord";
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
				{ name: "home", href: routes.partner.home(), permission: "partner.read-own" },
				{ name: "tier", href: routes.partner.tier(), permission: "partner.read-own" },
				{ name: "shops", href: routes.partner.shops(), permission: "partner.read-own" },
				{ name: "brands", href: routes.partner.brands(), permission: "playbook.serve" },
				{ name: "brandRecord", href: routes.partner.brandRecord(), permission: "playbook.serve" },
				{ name: "exams", href: routes.partner.exams(), permission: "exam.own" },
				{ name: "gmv", href: routes.partner.gmv(), permission: "partner.read-own" },
				{ name: "target", href: routes.partner.programme(), permission: "partner.read-own" },
				{ name: "benefits", href: routes.partner.benefits(), permission: "benefit.own" },
				{ name: "pools", href: routes.partner.pools(), permission: "pool.read-own" },
				{ name: "fund", href: routes.partner.fund(), permission: "fund.read-own" },
			],
		},
		{
			label: "organisation",
			entries: [
				{
					name: "application",
					href: routes.partner.application(),
					permission: "application.edit",
				},
				{
					name: "partnership",
					href: routes.partner.partnership(),
					permission: "partnership.own",
				},
				{
					name: "members",
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
				{ name: "home", href: routes.brand.home(), permission: "brand.read-own" },
				{ name: "playbook", href: routes.brand.playbook(), permission: "brand.read-own" },
				{ name: "shops", href: routes.brand.shops(), permission: "binding.brand" },
				{ name: "trustCards", href: routes.brand.trustCards(), permission: "trust-card.own" },
				{ name: "trustClaims", href: routes.brand.trustClaims(), permission: "trust-claim.own" },
				{ name: "trustScores", href: routes.brand.trustScorecard(), permission: "trust-score.read-own" },
				{ name: "trustRepurchase", href: routes.brand.trustRepurchase(), permission: "trust-score.read-own" },
				{ name: "trustStress", href: routes.brand.trustStress(), permission: "brand.read-own" },
				{ name: "benefits", href: routes.brand.benefits(), permission: "benefit.own" },
				{
					name: "members",
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
				{ name: "home", href: routes.ops.home(), permission: "partner.read" },
				{
					name: "applications",
					href: routes.ops.applications(),
					permission: "application.read",
				},
				{
					name: "appeals",
					href: routes.ops.appeals(),
					permission: "application.read",
				},
				{
					name: "deposits",
					href: routes.ops.deposits(),
					permission: "application.read",
				},
				{ name: "partners", href: routes.ops.partners(), permission: "partner.read" },
				{ name: "brands", href: routes.ops.brands(), permission: "playbook.portfolio" },
				{ name: "brandRequests", href: routes.ops.brandRequests(), permission: "playbook.portfolio" },
				{
					name: "verifications",
					href: routes.ops.verifications(),
					permission: "partnership.read",
				},
				{ name: "certificates", href: routes.ops.certificates(), permission: "certificate.read" },
				{ name: "exams", href: routes.ops.exams(), permission: "exam.read" },
				{ name: "practicals", href: routes.ops.practicals(), permission: "exam.score" },
				{ name: "redLines", href: routes.ops.redLines(), permission: "partnership.read" },
				{
					name: "probations",
					href: routes.ops.probations(),
					permission: "partnership.read",
				},
				{
					name: "exits",
					href: routes.ops.exits(),
					permission: "partnership.read",
				},
			],
		},
		{
			label: "programme",
			entries: [
				{ name: "programme", href: routes.ops.programme(), permission: "programme.read" },
				{ name: "benefits", href: routes.ops.benefits(), permission: "benefit.read" },
				{ name: "pools", href: routes.ops.pools(), permission: "pool.read" },
				{ name: "fund", href: routes.ops.fund(), permission: "fund.read" },
				{
					name: "evaluations",
					href: routes.ops.evaluations(),
					permission: "evaluation.read",
				},
				{ name: "stepPolicy", href: routes.ops.stepPolicy(), permission: "playbook.portfolio" },
				{ name: "trustCards", href: routes.ops.trustCards(), permission: "trust-card.read" },
				{ name: "trustClaims", href: routes.ops.trustClaims(), permission: "trust-claim.read" },
				{ name: "trustScores", href: routes.ops.trustScores(), permission: "trust-score.read" },
				{ name: "trustRepurchase", href: routes.ops.trustRepurchase(), permission: "trust-score.read" },
				{ name: "trustAccounts", href: routes.ops.trustAccounts(), permission: "trust-claim.read" },
				{ name: "trustPolicies", href: routes.ops.trustPolicies(), permission: "trust-policy.read" },
				{ name: "gmv", href: routes.ops.gmv(), permission: "gmv.read" },
				{ name: "imports", href: routes.ops.imports(), permission: "import.read" },
				{ name: "apiKeys", href: routes.ops.apiKeys(), permission: "api-key.manage" },
			],
		},
		{
			label: "platform",
			entries: [
				{
					name: "members",
					href: routes.ops.members(),
					permission: "organisation.view-members",
				},
				{
					name: "standards",
					href: routes.ops.standards(),
					permission: "standards.read",
				},
				{ name: "calendar", href: routes.ops.calendar(), permission: "calendar.read" },
				{ name: "users", href: routes.ops.users(), permission: "user.manage" },
				{ name: "mail", href: routes.ops.mail(), permission: "mail.read" },
				{
					name: "decisions",
					href: routes.ops.decisions(),
					permission: "decision.read",
				},
				{ name: "audit", href: routes.ops.audit(), permission: "audit.read" },
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
