"use client";

import { useTranslations } from "use-intl";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Role } from "@/lib/platform/access/permissions";

export type RoleChoiceProps = {
	roles: readonly Role[];
	value: Role | undefined;
	onValueChange: (role: Role) => void;
};

/** The roles an organisation may give, each with what it is for. */
export function RoleChoice({ roles, value, onValueChange }: RoleChoiceProps) {
	const t = useTranslations("identity");
	const tShell = useTranslations("shell");
	return (
		<RadioGroup
			look="cards"
			aria-label={t("members.role")}
			value={value}
			onValueChange={(next) => {
				const chosen = roles.find((role) => role === next);
				if (chosen) onValueChange(chosen);
			}}
			options={roles.map((role) => ({
				value: role,
				label: tShell(`roles.${role}`),
				hint: t(`roleHints.${role}`),
			}))}
		/>
	);
}
