import type { AppealInvolvement, JudgeObjection } from "@/lib/domains/tiers/types/appeals";
import { can, type Role } from "@/lib/platform/access/permissions";

/** Why somebody may not decide a tier appeal; null where they may. It is decided by somebody else (domain.md §3.1). */
export function objectionToDecidingAppeal(role: Role, involvement: AppealInvolvement): JudgeObjection | null {
	if (!can(role, "tier-appeal.decide")) return "APPEAL_LEAD_ONLY";
	if (involvement.hasConflict) return "CONFLICT_OF_INTEREST";
	if (involvement.startedRun) return "APPEAL_OF_OWN_RUN";
	if (involvement.openedNotice) return "APPEAL_OF_OWN_NOTICE";
	return involvement.hadOverride ? "APPEAL_OF_OWN_OVERRIDE" : null;
}
