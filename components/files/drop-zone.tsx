"use client";

import { Upload } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { acceptedFiles, maxFileBytes, maxFilesPerSlot } from "@/lib/platform/files/constants";
import { formatBytes } from "@/lib/platform/format";

export type DropZoneProps = {
	/** How many more files fit. */
	room: number;
	onFiles: (files: File[]) => void;
};

/** A place to drop files on, and a button for everybody else. */
export function DropZone({ room, onFiles }: DropZoneProps) {
	const t = useTranslations("files");
	const input = useRef<HTMLInputElement>(null);
	const [isOver, setIsOver] = useState(false);
	const limits = { size: formatBytes(maxFileBytes), max: maxFilesPerSlot };
	if (room <= 0) return <p className="text-ink-faint text-xs">{t("upload.full", limits)}</p>;
	function onDrag(event: DragEvent) {
		event.preventDefault();
		setIsOver(event.type === "dragover");
	}
	function onDrop(event: DragEvent) {
		onDrag(event);
		const files = [...event.dataTransfer.files];
		if (files.length > 0) onFiles(files);
	}
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same
		<div
			onDragOver={onDrag}
			onDragLeave={onDrag}
			onDrop={onDrop}
			className={cn(
				"flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg border border-line-strong/60 border-dashed px-3 py-2.5 text-xs transition-colors",
				isOver ? "border-brand bg-brand-soft text-brand-ink" : "text-ink-faint",
			)}
		>
			<span className="hidden text-ink-soft sm:inline">{t(isOver ? "upload.dropNow" : "upload.drop")}</span>
			<Button variant="secondary" size="sm" onClick={() => input.current?.click()}>
				<Upload aria-hidden="true" />
				{t("upload.add")}
			</Button>
			<span>{t("upload.hint", limits)}</span>
			<input
				ref={input}
				type="file"
				multiple
				accept={acceptedFiles}
				hidden
				onChange={({ currentTarget }) => {
					onFiles([...(currentTarget.files ?? [])]);
					// The same file may be chosen again after it was mended.
					currentTarget.value = "";
				}}
			/>
		</div>
	);
}
