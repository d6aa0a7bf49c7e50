/** Who may do what: one table, read by actions, pages, buttons and the access-matrix test. Roles are those of domain.md §2. */
export const roles = [
	"partner_owner",
	"partner_member",
	"brand_manager",
	"ops_reviewer",
	"ops_lead",
	"auditor",
	"admin",
] as const;
export type Role = (typeof roles)[number];

export type Workspace = "partner" | "brand" | "platform";

const partnerStaff = ["partner_owner", "partner_member"] as const;
const platformStaff = ["ops_reviewer", "ops_lead", "auditor", "admin"] as const;

type Grant = { workspace: Workspace | "any"; roles: readonly Role[] };

export const permissions = {
	"account.own": { workspace: "any", roles },
	"organisation.view-members": { workspace: "any", roles },
	"organisation.manage-members": { workspace: "any", roles: ["partner_owner", "brand_manager", "admin"] },
	"application.edit": { workspace: "partner", roles: partnerStaff },
	"application.read": { workspace: "platform", roles: platformStaff },
	"application.review": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"application.assign": { workspace: "platform", roles: ["ops_lead"] },
	"appeal.decide": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"deposit.check": { workspace: "platform", roles: ["ops_lead"] },
	"standards.read": { workspace: "platform", roles: platformStaff },
	"standards.manage": { workspace: "platform", roles: ["ops_lead"] },
	"calendar.read": { workspace: "platform", roles: platformStaff },
	"calendar.manage": { workspace: "platform", roles: ["ops_lead", "admin"] },
	"partnership.own": { workspace: "partner", roles: partnerStaff },
	"partnership.leave": { workspace: "partner", roles: ["partner_owner"] },
	"partnership.read": { workspace: "platform", roles: platformStaff },
	"verification.review": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"certificate.read": { workspace: "platform", roles: platformStaff },
	"certificate.manage": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"exam.own": { workspace: "partner", roles: partnerStaff },
	"exam.book": { workspace: "partner", roles: ["partner_owner"] },
	"exam.read": { workspace: "platform", roles: platformStaff },
	"exam.write": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"exam.review": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"exam-policy.manage": { workspace: "platform", roles: ["ops_lead"] },
	"exam.score": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"red-line.manage": { workspace: "platform", roles: ["ops_lead"] },
	"exit.manage": { workspace: "platform", roles: ["ops_lead"] },
	"partner.read-own": { workspace: "partner", roles: partnerStaff },
	"partner.read": { workspace: "platform", roles: platformStaff },
	"ranking.choose": { workspace: "partner", roles: ["partner_owner"] },
	"binding.manage": { workspace: "platform", roles: ["ops_lead", "ops_reviewer"] },
	"binding.correct": { workspace: "platform", roles: ["ops_lead"] },
	"binding.propose": { workspace: "partner", roles: partnerStaff },
	"binding.brand": { workspace: "brand", roles: ["brand_manager"] },
	"proof.run": { workspace: "platform", roles: ["ops_lead", "ops_reviewer", "admin"] },
	"gmv.read": { workspace: "platform", roles: platformStaff },
	"import.read": { workspace: "platform", roles: platformStaff },
	"evaluation.run": { workspace: "platform", roles: ["ops_lead"] },
	"evaluation.read": { workspace: "platform", roles: platformStaff },
	"tier-appeal.file": { workspace: "partner", roles: ["partner_owner"] },
	"tier-appeal.decide": { workspace: "platform", roles: ["ops_lead"] },
	"tier-override.manage": { workspace: "platform", roles: ["ops_lead"] },
	"evaluation.review": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"tier-policy.read": { workspace: "platform", roles: platformStaff },
	"tier-policy.manage": { workspace: "platform", roles: ["ops_lead"] },
	"pool.read": { workspace: "platform", roles: platformStaff },
	"pool.manage": { workspace: "platform", roles: ["ops_lead"] },
	"pool.read-own": { workspace: "partner", roles: partnerStaff },
	"fund.apply": { workspace: "partner", roles: ["partner_owner"] },
	"fund.read-own": { workspace: "partner", roles: partnerStaff },
	"fund.read": { workspace: "platform", roles: platformStaff },
	"fund.work": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"fund.decide": { workspace: "platform", roles: ["ops_lead"] },
	"benefit.read": { workspace: "platform", roles: platformStaff },
	"benefit.manage": { workspace: "platform", roles: ["ops_lead"] },
	"benefit.decide": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"benefit.claw-back": { workspace: "platform", roles: ["ops_lead"] },
	"benefit.own": { workspace: "any", roles: [...partnerStaff, "brand_manager"] },
	"programme.read": { workspace: "platform", roles: platformStaff },
	"playbook.read": { workspace: "any", roles: ["brand_manager", ...partnerStaff, ...platformStaff] },
	"playbook.work": {
		workspace: "any",
		roles: ["brand_manager", ...partnerStaff, "ops_reviewer", "ops_lead"],
	},
	"playbook.serve": { workspace: "partner", roles: partnerStaff },
	"playbook.portfolio": { workspace: "platform", roles: platformStaff },
	"playbook.manage": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"playbook.template": { workspace: "platform", roles: ["ops_lead"] },
	"step-policy.manage": { workspace: "platform", roles: ["ops_lead"] },
	"trust-policy.read": { workspace: "platform", roles: platformStaff },
	"trust-policy.manage": { workspace: "platform", roles: ["ops_lead"] },
	"trust-card.own": { workspace: "brand", roles: ["brand_manager"] },
	"trust-card.read": { workspace: "platform", roles: platformStaff },
	"trust-card.suspend": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"trust-claim.own": { workspace: "brand", roles: ["brand_manager"] },
	"trust-claim.read": { workspace: "platform", roles: platformStaff },
	"trust-claim.work": { workspace: "platform", roles: ["ops_reviewer", "ops_lead"] },
	"trust-claim.recall": { workspace: "platform", roles: ["ops_lead"] },
	"trust-score.read": { workspace: "platform", roles: platformStaff },
	"trust-score.read-own": { workspace: "brand", roles: ["brand_manager"] },
	"trust-account.manage": { workspace: "platform", roles: ["ops_lead"] },
	"brand.read-own": { workspace: "brand", roles: ["brand_manager"] },
	"import.manage": { workspace: "platform", roles: ["ops_lead", "ops_reviewer", "admin"] },
	"api-key.manage": { workspace: "platform", roles: ["admin", "ops_lead"] },
	"user.manage": { workspace: "platform", roles: ["admin"] },
	"mail.read": { workspace: "platform", roles: ["admin"] },
	"decision.read": { workspace: "platform", roles: ["auditor", "ops_lead", "admin"] },
	"audit.read": { workspace: "platform", roles: ["auditor", "ops_lead", "admin"] },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof permissions;
export type WorkspaceOf<P extends Permission> = (typeof permissions)[P]["workspace"];

export function can(role: Role, permission: Permission): boolean {
	return (permissions[permission].roles as readonly Role[]).includes(role);
}

export function workspaceOf(role: Role): Workspace {
	if (role === "partner_owner" || role === "partner_member") return "partner";
	if (role === "brand_manager") return "brand";
	return "platform";
}
