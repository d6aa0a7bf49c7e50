"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { declareOwnConflict } from "@/lib/domains/admission/actions/review";

/** Whoever is bound to the company says so and why; what they hold of it goes back to the queue. */
export function ConflictDialog({
	applicationId,
	companyName,
}: {
	applicationId: string;
	companyName: string;
}) {
	const t = useTranslations("review");
	const router = useRouter();
	const refusalText = useRefusalText();
	const [open, setOpen] = useState(false);
	const [reason, setReason] = useState("");
	const [error, setError] = useState("");
	const [pending, startTransition] = useTransition();
	function declare() {
		if (reason.trim() === "") return setError(t("conflict.required"));
		startTransition(async () => {
			const outcome = await declareOwnConflict({ applicationId, reason });
			if (!outcome.ok) return setError(refusalText(outcome));
			toast.success(t("conflict.done", { count: outcome.released }));
			setOpen(false);
			router.refresh();
		});
	}
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="ghost" size="sm">
					{t("conflict.action")}
				</Button>
			</DialogTrigger>
			<DialogContent
				title={<span className="wrap-anywhere">{t("conflict.title", { company: companyName })}</span>}
				description={t("conflict.text")}
			>
				<Field
					label={t("conflict.reason")}
					hint={t("conflict.reasonHint")}
					required
					error={error || undefined}
				>
					<Textarea
						rows={3}
						maxLength={500}
						value={reason}
						onChange={(event) => {
							setReason(event.target.value);
							setError("");
						}}
					/>
				</Field>
				<DialogActions>
					<Button variant="danger" pending={pending} onClick={declare}>
						{t("conflict.submit")}
					</Button>
				</DialogActions>
			</DialogContent>
		</Dialog>
	);
}
