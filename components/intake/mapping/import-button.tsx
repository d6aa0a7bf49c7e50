"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { RehearsalResult } from "@/lib/domains/gmv/types";
import { importWithMapping } from "@/lib/domains/intake/actions/mappings";
import type { RehearsalRow, UploadRow } from "@/lib/domains/intake/types";
import { formatCount, formatFen } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { isOfMapping } from "./rehearsal-card";
import type { MappingState } from "./use-mapping";

function describe(result: RehearsalResult, t: ReturnType<typeof useTranslations<"mapping.import">>): string {
	const figures = {
		accepted: formatCount(result.accepted),
		rejected: formatCount(result.rejected),
		conflict: formatCount(result.conflict),
	};
	const revised = result.metrics ?? result.sessions ?? result.complaints;
	return revised
		? t("rehearsedMonths", { ...figures, corrections: formatCount(revised.corrections) })
		: t("rehearsed", { ...figures, net: formatFen(BigInt(result.paidFen) - BigInt(result.refundedFen)) });
}

/** Imports the file, after a last look at what the dry run said. */
export function ImportButton({
	upload,
	state,
	rehearsal,
}: {
	upload: UploadRow;
	state: MappingState;
	rehearsal: RehearsalRow | null;
}) {
	const t = useTranslations("mapping.import");
	const act = useActionButton();
	const router = useRouter();
	const [isOpen, setIsOpen] = useState(false);
	const { chosen, isChanged, mapping } = state;
	const result = isOfMapping(rehearsal, state) ? rehearsal?.result : null;
	const description = result ? describe(result, t) : t("unrehearsed");
	return (
		<>
			<Button
				onClick={() => {
					if (state.check()) setIsOpen(true);
					else toast.error(t("fix"));
				}}
			>
				{t("action")}
			</Button>
			<ConfirmDialog
				open={isOpen}
				onOpenChange={setIsOpen}
				title={t("title", { name: upload.fileName })}
				description={description}
				confirmLabel={t("confirm")}
				onConfirm={async () => {
					const saved = chosen && !isChanged ? { id: chosen.id, version: chosen.version } : null;
					const done = await act(importWithMapping({ uploadId: upload.id, mapping, saved }), t("started"));
					if (done) router.push(routes.ops.imports());
				}}
			/>
		</>
	);
}
