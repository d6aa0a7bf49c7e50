"use client";

import { Download, FileImage, FileText } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { routes } from "@/lib/platform/routes/routes";
import { useFileFacts } from "./use-file-text";

export type FileRowProps = {
	file: EvidenceFile;
	onPreview: () => void;
	/** Beside the download: what one may do to the file. */
	actions?: ReactNode;
};

/** One stored file: its name opens the preview. */
export function FileRow({ file, onPreview, actions }: FileRowProps) {
	const t = useTranslations("files");
	const facts = useFileFacts();
	const { name } = file;
	return (
		<li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
			<FileIcon mediaType={file.mediaType} />
			<div className="min-w-0 grow basis-40">
				<button
					type="button"
					aria-label={t("list.previewFile", { name })}
					onClick={onPreview}
					className={cn(
						"line-clamp-2 text-left text-brand-ink text-sm underline decoration-brand-ink/40 underline-offset-4 wrap-anywhere hover:decoration-brand-ink",
						file.removedAt && "line-through",
					)}
				>
					{name}
				</button>
				<p className="figure flex flex-wrap items-center gap-x-2 text-ink-faint text-xs">
					{facts(file)}
					{file.removedAt && (
						<>
							<Badge tone="warning">{t("list.removed")}</Badge>
							<span>{t("list.removedText")}</span>
						</>
					)}
				</p>
			</div>
			<div className="ml-auto flex items-center">
				{actions}
				<Button asChild variant="ghost" size="icon-sm">
					<a href={routes.api.file(file.id)} download={name} aria-label={t("list.downloadFile", { name })}>
						<Download aria-hidden="true" />
					</a>
				</Button>
			</div>
		</li>
	);
}

export function FileIcon({ mediaType }: { mediaType: string }) {
	const Icon = mediaType === "application/pdf" ? FileText : FileImage;
	return <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-faint" />;
}
