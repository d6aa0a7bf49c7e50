"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { invite } from "@/lib/domains/identity/actions/members";
import { inviteSchema } from "@/lib/domains/identity/schema";
import type { Role } from "@/lib/platform/access/permissions";
import { RoleChoice } from "./role-choice";

export function InviteDialog({ roles }: { roles: readonly Role[] }) {
	const t = useTranslations("identity.members");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button>
					<UserPlus aria-hidden="true" />
					{t("invite")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("inviteTitle")} description={t("inviteDescription")}>
				<InviteForm roles={roles} onDone={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function InviteForm({ roles, onDone }: { roles: readonly Role[]; onDone: () => void }) {
	const t = useTranslations("identity");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: inviteSchema,
		// The least of what the organisation can give, so that nobody becomes an owner by pressing Enter.
		defaults: { email: "", role: roles.includes("partner_member") ? "partner_member" : roles[0] },
		action: invite,
		onDone: (_value, input) => {
			toast.success(t("members.invited", { email: input.email.trim() }));
			onDone();
		},
	});
	return (
		<form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("fields.email")} error={errorOf("email")} required>
				<Input {...form.register("email")} type="email" autoComplete="off" inputMode="email" />
			</Field>
			{roles.length > 1 && (
				<FieldGroup legend={t("members.role")} error={errorOf("role")} required>
					<RoleChoice
						roles={roles}
						value={form.watch("role")}
						onValueChange={(role) => form.setValue("role", role, { shouldValidate: true })}
					/>
				</FieldGroup>
			)}
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("members.inviteSubmit")}
				</Button>
			</DialogActions>
		</form>
	);
}
