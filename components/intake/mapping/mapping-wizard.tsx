"use client";

import { useTranslations } from "use-intl";
import { type Step, Stepper } from "@/components/ui/stepper";
import { isSameMapping } from "@/lib/domains/gmv/rules/same-mapping";
import type { GrainMapping, MappingDefinition } from "@/lib/domains/gmv/schema/mapping";
import type { FileOpening } from "@/lib/domains/gmv/types";
import type { MappingRow, RehearsalRow, UploadRow } from "@/lib/domains/intake/types";
import { ColumnsCard } from "./columns-card";
import { FileCard } from "./file-card";
import { FormatsCard } from "./formats-card";
import { PreviewCard } from "./preview-card";
import { isOfMapping, RehearsalCard } from "./rehearsal-card";
import { SaveCard } from "./save-card";
import { type ChosenMapping, type MappingState, useMapping } from "./use-mapping";
import { useRehearsal } from "./use-rehearsal";

export type MappingWizardProps = {
	upload: UploadRow;
	opening: FileOpening;
	guess: MappingDefinition;
	mappings: readonly MappingRow[];
	rehearsal: RehearsalRow | null;
	/** The last business day a line may carry. */
	latest: string;
};

/** What was tried last goes before a guess; where it is a saved mapping, that is the one in use. */
function startFrom({ upload, guess, mappings, rehearsal }: MappingWizardProps): {
	mapping: GrainMapping;
	chosen: ChosenMapping | null;
} {
	const mapping = rehearsal
		? { grain: rehearsal.grain, definition: rehearsal.definition }
		: { grain: upload.grain, definition: guess };
	const saved = mappings.find(({ grain, definition }) => isSameMapping({ grain, definition }, mapping));
	return {
		mapping,
		chosen: saved ? { id: saved.id, version: saved.version, name: saved.name, mapping } : null,
	};
}

/** From another system's file to facts: its columns, a preview, a dry run, the import. */
export function MappingWizard(props: MappingWizardProps) {
	const { upload, opening, mappings, latest } = props;
	const state = useMapping(opening, latest, startFrom(props));
	const run = useRehearsal(upload.id, props.rehearsal);
	return (
		<div className="flex flex-col gap-6">
			<Steps state={state} rehearsal={run.rehearsal} />
			<FileCard upload={upload} state={state} />
			<ColumnsCard state={state} mappings={mappings} />
			<FormatsCard state={state} />
			<PreviewCard state={state} />
			<RehearsalCard upload={upload} state={state} run={run} />
			<SaveCard upload={upload} state={state} rehearsal={run.rehearsal} />
		</div>
	);
}

function Steps({ state, rehearsal }: { state: MappingState; rehearsal: RehearsalRow | null }) {
	const t = useTranslations("mapping.steps");
	const { problems, preview } = state;
	const isMapped = problems.size === 0;
	const isReadable = isMapped && preview.ok && preview.rows.some((row) => row.fault === null);
	const isRehearsed = isReadable && rehearsal?.state === "DONE" && isOfMapping(rehearsal, state);
	const done = [isMapped, isReadable, isRehearsed];
	const current = done.findIndex((one) => !one);
	const ids = ["columns", "preview", "rehearsal", "import"] as const;
	const steps = ids.map((id, index): Step => {
		const isCurrent = index === (current < 0 ? ids.length - 1 : current);
		return { id, label: t(id), state: isCurrent ? "current" : done[index] ? "done" : "todo" };
	});
	const labels = {
		done: t("state.done"),
		current: t("state.current"),
		todo: t("state.todo"),
		error: t("state.error"),
	};
	return <Stepper steps={steps} label={t("label")} stateLabels={labels} />;
}
