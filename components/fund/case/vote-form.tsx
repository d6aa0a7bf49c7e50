"use client";

import { useRouter } from "next/navigation";
import { Controller } from "react-hook-form";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { voteOnFundCase } from "@/lib/domains/fund/actions";
import { fundChoices } from "@/lib/domains/fund/constants";
import { voteFundSchema } from "@/lib/domains/fund/schema";
import type { FundVote } from "@/lib/domains/fund/types";

type Props = { applicationId: string; round: number; own: FundVote | null };

/** A member's vote and why; it may be changed until the decision. */
export function VoteForm({ applicationId, round, own }: Props) {
	const t = useTranslations("fund");
	const router = useRouter();
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: voteFundSchema,
		defaults: { applicationId, round, ...(own && { choice: own.choice }), reason: own?.reason ?? "" },
		action: voteOnFundCase,
		onDone: () => {
			toast.success(t("vote.done"));
			router.refresh();
		},
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4 rounded-md bg-sunken p-4">
			<p className="font-medium text-ink text-sm">
				{t("vote.mine")}
				<span className="block font-normal text-ink-faint text-xs">{t("vote.change")}</span>
			</p>
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<div className="space-y-1.5">
				<Controller
					control={form.control}
					name="choice"
					render={({ field }) => (
						<RadioGroup
							aria-label={t("vote.choice")}
							className="flex-row flex-wrap gap-x-5"
							value={field.value ?? ""}
							onValueChange={field.onChange}
							options={fundChoices.map((value) => ({ value, label: t(`choices.${value}`) }))}
						/>
					)}
				/>
				<FieldError id="fund-choice-error">{errorOf("choice")}</FieldError>
			</div>
			<Field label={t("vote.reason")} error={errorOf("reason")} required>
				<Textarea {...form.register("reason")} rows={3} />
			</Field>
			<div className="flex justify-end">
				<Button type="submit" size="sm" pending={pending}>
					{t(own ? "vote.resubmit" : "vote.submit")}
				</Button>
			</div>
		</form>
	);
}
