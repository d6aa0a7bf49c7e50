"use client";

import { type ReactNode, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Outcome, Refusal } from "@/lib/platform/errors/errors";
import { answerOf } from "./answer-of";
import { FormError } from "./form-error";
import { useErrorText } from "./use-error-text";

type Props = {
	trigger: ReactNode;
	title: string;
	description: string;
	label: string;
	submitLabel: string;
	tone?: "primary" | "danger";
	done: string;
	action: (reason: string) => Promise<Outcome>;
};

/** One action that asks for words: what is written stays when the action refuses. */
export function ReasonDialog({ trigger, title, description, label, submitLabel, tone, done, action }: Props) {
	const tCommon = useTranslations("common");
	const errorText = useErrorText();
	const [open, setOpen] = useState(false);
	const [reason, setReason] = useState("");
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [pending, startTransition] = useTransition();
	const fieldCode = refusal?.fieldErrors && Object.values(refusal.fieldErrors)[0];
	function run(event: React.FormEvent) {
		event.preventDefault();
		startTransition(async () => {
			const outcome = await answerOf(action(reason));
			if (!outcome.ok) return setRefusal(outcome);
			toast.success(done);
			setOpen(false);
		});
	}
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>{trigger}</DialogTrigger>
			<DialogContent title={title} description={description}>
				<form onSubmit={run} noValidate className="flex flex-col gap-4">
					<FormError refusal={refusal} />
					<Field label={label} error={fieldCode && errorText(fieldCode)} required>
						<Textarea value={reason} onChange={(event) => setReason(event.target.value)} rows={4} />
					</Field>
					<DialogActions>
						<Button variant="secondary" onClick={() => setOpen(false)}>
							{tCommon("actions.cancel")}
						</Button>
						<Button type="submit" variant={tone ?? "primary"} pending={pending}>
							{submitLabel}
						</Button>
					</DialogActions>
				</form>
			</DialogContent>
		</Dialog>
	);
}
