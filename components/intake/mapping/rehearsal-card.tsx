"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { StatusBadge } from "@/components/ui/status-badge";
import { toast } from "@/components/ui/toast";
import { readFailure } from "@/lib/domains/gmv/rules/read-failure";
import { isSameMapping } from "@/lib/domains/gmv/rules/same-mapping";
import { cancelMappingRehearsal, rehearseMapping } from "@/lib/domains/intake/actions/mappings";
import type { RehearsalRow, UploadRow } from "@/lib/domains/intake/types";
import { formatBytes, formatCount } from "@/lib/platform/format";
import { RehearsalFigures } from "./rehearsal-figures";
import type { MappingState } from "./use-mapping";
import type { useRehearsal } from "./use-rehearsal";

const tones = {
	QUEUED: "neutral",
	RUNNING: "brand",
	DONE: "success",
	FAILED: "danger",
	CANCELLED: "neutral",
	UNMAPPED: "neutral",
} as const;

/** Whether a dry run was made of the mapping as it stands. */
export function isOfMapping(rehearsal: RehearsalRow | null, { mapping }: MappingState): boolean {
	if (!rehearsal) return false;
	const { grain, definition } = rehearsal;
	return isSameMapping({ grain, definition }, mapping);
}

type Props = { upload: UploadRow; state: MappingState; run: ReturnType<typeof useRehearsal> };

/** The whole file through the import, taken back at the end. */
export function RehearsalCard({ upload, state, run }: Props) {
	const t = useTranslations("mapping");
	const errorText = useErrorText();
	const act = useActionButton();
	const [pending, startTransition] = useTransition();
	const { rehearsal, isActive, refresh } = run;
	function start(): void {
		if (!state.check()) {
			toast.error(t("import.fix"));
			return;
		}
		startTransition(async () => {
			const outcome = await rehearseMapping({ uploadId: upload.id, mapping: state.mapping });
			if (!outcome.ok) toast.error(errorText(outcome.reason, outcome.params));
			await refresh();
		});
	}
	return (
		<Card className="overflow-hidden">
			<CardHeader
				title={t("rehearsal.title")}
				description={t("rehearsal.description")}
				actions={
					isActive ? (
						<Button
							variant="secondary"
							onClick={async () => {
								if (rehearsal)
									await act(cancelMappingRehearsal({ id: rehearsal.id }), t("rehearsal.cancelled"));
								await refresh();
							}}
						>
							{t("rehearsal.cancel")}
						</Button>
					) : (
						<Button variant={rehearsal ? "secondary" : "soft"} pending={pending} onClick={start}>
							{t(rehearsal ? "rehearsal.again" : "rehearsal.start")}
						</Button>
					)
				}
			/>
			{rehearsal && (
				<CardBody className="flex flex-col gap-4" aria-live="polite">
					<RehearsalState rehearsal={rehearsal} upload={upload} />
					{!isActive && !isOfMapping(rehearsal, state) && (
						<Banner tone="warning">{t("rehearsal.stale")}</Banner>
					)}
				</CardBody>
			)}
			{rehearsal?.result && <RehearsalFigures rehearsal={rehearsal} result={rehearsal.result} />}
		</Card>
	);
}

function RehearsalState({ rehearsal, upload }: { rehearsal: RehearsalRow; upload: UploadRow }) {
	const t = useTranslations("mapping.rehearsal");
	const tGmv = useTranslations("gmv");
	const { state, lines, bytesRead, failure } = rehearsal;
	if (failure) {
		const { code, detail } = readFailure(failure);
		return (
			<Banner tone="danger" title={t("failed")}>
				{failure === "FILE_MISSING" ? t("fileMissing") : tGmv(`failure.${code}`, { detail })}
			</Banner>
		);
	}
	if (state === "DONE") return null;
	const words = t("progress", {
		lines: formatCount(lines),
		read: formatBytes(bytesRead),
		size: formatBytes(upload.sizeBytes),
	});
	return (
		<div className="flex flex-wrap items-center gap-3">
			<StatusBadge status={state} tones={tones} label={t(`state.${state}`)} />
			{state === "RUNNING" && (
				<span className="flex min-w-48 flex-1 flex-col gap-1.5">
					<span className="figure text-ink-faint text-xs">{words}</span>
					<Progress label={t("title")} value={bytesRead} max={upload.sizeBytes} valueText={words} />
				</span>
			)}
		</div>
	);
}
