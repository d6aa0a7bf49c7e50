"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { lookAtRunAnomalies } from "@/lib/domains/tiers/actions/review";
import { lookSchema } from "@/lib/domains/tiers/schema/review";
import type { AnomalyKey } from "@/lib/domains/tiers/types/review";
import { formatCount } from "@/lib/platform/format";

type LookDialogProps = { runId: string; anomalies: readonly AnomalyKey[]; onLooked: () => void };

/** One note for all that was chosen. */
export function LookDialog(props: LookDialogProps) {
	const t = useTranslations("leaderboard.review");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm">{t("markLooked")}</Button>
			</DialogTrigger>
			<DialogContent
				title={t("lookTitle", { count: formatCount(props.anomalies.length) })}
				description={t("lookHint")}
			>
				<LookForm {...props} onClose={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function LookForm({ runId, anomalies, onLooked, onClose }: LookDialogProps & { onClose: () => void }) {
	const t = useTranslations("leaderboard.review");
	const tCommon = useTranslations("common");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: lookSchema,
		defaults: { runId, anomalies: [...anomalies], note: "" },
		action: lookAtRunAnomalies,
		onDone: () => {
			toast.success(t("lookDone", { count: formatCount(anomalies.length) }));
			onClose();
			onLooked();
		},
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("note")} error={errorOf("note")} required>
				<Textarea {...form.register("note")} rows={3} maxLength={500} placeholder={t("notePlaceholder")} />
			</Field>
			<DialogActions>
				<Button variant="secondary" onClick={onClose}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" pending={pending}>
					{t("markLooked")}
				</Button>
			</DialogActions>
		</form>
	);
}
