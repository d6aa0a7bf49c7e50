"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { CASE_PARTS, type PartKind, partKinds } from "@/lib/domains/certification/constants/questions";
import { PartFields, PromptField } from "./part-fields";
import { type DraftPart, newPart } from "./question-draft";

type Props = { parts: readonly DraftPart[]; onChange: (parts: DraftPart[]) => void };

/** The parts of a case, each with a kind of its own. */
export function CaseParts({ parts, onChange }: Props) {
	const t = useTranslations("examdesk");
	const replace = (next: DraftPart) => onChange(parts.map((part) => (part.id === next.id ? next : part)));
	const kinds = partKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }));
	return (
		<>
			{parts.map((part, at) => (
				<section key={part.id} className="space-y-4 rounded-lg border p-4">
					<div className="flex items-center justify-between gap-3">
						<h3 className="font-medium text-sm">{t("question.part", { number: at + 1 })}</h3>
						<Button
							variant="ghost"
							size="sm"
							aria-label={t("question.removePart", { number: at + 1 })}
							disabled={parts.length <= CASE_PARTS.min}
							onClick={() => onChange(parts.filter(({ id }) => id !== part.id))}
						>
							<Trash2 aria-hidden="true" />
						</Button>
					</div>
					<PromptField part={part} onChange={replace} />
					<Field label={t("question.partKind")}>
						<NativeSelect
							value={part.kind}
							options={kinds}
							onChange={(event) => replace({ ...part, kind: event.target.value as PartKind })}
						/>
					</Field>
					<PartFields part={part} onChange={replace} />
				</section>
			))}
			<Button
				variant="secondary"
				disabled={parts.length >= CASE_PARTS.max}
				onClick={() => onChange([...parts, newPart("single")])}
			>
				<Plus aria-hidden="true" />
				{t("question.addPart")}
			</Button>
		</>
	);
}
