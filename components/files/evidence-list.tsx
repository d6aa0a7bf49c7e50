"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { FilePreview } from "./file-preview";
import { FileRow } from "./file-row";

export const fileListClasses = "divide-y rounded-lg border bg-surface";

export type EvidenceListProps = {
	files: readonly EvidenceFile[];
	/** What the list is, for those who hear it. */
	label: string;
	className?: string;
};

/** Files to be read: preview and download, nothing to change. The page provides the messages of `files`. */
export function EvidenceList({ files, label, className }: EvidenceListProps) {
	const t = useTranslations("files");
	const [openId, setOpenId] = useState<string | null>(null);
	if (files.length === 0) return <p className="text-ink-faint text-sm">{t("list.empty")}</p>;
	return (
		<>
			<ul aria-label={label} className={cn(fileListClasses, className)}>
				{files.map((file) => (
					<FileRow key={file.id} file={file} onPreview={() => setOpenId(file.id)} />
				))}
			</ul>
			<FilePreview files={files} openId={openId} onOpen={setOpenId} />
		</>
	);
}
