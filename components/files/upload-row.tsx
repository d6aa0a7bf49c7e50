"use client";

import { CircleAlert, ExternalLink, FileUp, RotateCcw, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { formatBytes } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { mayRetry, type Upload, type UploadKeeper } from "./upload-keeper";
import { useFileRefusal } from "./use-file-text";

/** A file on its way, or the reason why it did not arrive with what can be done about it. */
export function UploadRow({ upload, keeper }: { upload: Upload; keeper: UploadKeeper }) {
	const t = useTranslations("files");
	const { key, file, status, replaces } = upload;
	const isFailed = status === "failed";
	const Icon = isFailed ? CircleAlert : FileUp;
	const dropLabel = t(isFailed ? "upload.dismissFile" : "upload.cancel", { name: file.name });
	return (
		<li data-upload={status} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
			<Icon aria-hidden="true" className={isFailed ? "size-5 text-danger-ink" : "size-5 text-ink-faint"} />
			<div className="min-w-0 grow basis-40">
				<p className="line-clamp-2 text-ink text-sm wrap-anywhere">
					{file.name}
					<span className="figure ml-2 text-ink-faint text-xs">{formatBytes(file.size)}</span>
				</p>
				{replaces && (
					<p className="text-ink-faint text-xs wrap-anywhere">
						{t("upload.replacing", { name: replaces.name })}
					</p>
				)}
				{isFailed ? <Fault code={upload.code} /> : <Course upload={upload} />}
			</div>
			<div className="ml-auto flex items-center gap-1">
				{isFailed && mayRetry(upload.code) && (
					<Button
						variant="secondary"
						size="sm"
						aria-label={t("upload.retryFile", { name: file.name })}
						onClick={() => keeper.retry(key)}
					>
						<RotateCcw aria-hidden="true" />
						{t("upload.retry")}
					</Button>
				)}
				<Button variant="ghost" size="icon-sm" aria-label={dropLabel} onClick={() => keeper.drop(key)}>
					<X aria-hidden="true" />
				</Button>
			</div>
		</li>
	);
}

function Course({ upload: { file, status, share } }: { upload: Upload }) {
	const t = useTranslations("files");
	const percent = Math.floor(share * 100);
	const words =
		status === "waiting"
			? t("upload.waiting")
			: share < 1
				? t("upload.sending", { percent })
				: t("upload.checking");
	return (
		<div className="mt-1 flex items-center gap-3">
			<Progress label={t("upload.progress", { name: file.name })} value={percent} valueText={words} />
			<span className="figure shrink-0 text-ink-faint text-xs">{words}</span>
		</div>
	);
}

function Fault({ code }: { code: string | null }) {
	const t = useTranslations("files");
	const refusal = useFileRefusal();
	return (
		<p className="text-danger-ink text-xs">
			{refusal(code ?? "")}
			{code === "SIGNED_OUT" && (
				<a
					href={routes.signIn()}
					target="_blank"
					rel="noreferrer"
					className="ml-2 inline-flex items-center gap-1 underline underline-offset-4"
				>
					{t("upload.signIn")}
					<ExternalLink aria-hidden="true" className="size-3" />
				</a>
			)}
		</p>
	);
}
