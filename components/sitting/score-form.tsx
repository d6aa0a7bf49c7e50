"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { scoreExamPractical } from "@/lib/domains/certification/actions/practical";
import type { Refusal } from "@/lib/platform/errors/errors";

type Props = { sittingId: string; rubric: readonly { code: string; name: string; max: number }[] };

/** A mark for each criterion and a few words; what was typed stays when it is refused. */
export function ScoreForm({ sittingId, rubric }: Props) {
	const t = useTranslations("sitting");
	const errorText = useErrorText();
	const router = useRouter();
	const [scores, setScores] = useState<Readonly<Record<string, string>>>({});
	const [note, setNote] = useState("");
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [pending, startTransition] = useTransition();
	function give(event: React.FormEvent) {
		event.preventDefault();
		const missing = rubric.find(({ code }) => !scores[code]?.trim());
		if (missing)
			return setRefusal({
				ok: false,
				reason: "SCORES_INVALID",
				fieldErrors: { [`scores.${missing.code}`]: "REQUIRED" },
			});
		startTransition(async () => {
			const outcome = await scoreExamPractical({ sittingId, scores, note });
			if (!outcome.ok) return setRefusal(outcome);
			toast.success(t("practical.ops.done"));
			router.refresh();
		});
	}
	const errorOf = (field: string) => {
		const code = refusal?.fieldErrors?.[field];
		return code && errorText(code);
	};
	return (
		<form onSubmit={give} noValidate className="space-y-4">
			{refusal && (
				<Banner tone="danger" role="alert">
					{errorText(refusal.reason, refusal.params)}
				</Banner>
			)}
			{rubric.map(({ code, name, max }) => (
				<Field
					key={code}
					label={name}
					hint={t("practical.max", { max })}
					error={errorOf(`scores.${code}`)}
					required
				>
					<Input
						inputMode="numeric"
						value={scores[code] ?? ""}
						onChange={(event) => setScores({ ...scores, [code]: event.target.value })}
						autoComplete="off"
					/>
				</Field>
			))}
			<Field label={t("practical.ops.note")} error={errorOf("note")} required>
				<Textarea value={note} onChange={(event) => setNote(event.target.value)} rows={4} />
			</Field>
			<Button type="submit" pending={pending}>
				{t("practical.ops.submit")}
			</Button>
		</form>
	);
}
