"use client";

import { ChevronLeft, ChevronRight, Download, ExternalLink } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { routes } from "@/lib/platform/routes/routes";
import { useFileBlob } from "./use-file-blob";
import { useFileFacts } from "./use-file-text";

export type FilePreviewProps = {
	/** The files the arrow keys lead through. */
	files: readonly EvidenceFile[];
	/** The one that is shown; null: closed. */
	openId: string | null;
	onOpen: (id: string | null) => void;
};

/** Shows a file without leaving the page; the arrow keys lead to its neighbours. */
export function FilePreview({ files, openId, onOpen }: FilePreviewProps) {
	const index = files.findIndex((file) => file.id === openId);
	const file = files[index];
	function go(step: number) {
		const next = files[index + step];
		if (next) onOpen(next.id);
	}
	function onKeyDown(event: KeyboardEvent) {
		if (event.key === "ArrowLeft") go(-1);
		if (event.key === "ArrowRight") go(1);
	}
	return (
		<Dialog open={file !== undefined} onOpenChange={(open) => !open && onOpen(null)}>
			{file && (
				<PreviewContent
					key={file.id}
					file={file}
					position={{ index, total: files.length }}
					onGo={go}
					onKeyDown={onKeyDown}
				/>
			)}
		</Dialog>
	);
}

type PreviewContentProps = {
	file: EvidenceFile;
	position: { index: number; total: number };
	onGo: (step: number) => void;
	onKeyDown: (event: KeyboardEvent) => void;
};

function PreviewContent({ file, position, onGo, onKeyDown }: PreviewContentProps) {
	const t = useTranslations("files");
	const facts = useFileFacts();
	const { index, total } = position;
	return (
		<DialogContent
			size="lg"
			title={<span className="wrap-anywhere">{file.name}</span>}
			description={facts(file)}
			onKeyDown={onKeyDown}
			className="sm:top-[5vh] sm:max-h-[90vh] sm:max-w-4xl"
		>
			<PreviewBody file={file} />
			<div className="mt-4 flex flex-wrap items-center justify-between gap-2">
				<div className="flex items-center gap-1">
					{total > 1 && (
						<>
							<Button
								variant="secondary"
								size="icon-sm"
								aria-label={t("preview.previous")}
								aria-disabled={index === 0}
								onClick={() => onGo(-1)}
							>
								<ChevronLeft aria-hidden="true" />
							</Button>
							<Button
								variant="secondary"
								size="icon-sm"
								aria-label={t("preview.next")}
								aria-disabled={index === total - 1}
								onClick={() => onGo(1)}
							>
								<ChevronRight aria-hidden="true" />
							</Button>
							<span className="figure px-2 text-ink-soft text-xs">
								{t("preview.position", { index: index + 1, total })}
							</span>
						</>
					)}
				</div>
				<Button asChild variant="secondary" size="sm">
					<a href={routes.api.file(file.id)} download={file.name}>
						<Download aria-hidden="true" />
						{t("list.download")}
					</a>
				</Button>
			</div>
		</DialogContent>
	);
}

const frame = "grid h-[min(64vh,44rem)] place-items-center overflow-auto rounded-lg border bg-sunken";

function PreviewBody({ file }: { file: EvidenceFile }) {
	const t = useTranslations("files");
	const { blob, retry } = useFileBlob(file);
	if (blob.status === "loading") {
		return (
			<div className={frame} role="status">
				<span className="flex items-center gap-2 text-ink-soft text-sm">
					<Spinner />
					{t("preview.loading")}
				</span>
			</div>
		);
	}
	if (blob.status === "failed") {
		return (
			<div className={frame}>
				<div className="flex max-w-sm flex-col items-center gap-3 px-4 text-center text-sm">
					<p role="alert">{t(`preview.${blob.why}`)}</p>
					<div className="flex flex-wrap justify-center gap-2">
						{blob.why === "signedOut" && (
							<Button asChild variant="secondary" size="sm">
								<a href={routes.signIn()} target="_blank" rel="noreferrer">
									<ExternalLink aria-hidden="true" />
									{t("upload.signIn")}
								</a>
							</Button>
						)}
						{blob.why !== "gone" && (
							<Button size="sm" onClick={retry}>
								{t("preview.retry")}
							</Button>
						)}
					</div>
				</div>
			</div>
		);
	}
	if (file.mediaType !== "application/pdf") {
		return (
			<div className={frame}>
				{/* biome-ignore lint/performance/noImgElement: the bytes are in the browser already */}
				<img src={blob.url} alt={file.name} className="max-h-full max-w-full object-contain" />
			</div>
		);
	}
	return <PdfFrame url={blob.url} name={file.name} />;
}

function PdfFrame({ url, name }: { url: string; name: string }) {
	const t = useTranslations("files");
	if (!navigator.pdfViewerEnabled) {
		return (
			<div className={frame}>
				<p className="max-w-sm px-4 text-center text-ink-soft text-sm">{t("preview.noViewer")}</p>
			</div>
		);
	}
	return <iframe src={url} title={name} className="h-[min(64vh,44rem)] w-full rounded-lg border bg-sunken" />;
}
