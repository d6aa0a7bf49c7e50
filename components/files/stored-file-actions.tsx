"use client";

import { Replace, Trash2 } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { removeStoredFile } from "@/lib/platform/files/actions";
import { acceptedFiles } from "@/lib/platform/files/constants";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { useDesk } from "./evidence-desk";
import { useFileRefusal } from "./use-file-text";

/** Replace and remove, for whoever may still change the files. */
export function StoredFileActions({ file, wasSeen }: { file: EvidenceFile; wasSeen: boolean }) {
	const t = useTranslations("files");
	const refusal = useFileRefusal();
	const { keeper } = useDesk();
	const input = useRef<HTMLInputElement>(null);
	const { id, slot, name } = file;
	async function remove() {
		const outcome = await removeStoredFile({ fileId: id }).catch(
			() => ({ ok: false, reason: "UPLOAD_BROKEN" }) as const,
		);
		// Removed in another window: the list says so too.
		if (outcome.ok || outcome.reason === "NOT_FOUND") {
			keeper.noteRemoved(id);
			toast.success(t("said.removed", { name }));
		} else toast.error(refusal(outcome.reason));
	}
	return (
		<>
			<Button
				variant="ghost"
				size="icon-sm"
				aria-label={t("upload.replaceFile", { name })}
				onClick={() => input.current?.click()}
			>
				<Replace aria-hidden="true" />
			</Button>
			<ConfirmDialog
				trigger={
					<Button variant="danger-ghost" size="icon-sm" aria-label={t("upload.removeFile", { name })}>
						<Trash2 aria-hidden="true" />
					</Button>
				}
				title={t("remove.title")}
				description={
					<span className="wrap-anywhere">{t(wasSeen ? "remove.seenText" : "remove.text", { name })}</span>
				}
				confirmLabel={t("remove.confirm")}
				tone="danger"
				onConfirm={remove}
			/>
			<input
				ref={input}
				type="file"
				accept={acceptedFiles}
				hidden
				onChange={({ currentTarget }) => {
					const [chosen] = currentTarget.files ?? [];
					if (chosen) keeper.add(slot, [chosen], file);
					currentTarget.value = "";
				}}
			/>
		</>
	);
}
