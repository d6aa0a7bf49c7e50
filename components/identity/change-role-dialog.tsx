"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { changeMemberRole } from "@/lib/domains/identity/actions/members";
import type { Role } from "@/lib/platform/access/permissions";
import { RoleChoice } from "./role-choice";

export type ChangeRoleDialogProps = {
	member: { membershipId: string; name: string; role: Role };
	roles: readonly Role[];
	open: boolean;
	onOpenChange: (open: boolean) => void;
};

export function ChangeRoleDialog({ member, roles, open, onOpenChange }: ChangeRoleDialogProps) {
	const t = useTranslations("identity.members");
	const run = useActionButton();
	const [role, setRole] = useState<Role>(member.role);
	const [pending, startTransition] = useTransition();
	function change() {
		startTransition(async () => {
			const { membershipId, role: from } = member;
			const isDone = await run(changeMemberRole({ membershipId, from, to: role }), t("roleChanged"));
			if (isDone) onOpenChange(false);
		});
	}
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogContent title={t("roleTitle", { name: member.name })} description={t("roleDescription")}>
				<RoleChoice roles={roles} value={role} onValueChange={setRole} />
				<DialogActions>
					<Button disabled={role === member.role} pending={pending} onClick={change}>
						{t("roleSubmit")}
					</Button>
				</DialogActions>
			</DialogContent>
		</Dialog>
	);
}
