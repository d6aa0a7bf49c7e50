"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { useErrorText } from "@/components/forms/use-error-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { StatusBadge } from "@/components/ui/status-badge";
import { readFailure } from "@/lib/domains/gmv/rules/read-failure";
import { cancelFileImport } from "@/lib/domains/intake/actions";
import { holdFileImport } from "@/lib/domains/intake/actions/mappings";
import type { UploadRow } from "@/lib/domains/intake/types";
import { formatBytes, formatCount } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import type { Outgoing, useUploads } from "./use-uploads";

const tones = {
	QUEUED: "neutral",
	RUNNING: "brand",
	DONE: "success",
	FAILED: "danger",
	CANCELLED: "neutral",
	UNMAPPED: "warning",
} as const;

export function UploadList({ rows, outgoing, dismiss, refresh }: ReturnType<typeof useUploads>) {
	const t = useTranslations("intake.uploads");
	if (rows.length + outgoing.length === 0) return null;
	return (
		<section aria-label={t("list")}>
			<h3 className="mb-1 font-medium text-ink-soft text-xs">{t("list")}</h3>
			<ul className="divide-y divide-line">
				{outgoing.map((one) => (
					<OutgoingRow key={one.key} outgoing={one} onDismiss={() => dismiss(one.key)} />
				))}
				{rows.map((row) => (
					<StoredRow key={row.id} row={row} onChange={refresh} />
				))}
			</ul>
		</section>
	);
}

function OutgoingRow({ outgoing, onDismiss }: { outgoing: Outgoing; onDismiss: () => void }) {
	const t = useTranslations("intake.uploads");
	const errorText = useErrorText();
	const percent = `${Math.floor(outgoing.share * 100)}%`;
	return (
		<li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm">
			<span className="wrap-anywhere min-w-0 flex-1 basis-48 font-medium">{outgoing.name}</span>
			{outgoing.reason ? (
				<span role="alert" className="text-danger text-xs">
					{errorText(outgoing.reason)}
				</span>
			) : (
				<span className="flex min-w-40 flex-1 flex-col gap-1.5">
					<span className="figure text-ink-faint text-xs">{t("sending", { percent })}</span>
					<Progress label={outgoing.name} value={outgoing.share} max={1} valueText={percent} />
				</span>
			)}
			<Button variant="ghost" size="sm" onClick={outgoing.reason ? onDismiss : outgoing.cancel}>
				{t("cancelSend")}
			</Button>
		</li>
	);
}

function StoredRow({ row, onChange }: { row: UploadRow; onChange: () => Promise<void> }) {
	const t = useTranslations("intake.uploads");
	const run = useActionButton();
	const tMapping = useTranslations("mapping.upload");
	const isWaiting = row.state === "UNMAPPED";
	const isActive = row.state === "QUEUED" || row.state === "RUNNING" || isWaiting;
	return (
		<li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm">
			<span className="min-w-0 flex-1 basis-48">
				<span className="wrap-anywhere block font-medium">{row.fileName}</span>
				<span className="block text-ink-faint text-xs">
					<span className="font-mono">{row.sourceCode}</span> · {t(`grains.${row.grain}`)}
					{row.mapping !== null &&
						` · ${row.mapping === "" ? tMapping("mappedUnsaved") : tMapping("mapped", { name: row.mapping })}`}
				</span>
			</span>
			<span className="flex min-w-40 flex-1 flex-col gap-1.5">
				<RowProgress row={row} />
			</span>
			<StatusBadge status={row.state} tones={tones} label={t(`state.${row.state}`)} />
			{row.batchId && (
				<Link
					href={routes.ops.importBatch(row.batchId)}
					className="rounded-sm text-brand-ink underline-offset-4 hover:underline"
				>
					{t("result")}
				</Link>
			)}
			<MapAction row={row} onChange={onChange} />
			{isActive && (
				<ConfirmDialog
					trigger={
						<Button variant="ghost" size="sm">
							{t("cancel")}
						</Button>
					}
					title={t("cancelTitle", { name: row.fileName })}
					description={t("cancelDescription")}
					confirmLabel={t("cancel")}
					onConfirm={async () => {
						await run(cancelFileImport({ id: row.id }), t("cancelled"));
						await onChange();
					}}
				/>
			)}
		</li>
	);
}

/** The way to the file's columns, for one that waits for them or has not been begun. */
function MapAction({ row, onChange }: { row: UploadRow; onChange: () => Promise<void> }) {
	const t = useTranslations("mapping.upload");
	const run = useActionButton();
	if (row.state === "UNMAPPED")
		return (
			<Button asChild size="sm">
				<Link href={routes.ops.importMapping(row.id)}>{t("open")}</Link>
			</Button>
		);
	if (row.state !== "QUEUED" || row.mapping !== null) return null;
	return (
		<Button
			variant="ghost"
			size="sm"
			onClick={async () => {
				await run(holdFileImport({ id: row.id }), t("held"));
				await onChange();
			}}
		>
			{t("hold")}
		</Button>
	);
}

const phases = ["waiting", "reading", "totals", "done"] as const;

function RowProgress({ row }: { row: UploadRow }) {
	const t = useTranslations("intake.uploads");
	const tGmv = useTranslations("gmv");
	const tMapping = useTranslations("mapping.upload");
	if (row.failure) {
		const { code, detail } = readFailure(row.failure);
		return <span className="text-danger text-xs">{tGmv(`failure.${code}`, { detail })}</span>;
	}
	if (row.state === "UNMAPPED") return <span className="text-ink-soft text-xs">{tMapping("waiting")}</span>;
	const seconds = Math.max(0.5, (row.elapsedMs ?? 0) / 1000);
	const phase = phases.find((one) => one === row.phase) ?? "waiting";
	const words = t("progress", {
		read: formatBytes(row.bytesRead),
		size: formatBytes(row.sizeBytes),
		lines: formatCount(row.lines),
		rate: formatCount(Math.round(row.lines / seconds)),
	});
	return (
		<>
			<span className="figure text-ink-faint text-xs">
				{row.state === "RUNNING" && `${t(`phase.${phase}`)} · `}
				{words}
			</span>
			{row.state === "RUNNING" && (
				<Progress label={row.fileName} value={row.bytesRead} max={row.sizeBytes} valueText={words} />
			)}
		</>
	);
}
