"use client";

import { Controller } from "react-hook-form";
import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { decideExitCase } from "@/lib/domains/partnership/actions/exit";
import { decideExitSchema } from "@/lib/domains/partnership/schema/exit";

type Props = {
	target: { caseId: string; version: number };
	isVoluntary: boolean;
	/** The days allowed, and how they read. */
	days: { from: string; to: string | null; text: string };
	bindings: number;
};

/** The decision of somebody who had no part: the partner leaves on a day, or it stays. A reason always. */
export function DecidePanel({ target, isVoluntary, days, bindings }: Props) {
	const t = useTranslations("partnership");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: decideExitSchema,
		defaults: { ...target, decision: "CONFIRMED", effectiveOn: days.from, reason: "" },
		action: decideExitCase,
		onDone: () => {
			toast.success(t("decide.done"));
		},
	});
	const isConfirming = form.watch("decision") === "CONFIRMED";
	return (
		<Card>
			<CardHeader
				title={t("decide.title")}
				description={t(isVoluntary ? "decide.voluntaryText" : "decide.text")}
			/>
			<CardBody>
				<form onSubmit={submit} noValidate className="flex flex-col gap-4">
					<FormError refusal={refusal} />
					{!isVoluntary && (
						<Controller
							control={form.control}
							name="decision"
							render={({ field }) => (
								<RadioGroup
									look="cards"
									aria-label={t("decide.title")}
									value={field.value}
									onValueChange={field.onChange}
									options={[
										{ value: "CONFIRMED", label: t("decide.confirm"), hint: t("decide.confirmHint") },
										{ value: "DISMISSED", label: t("decide.dismiss"), hint: t("decide.dismissHint") },
									]}
								/>
							)}
						/>
					)}
					{isConfirming && (
						<Field
							label={t("decide.effectiveOn")}
							hint={`${days.text} ${t("decide.follows", { count: bindings })}`}
							error={errorOf("effectiveOn")}
							required
						>
							<Input
								{...form.register("effectiveOn")}
								type="date"
								min={days.from}
								max={days.to ?? undefined}
							/>
						</Field>
					)}
					<Field
						label={t("decide.reason")}
						hint={isVoluntary ? undefined : t("decide.reasonHint")}
						error={errorOf("reason")}
						required
					>
						<Textarea {...form.register("reason")} rows={4} />
					</Field>
					<Button
						type="submit"
						variant={isConfirming ? "danger" : "primary"}
						pending={pending}
						className="self-end"
					>
						{t(isConfirming ? "decide.submitConfirm" : "decide.submitDismiss")}
					</Button>
				</form>
			</CardBody>
		</Card>
	);
}
