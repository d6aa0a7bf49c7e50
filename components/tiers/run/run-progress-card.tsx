"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { readEvaluationProgress } from "@/lib/domains/tiers/actions";
import type { RunProgress } from "@/lib/domains/tiers/types";
import { formatCount } from "@/lib/platform/format";

const ASKED_EVERY_MS = 1_000;

/** The computing of a run, told as it goes; the page shows the draft as soon as there is one. */
export function RunProgressCard({ initial }: { initial: RunProgress }) {
	const t = useTranslations("lifecycle");
	const router = useRouter();
	const [progress, setProgress] = useState(initial);
	const { runId } = initial;
	const isComputing = progress.status === "COMPUTING";

	useEffect(() => {
		if (!isComputing) return router.refresh();
		const timer = setInterval(async () => {
			const outcome = await readEvaluationProgress({ runId });
			if (outcome.ok) setProgress(outcome.progress);
		}, ASKED_EVERY_MS);
		return () => clearInterval(timer);
	}, [isComputing, runId, router]);

	if (!progress.isAlive) {
		return (
			<Banner tone="warning" role="status">
				{t("lost")}
			</Banner>
		);
	}
	const { stage, done, total } = progress;
	const words = t("progress", {
		stage: t(`stage.${stage ?? "waiting"}`),
		done: formatCount(done),
		total: formatCount(total),
	});
	return (
		<Card>
			<CardBody className="space-y-2 pt-5">
				<p aria-live="polite" className="text-sm">
					{stage === null || stage === "facts" ? t(`stage.${stage ?? "waiting"}`) : words}
				</p>
				<Progress label={t("label")} value={done} max={Math.max(1, total)} valueText={words} />
				{stage === null && <p className="text-ink-faint text-xs">{t("waitingHint")}</p>}
			</CardBody>
		</Card>
	);
}
