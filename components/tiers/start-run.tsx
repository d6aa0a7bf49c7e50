"use client";

import { Wind } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { startEvaluation } from "@/lib/domains/tiers/actions";
import type { Refusal } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";

export type MonthOption = { value: string; label: string; isFinal: boolean };

/** Picks a month and starts its evaluation; a final month asks why it is made again. Leads to the run. */
export function StartRun({ months }: { months: readonly MonthOption[] }) {
	const t = useTranslations("tiers");
	const tCommon = useTranslations("common");
	const errorText = useErrorText();
	const router = useRouter();
	const [open, setOpen] = useState(false);
	const [value, setValue] = useState(months.find((month) => !month.isFinal)?.value ?? months[0]?.value ?? "");
	const [reason, setReason] = useState("");
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [pending, startTransition] = useTransition();
	const month = months.find((option) => option.value === value);
	const reasonCode = refusal?.fieldErrors?.reason;

	function run(event: React.FormEvent) {
		event.preventDefault();
		startTransition(async () => {
			const outcome = await startEvaluation({ month: value, reason: month?.isFinal ? reason : undefined });
			if (!outcome.ok) return setRefusal(outcome);
			toast.success(t("runs.started", { month: month?.label ?? value }));
			router.push(routes.ops.evaluation(outcome.runId));
		});
	}

	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button>
					<Wind aria-hidden="true" />
					{t("runs.start")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("runs.startTitle")} description={t("runs.startHint")}>
				<form onSubmit={run} noValidate className="flex flex-col gap-4">
					{refusal && !reasonCode && (
						<Banner tone="danger" role="alert">
							{errorText(refusal.reason, refusal.params)}
						</Banner>
					)}
					<Field label={t("runs.month")}>
						<NativeSelect
							value={value}
							onChange={(event) => setValue(event.target.value)}
							options={months.map(({ value, label, isFinal }) => ({
								value,
								label: isFinal ? t("runs.finalMonth", { month: label }) : label,
							}))}
						/>
					</Field>
					{month?.isFinal && (
						<Field
							label={t("runs.reason")}
							hint={t("runs.reasonHint")}
							error={reasonCode && errorText(reasonCode)}
							required
						>
							<Textarea value={reason} onChange={(event) => setReason(event.target.value)} rows={3} />
						</Field>
					)}
					<DialogActions>
						<Button variant="secondary" onClick={() => setOpen(false)}>
							{tCommon("actions.cancel")}
						</Button>
						<Button type="submit" pending={pending}>
							{t("runs.confirm")}
						</Button>
					</DialogActions>
				</form>
			</DialogContent>
		</Dialog>
	);
}
