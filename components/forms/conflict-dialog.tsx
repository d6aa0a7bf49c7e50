"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { FieldGroup } from "@/components/ui/field-group";
import { RadioGroup } from "@/components/ui/radio-group";
import { type DraftConflict, replaceAt } from "@/lib/platform/forms/merge-drafts";

type Choice = "mine" | "theirs";

export type ConflictDialogProps<Draft> = {
	draft: Draft;
	conflicts: readonly DraftConflict[];
	open: boolean;
	/** Putting it off keeps both sides; nothing is saved until somebody chooses. */
	onOpenChange: (open: boolean) => void;
	onResolve: (draft: Draft) => void;
	/** Names of the draft's fields, and their values as people read them. */
	labels: { labelOf: (path: string) => string; valueOf: (path: string, value: unknown) => string };
};

/** Both versions of every field two windows filled differently, for a person to choose. */
export function ConflictDialog<Draft>({
	draft,
	conflicts,
	open,
	onOpenChange,
	onResolve,
	labels,
}: ConflictDialogProps<Draft>) {
	const t = useTranslations("drafts");
	const [choices, setChoices] = useState<Record<string, Choice>>({});
	const choiceOf = (path: string): Choice => choices[path] ?? "mine";
	function resolve() {
		const chosen = conflicts.reduce(
			(one, conflict) => replaceAt(one, conflict.path, conflict[choiceOf(conflict.path)]),
			draft,
		);
		onResolve(chosen);
		setChoices({});
	}
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogContent size="lg" title={t("conflict.title")} description={t("conflict.description")}>
				<div className="space-y-5">
					{conflicts.map((conflict) => (
						<FieldGroup key={conflict.path} legend={labels.labelOf(conflict.path)}>
							<RadioGroup
								look="cards"
								value={choiceOf(conflict.path)}
								onValueChange={(value) =>
									setChoices({ ...choices, [conflict.path]: value === "theirs" ? "theirs" : "mine" })
								}
								options={(["mine", "theirs"] as const).map((side) => ({
									value: side,
									label: t(`conflict.${side}`),
									hint: (
										<span className="wrap-anywhere line-clamp-6 whitespace-pre-line">
											{labels.valueOf(conflict.path, conflict[side]) || t("conflict.empty")}
										</span>
									),
								}))}
							/>
						</FieldGroup>
					))}
				</div>
				<DialogActions>
					<Button onClick={resolve}>{t("conflict.apply")}</Button>
				</DialogActions>
			</DialogContent>
		</Dialog>
	);
}

/** A value that has no words of its own: lists joined, nothing for nothing. */
export function showValue(value: unknown): string {
	if (Array.isArray(value)) return value.join("、");
	if (value === null || value === undefined) return "";
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
