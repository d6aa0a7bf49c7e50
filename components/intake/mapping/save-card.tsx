"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { changeMapping, saveMapping } from "@/lib/domains/intake/actions/mappings";
import type { RehearsalRow, UploadRow } from "@/lib/domains/intake/types";
import { ImportButton } from "./import-button";
import type { MappingState } from "./use-mapping";

type Props = { upload: UploadRow; state: MappingState; rehearsal: RehearsalRow | null };

/** Keeps the mapping under a name, and imports the file by it. */
export function SaveCard({ upload, state, rehearsal }: Props) {
	const t = useTranslations("mapping");
	const { name, setName, error, pending, save } = useSaving(state);
	const { chosen, isChanged } = state;
	return (
		<Card>
			<CardHeader title={t("save.title")} description={t("save.description")} />
			<CardBody>
				<form
					noValidate
					onSubmit={(event) => {
						event.preventDefault();
						save("new");
					}}
					className="flex flex-wrap items-start gap-3"
				>
					<Field
						label={t("save.name")}
						hint={t("save.nameHint")}
						error={error}
						className="min-w-56 max-w-md flex-1"
					>
						<Input
							value={name}
							onChange={({ target }) => setName(target.value)}
							autoComplete="off"
							maxLength={60}
						/>
					</Field>
					<div className="flex flex-wrap gap-2 sm:pt-6.5">
						{chosen && isChanged && (
							<Button variant="secondary" pending={pending} onClick={() => save("chosen")}>
								{t("save.update", { name: chosen.name })}
							</Button>
						)}
						<Button type="submit" variant="secondary" pending={pending}>
							{t(chosen ? "save.saveAs" : "save.save")}
						</Button>
					</div>
				</form>
			</CardBody>
			<CardFooter>
				<p className="text-ink-soft text-sm">
					{chosen
						? t(isChanged ? "save.changed" : "save.current", {
								name: chosen.name,
								version: String(chosen.version),
							})
						: t("save.unsaved")}
				</p>
				<ImportButton upload={upload} state={state} rehearsal={rehearsal} />
			</CardFooter>
		</Card>
	);
}

function useSaving(state: MappingState) {
	const t = useTranslations("mapping");
	const errorText = useErrorText();
	const [name, setName] = useState("");
	const [error, setError] = useState<string>();
	const [pending, startTransition] = useTransition();
	const { chosen, mapping } = state;
	function save(as: "new" | "chosen"): void {
		setError(undefined);
		if (as === "new" && name.trim() === "") {
			setError(errorText("REQUIRED"));
			return;
		}
		if (!state.check()) {
			toast.error(t("import.fix"));
			return;
		}
		startTransition(async () => {
			const outcome =
				as === "chosen" && chosen
					? await changeMapping({ id: chosen.id, version: chosen.version, name: chosen.name, mapping })
					: await saveMapping({ name, mapping });
			if (outcome.ok) {
				state.keep(outcome);
				setName("");
				toast.success(t("save.saved", { name: outcome.name }));
			} else if (outcome.fieldErrors?.name) setError(errorText(outcome.fieldErrors.name));
			else toast.error(errorText(outcome.reason, outcome.params));
		});
	}
	return { name, setName, error, pending, save };
}
