"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { setMappingArchived } from "@/lib/domains/intake/actions/mappings";
import type { MappingRow } from "@/lib/domains/intake/types";

/** Takes a saved mapping out of use, or back into it. */
export function ArchiveMapping({
	id,
	version,
	name,
	isArchived,
}: Pick<MappingRow, "id" | "version" | "name" | "isArchived">) {
	const t = useTranslations("mapping.list");
	const act = useActionButton();
	const [pending, startTransition] = useTransition();
	const set = async (next: boolean) => {
		const done = t(next ? "archivedDone" : "restoredDone");
		await act(setMappingArchived({ id, version, isArchived: next }), done);
	};
	if (isArchived)
		return (
			<Button
				variant="ghost"
				size="sm"
				pending={pending}
				onClick={() => startTransition(() => set(false))}
				aria-label={`${t("restore")}：${name}`}
			>
				{t("restore")}
			</Button>
		);
	return (
		<ConfirmDialog
			trigger={
				<Button variant="ghost" size="sm" aria-label={`${t("archive")}：${name}`}>
					{t("archive")}
				</Button>
			}
			title={t("archiveTitle", { name })}
			description={t("archiveDescription")}
			confirmLabel={t("archive")}
			onConfirm={() => set(true)}
		/>
	);
}
