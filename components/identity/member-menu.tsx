"use client";

import { Ellipsis, UserCog, UserMinus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import {
	DropdownMenu,
	DropdownMenuContent,
	DropdownMenuItem,
	DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { removeFromOrganisation } from "@/lib/domains/identity/actions/members";
import type { Role } from "@/lib/platform/access/permissions";
import { ChangeRoleDialog } from "./change-role-dialog";

export type MemberMenuProps = {
	member: { membershipId: string; name: string; role: Role };
	roles: readonly Role[];
	isLastKeyHolder: boolean;
};

export function MemberMenu({ member, roles, isLastKeyHolder }: MemberMenuProps) {
	const t = useTranslations("identity.members");
	const run = useActionButton();
	const [open, setOpen] = useState<"role" | "remove" | null>(null);
	return (
		<>
			<DropdownMenu>
				<DropdownMenuTrigger asChild>
					<Button variant="ghost" size="icon-sm" aria-label={t("menu", { name: member.name })}>
						<Ellipsis aria-hidden="true" />
					</Button>
				</DropdownMenuTrigger>
				<DropdownMenuContent align="end">
					{roles.length > 1 && (
						<DropdownMenuItem disabled={isLastKeyHolder} onSelect={() => setOpen("role")}>
							<UserCog aria-hidden="true" />
							{t("changeRole")}
						</DropdownMenuItem>
					)}
					<DropdownMenuItem disabled={isLastKeyHolder} onSelect={() => setOpen("remove")}>
						<UserMinus aria-hidden="true" />
						{t("remove")}
					</DropdownMenuItem>
				</DropdownMenuContent>
			</DropdownMenu>
			<ChangeRoleDialog
				member={member}
				roles={roles}
				open={open === "role"}
				onOpenChange={(next) => setOpen(next ? "role" : null)}
			/>
			<ConfirmDialog
				open={open === "remove"}
				onOpenChange={(next) => setOpen(next ? "remove" : null)}
				tone="danger"
				title={t("removeTitle", { name: member.name })}
				description={t("removeDescription")}
				confirmLabel={t("remove")}
				onConfirm={async () => {
					await run(removeFromOrganisation({ id: member.membershipId }), t("removed"));
				}}
			/>
		</>
	);
}
