"use client";

import { Wind } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect, type SelectOption } from "@/components/ui/native-select";
import { startEvaluation } from "@/lib/domains/tiers/actions";
import { formatCount } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";

/** Picks a month and runs its evaluation; leads to the result. */
export function StartRun({ months }: { months: readonly SelectOption[] }) {
	const t = useTranslations("tiers");
	const errorText = useErrorText();
	const router = useRouter();
	const [open, setOpen] = useState(false);
	const [month, setMonth] = useState(months[0]?.value ?? "");
	const [failure, setFailure] = useState<string | null>(null);

	async function run() {
		setFailure(null);
		const outcome = await startEvaluation({ month });
		if (!outcome.ok) {
			setFailure(errorText(outcome.reason, outcome.params));
			return;
		}
		const { total } = outcome.summary;
		const label = months.find((option) => option.value === month)?.label ?? month;
		toast.success(
			t("runs.done", {
				month: label,
				partners: formatCount(total.partners),
				promoted: formatCount(total.promoted),
				demoted: formatCount(total.demoted),
			}),
		);
		router.push(routes.ops.evaluation(outcome.runId));
	}

	return (
		<>
			<Button onClick={() => setOpen(true)}>
				<Wind aria-hidden="true" />
				{t("runs.start")}
			</Button>
			<ConfirmDialog
				open={open}
				onOpenChange={setOpen}
				title={t("runs.startTitle")}
				description={t("runs.startHint")}
				confirmLabel={t("runs.confirm")}
				onConfirm={run}
			>
				<Field label={t("runs.month")}>
					<NativeSelect options={months} value={month} onChange={(event) => setMonth(event.target.value)} />
				</Field>
			</ConfirmDialog>
			{failure && (
				<Banner tone="danger" role="alert" className="basis-full">
					{failure}
				</Banner>
			)}
		</>
	);
}
