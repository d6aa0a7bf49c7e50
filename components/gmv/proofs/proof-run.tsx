"use client";

import { useCallback, useState, useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import { usePolling } from "@/components/ui/use-polling";
import { readProofRun, runProof } from "@/lib/domains/gmv/actions/proofs";
import { isOpen, type ProofRequestView } from "@/lib/domains/gmv/rules/proof-view";
import { formatDateTime } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import { askedBy, checkName } from "./check-name";

const ASKED_EVERY_MS = 1_000;

/** The proof under way, told as it goes; whoever may, starts one. */
export function ProofRun({ initial, canRun }: { initial: ProofRequestView | null; canRun: boolean }) {
	const t = useTranslations("proofs");
	const errorText = useErrorText();
	const [request, setRequest] = useState(initial);
	const [pending, startTransition] = useTransition();
	const active = request !== null && isOpen(request);
	const canAsk = !active || !request.isAlive;

	const refresh = useCallback(async (): Promise<void> => {
		const outcome = await readProofRun({});
		if (outcome.ok) setRequest(outcome.request);
	}, []);

	// There is a verdict, or the run was given up: what stands below is out of date then.
	usePolling(active, refresh, ASKED_EVERY_MS);

	function run() {
		startTransition(async () => {
			const outcome = await runProof({});
			if (outcome.ok) toast.success(t("asked"));
			else toast.error(errorText(outcome.reason, outcome.params));
			await refresh();
		});
	}

	return (
		<div className="space-y-4">
			{canRun && (
				<div className="flex flex-wrap items-center gap-3">
					<Button onClick={run} pending={pending} disabled={!canAsk}>
						{t("run")}
					</Button>
					<span className="text-ink-faint text-xs">{t("runHint")}</span>
				</div>
			)}
			{active && <Running request={request} />}
			{request?.state === "FAILED" && (
				<Banner tone="warning" role="status" title={t("running.failed")}>
					{t("running.failedHint")}
				</Banner>
			)}
		</div>
	);
}

function Running({ request }: { request: ProofRequestView }) {
	const t = useTranslations("proofs");
	const locale = useLocale() as Locale;
	const { checks, checksDone, current, state, isAlive } = request;
	if (!isAlive)
		return (
			<Banner tone="warning" role="status" title={t("running.lost")}>
				{t("running.lostHint")}
			</Banner>
		);
	const step =
		state === "QUEUED"
			? t("running.queued")
			: current
				? t("running.check", { check: checkName(t, current) })
				: t("running.starting");
	const words = t("running.progress", { done: checksDone, total: checks });
	return (
		<Card>
			<CardHeader
				title={t("running.title")}
				description={t("running.by", {
					who: askedBy(t, request),
					at: formatDateTime(request.startedAt ?? request.askedAt, locale),
				})}
			/>
			<CardBody className="space-y-2">
				<div className="flex flex-wrap justify-between gap-x-4 gap-y-1 text-sm">
					<span aria-live="polite">{step}</span>
					{checks > 0 && <span className="figure text-ink-faint">{words}</span>}
				</div>
				<Progress
					label={t("running.title")}
					value={checksDone}
					max={Math.max(1, checks)}
					valueText={checks > 0 ? words : step}
				/>
			</CardBody>
		</Card>
	);
}
