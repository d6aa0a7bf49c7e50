"use client";

import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { ratePassword } from "@/lib/domains/identity/rules/check-password";

const steps = [1, 2, 3, 4] as const;
const tones = ["bg-danger", "bg-warning", "bg-warning", "bg-success", "bg-success"] as const;

/** Four steps of a rising wind; the word beside them says the same. */
export function PasswordStrength({ password, personal }: { password: string; personal?: readonly string[] }) {
	const t = useTranslations("identity.password");
	if (password === "") return null;
	const level = ratePassword(password, personal);
	return (
		<div className="mt-2 flex items-center gap-3">
			<div aria-hidden="true" className="flex grow gap-1">
				{steps.map((step) => (
					<span
						key={step}
						className={cn("h-1 grow rounded-full", step <= Math.max(level, 1) ? tones[level] : "bg-line")}
					/>
				))}
			</div>
			<p aria-live="polite" className="text-ink-faint text-xs">
				<span className="sr-only">{t("strength")}: </span>
				{t(`level.${level}`)}
			</p>
		</div>
	);
}
