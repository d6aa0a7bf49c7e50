"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { maxFilesPerSlot } from "@/lib/platform/files/constants";
import type { EvidenceFile, FilePurpose } from "@/lib/platform/files/types";
import { DropZone } from "./drop-zone";
import { EvidenceDesk, useDesk, useOuterDesk, useUploads } from "./evidence-desk";
import { fileListClasses } from "./evidence-list";
import { FilePreview } from "./file-preview";
import { FileRow } from "./file-row";
import { StoredFileActions } from "./stored-file-actions";
import { filesNow } from "./upload-keeper";
import { UploadRow } from "./upload-row";

export type EvidenceUploadProps = {
	purpose: FilePurpose;
	/** The id of what the files are evidence for. */
	subject: string;
	/** Which of its parts, such as a force; empty where it has none. */
	slot?: string;
	/** The files that stand already; those of other slots are left aside. */
	files: readonly EvidenceFile[];
	/** What the files are. */
	label?: string;
	/** What would be good evidence. */
	hint?: string;
	/** When the other side was last handed the files: what stood then is kept for the record when it is removed. */
	handedOverAt?: Date | null;
};

/**
 * Uploads evidence: by button or by dropping, several at once, each with its progress, its fault and its retry; stored
 * files are previewed, replaced and removed. Needs the messages of `files` on the page.
 */
export function EvidenceUpload({ purpose, subject, files, handedOverAt, ...slot }: EvidenceUploadProps) {
	const outer = useOuterDesk();
	if (outer?.purpose === purpose && outer.subject === subject) return <Slot {...slot} />;
	return (
		<EvidenceDesk key={`${purpose}:${subject}`} {...{ purpose, subject, files, handedOverAt }}>
			<Slot {...slot} />
		</EvidenceDesk>
	);
}

type SlotProps = Omit<EvidenceUploadProps, "purpose" | "subject" | "files" | "handedOverAt">;

function Slot({ slot = "", label, hint }: SlotProps) {
	const t = useTranslations("files");
	const id = useId();
	const { keeper, files: drawn, handedOverAt } = useDesk();
	const state = useUploads(keeper);
	const [openId, setOpenId] = useState<string | null>(null);
	const files = filesNow(drawn, state, slot);
	const uploads = state.uploads.filter((upload) => upload.slot === slot);
	const room = maxFilesPerSlot - files.length - uploads.filter((upload) => upload.status !== "failed").length;
	return (
		<fieldset aria-describedby={hint ? `${id}-hint` : undefined} className="min-w-0">
			<legend className="float-left flex w-full items-baseline justify-between gap-3 font-medium text-ink text-sm">
				<span>{label ?? t("upload.label")}</span>
				<span className="figure font-normal text-ink-faint text-xs">
					{files.length > 0
						? t("upload.count", { count: files.length, max: maxFilesPerSlot })
						: t("upload.optional")}
				</span>
			</legend>
			<div className="clear-both space-y-2 pt-1.5">
				{hint && (
					<p id={`${id}-hint`} className="text-ink-faint text-xs">
						{hint}
					</p>
				)}
				{files.length + uploads.length > 0 && (
					<ul className={fileListClasses}>
						{files.map((file) => (
							<FileRow
								key={file.id}
								file={file}
								onPreview={() => setOpenId(file.id)}
								actions={
									<StoredFileActions file={file} wasSeen={!!handedOverAt && file.createdAt <= handedOverAt} />
								}
							/>
						))}
						{uploads.map((upload) => (
							<UploadRow key={upload.key} upload={upload} keeper={keeper} />
						))}
					</ul>
				)}
				<DropZone room={room} onFiles={(dropped) => keeper.add(slot, dropped)} />
			</div>
			<FilePreview files={files} openId={openId} onOpen={setOpenId} />
		</fieldset>
	);
}
