"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { FindingList } from "@/components/policies/findings";
import { useFindingWords } from "@/components/tiers/policy/use-finding-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { lintTierPolicy } from "@/lib/domains/tiers/rules/lint-policy";
import { formOfTierPolicy } from "@/lib/domains/tiers/rules/policy-form";
import type { PolicySpeech } from "@/lib/domains/tiers/rules/policy-words";
import { type TierPolicy, tierPolicySchema } from "@/lib/domains/tiers/schema";
import type { TierPolicyForm } from "@/lib/domains/tiers/schema/policy-form";

type JsonPanelProps = Pick<PolicySpeech, "tracks" | "tiers"> & {
	/** As the form gives it; null while the form has errors. */
	policy: TierPolicy | null;
	disabled: boolean;
	onApply: (form: TierPolicyForm) => void;
};

type Read = { ok: true; document: unknown } | { ok: false; problem: string };

function readJson(text: string): Read {
	try {
		return { ok: true, document: JSON.parse(text) };
	} catch (error) {
		return { ok: false, problem: error instanceof Error ? error.message : "" };
	}
}

/** The policy as text: to read, to take along, to paste. It goes into the form only when it fits the schema. */
export function JsonPanel({ policy, disabled, onApply, ...names }: JsonPanelProps) {
	const t = useTranslations("policylab");
	const findingWords = useFindingWords(names);
	/** Null: shows the form's content as it changes. */
	const [typed, setTyped] = useState<string | null>(null);
	const text = typed ?? (policy ? JSON.stringify(policy, null, 2) : "");
	const read = typed === null ? null : readJson(typed);
	const parsed = read?.ok ? tierPolicySchema.safeParse(read.document) : null;
	function apply() {
		if (!parsed?.success) return;
		onApply(formOfTierPolicy(parsed.data));
		setTyped(null);
		toast.success(t("draft.jsonApplied"));
	}
	return (
		<details className="rounded-lg border bg-surface px-5 py-3">
			<summary className="cursor-pointer text-ink-soft text-sm">{t("draft.json")}</summary>
			<div className="mt-3 space-y-3">
				<Field
					label={t("draft.json")}
					hint={typed === null && !policy ? t("draft.jsonIncomplete") : t("draft.jsonHint")}
					error={read && !read.ok ? t("draft.jsonBroken", { problem: read.problem }) : undefined}
				>
					<Textarea
						value={text}
						readOnly={disabled}
						spellCheck={false}
						className="max-h-96 font-mono text-xs"
						onChange={(event) => setTyped(event.target.value)}
					/>
				</Field>
				{read?.ok && <FindingList findings={findingWords(lintTierPolicy(read.document))} />}
				{typed !== null && (
					<div className="flex flex-wrap gap-2">
						<Button size="sm" disabled={!parsed?.success} onClick={apply}>
							{t("draft.jsonApply")}
						</Button>
						<Button size="sm" variant="ghost" onClick={() => setTyped(null)}>
							{t("draft.jsonReset")}
						</Button>
					</div>
				)}
			</div>
		</details>
	);
}
