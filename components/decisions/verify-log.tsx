"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { verifyDecisionLog } from "@/lib/domains/decisions/actions";
import type { LogCheck } from "@/lib/domains/decisions/types";
import { formatCount } from "@/lib/platform/format";
import { describePlace } from "./decision-words";

/** Starts a verification and says what it found, at once and by name. */
export function VerifyLog() {
	const t = useTranslations("decisions");
	const errorText = useErrorText();
	const router = useRouter();
	const [check, setCheck] = useState<LogCheck | null>(null);
	const [error, setError] = useState<string | undefined>();
	const [pending, startTransition] = useTransition();

	function verify(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const head = String(new FormData(event.currentTarget).get("head") ?? "");
		startTransition(async () => {
			const outcome = await verifyDecisionLog({ head });
			setCheck(outcome.ok ? outcome.check : null);
			setError(
				outcome.ok ? undefined : errorText(outcome.fieldErrors?.head ?? outcome.reason, outcome.params),
			);
			if (outcome.ok) router.refresh();
		});
	}

	return (
		<form onSubmit={verify} className="space-y-4">
			<div className="flex flex-wrap items-start gap-3">
				<div className="min-w-60 flex-1">
					<Field label={t("verify.headLabel")} hint={t("verify.headHint")} error={error}>
						<Input
							name="head"
							className="font-mono"
							placeholder={t("verify.headPlaceholder")}
							autoComplete="off"
							spellCheck={false}
						/>
					</Field>
				</div>
				<Button type="submit" pending={pending} className="sm:mt-6.5">
					{t("verify.button")}
				</Button>
			</div>
			<div role="status">{check && <Found check={check} />}</div>
		</form>
	);
}

function Found({ check }: { check: LogCheck }) {
	const t = useTranslations("decisions");
	const { fault, entries, blocks } = check;
	if (fault)
		return (
			<Banner tone="danger" title={t("verify.broken")}>
				{describePlace(fault, t)}: {t(`fault.${fault.code}`)}
			</Banner>
		);
	return (
		<Banner tone="success" title={t("verify.whole")}>
			{t("verify.wholeHint", { entries: formatCount(entries), blocks: formatCount(blocks) })}
		</Banner>
	);
}
