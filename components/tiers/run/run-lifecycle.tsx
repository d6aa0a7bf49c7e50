import Link from "next/link";
import { ClientMessages } from "@/components/shell/client-messages";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody } from "@/components/ui/card";
import { Stepper, type StepState } from "@/components/ui/stepper";
import { NOTICE_DAYS } from "@/lib/domains/tiers/constants";
import { readCause } from "@/lib/domains/tiers/rules/amendment";
import type { RunHead, RunState } from "@/lib/domains/tiers/types";
import { formatCount, formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { addDays } from "@/lib/platform/time";
import { RunActions } from "./run-actions";
import { RunProgressCard } from "./run-progress-card";

const stepIds = ["computing", "draft", "notice", "final"] as const;
const reached = { COMPUTING: 0, DRAFT: 1, NOTICE: 2, FINAL: 4 } as const;

/** Where a run stands between its start and being final, what it waits for, and what the lead can do now. */
export async function RunLifecycle({ state }: { state: RunState }) {
	const { run, progress, canRun } = state;
	const stages = (
		<>
			{run.correctsRunId && <Corrects run={run} correctsRunId={run.correctsRunId} />}
			{run.status === "COMPUTING" && progress && <RunProgressCard initial={progress} />}
			{(run.status === "DRAFT" || run.status === "NOTICE") && <Steps state={state} />}
			{(run.status === "DISCARDED" || run.status === "FAILED") && <Ended run={run} />}
			{run.status === "COMPUTING" && canRun && <RunActions runId={run.runId} discard />}
		</>
	);
	const isOpen = run.status === "COMPUTING" || run.status === "DRAFT" || run.status === "NOTICE";
	if (!isOpen || !(canRun || progress)) return stages;
	return <ClientMessages namespaces={["lifecycle", "errors"]}>{stages}</ClientMessages>;
}

async function Steps({ state }: { state: RunState }) {
	const [t, tTiers, locale] = await Promise.all([
		getTranslations("lifecycle"),
		getTranslations("tiers"),
		getLocale(),
	]);
	const { run, blocks, canRun, today } = state;
	const isOver = run.noticeUntil !== null && run.noticeUntil < today;
	const until = addDays(today, NOTICE_DAYS);
	const partners = formatCount(run.partnerCount);
	const at = run.status === "DRAFT" ? null : run.noticeAt;
	const words = {
		title:
			run.status === "DRAFT"
				? t("draftTitle")
				: isOver
					? t("overTitle")
					: t("noticeTitle", { until: formatDate(run.noticeUntil ?? today, locale) }),
		hint: isOver
			? t("overHint")
			: at
				? t("noticeHint", { by: run.noticeBy ?? tTiers("runs.system"), at: formatDateTime(at, locale) })
				: t("draftHint", { days: NOTICE_DAYS }),
	};
	return (
		<Card>
			<CardBody className="space-y-5 pt-5">
				<Stepper label={t("label")} steps={await stepsOf(run)} stateLabels={await stateLabels()} />
				<div className="flex flex-wrap items-start justify-between gap-4 border-t pt-4">
					<div className="max-w-prose space-y-1">
						<h2 className="font-semibold">{words.title}</h2>
						<p className="text-ink-soft text-sm">{words.hint}</p>
						{blocks.appeals + blocks.overrides > 0 && (
							<p className="font-medium text-sm text-warning-ink">
								{t("blocks", blocks)}{" "}
								{blocks.appeals > 0 && (
									<Link className="underline underline-offset-4" href={routes.ops.tierAppeals()}>
										{t("blocksLink")}
									</Link>
								)}
							</p>
						)}
					</div>
					{canRun && (
						<RunActions
							runId={run.runId}
							discard
							wasShown={run.status === "NOTICE"}
							notice={run.status === "DRAFT" ? { partners, until: formatDate(until, locale) } : undefined}
							finalise={isOver ? { partners } : undefined}
						/>
					)}
				</div>
			</CardBody>
		</Card>
	);
}

async function stepsOf(run: RunHead) {
	const t = await getTranslations("lifecycle");
	const at = run.status === "DISCARDED" || run.status === "FAILED" ? 0 : reached[run.status];
	return stepIds.map((id, index) => {
		const state: StepState = index < at ? "done" : index === at ? "current" : "todo";
		return { id, label: t(`steps.${id}`), state };
	});
}

async function stateLabels(): Promise<Record<StepState, string>> {
	const t = await getTranslations("lifecycle");
	return {
		done: t("state.done"),
		current: t("state.current"),
		todo: t("state.todo"),
		error: t("state.error"),
	};
}

async function Corrects({ run, correctsRunId }: { run: RunHead; correctsRunId: string }) {
	const [t, tCause] = await Promise.all([getTranslations("lifecycle"), getTranslations("overrides")]);
	const cause = readCause(run.reason ?? "");
	const reason = cause ? tCause(`cause.${cause.kind}`, { reference: cause.reference }) : run.reason;
	return (
		<Banner
			title={t("corrects")}
			actions={
				<Link className="underline underline-offset-4" href={routes.ops.evaluation(correctsRunId)}>
					{t("correctsLink")}
				</Link>
			}
		>
			{reason && t("correctsHint", { reason })}
		</Banner>
	);
}

async function Ended({ run }: { run: RunHead }) {
	const [t, tErrors, locale] = await Promise.all([
		getTranslations("lifecycle"),
		getTranslations("errors"),
		getLocale(),
	]);
	const at = run.endedAt ? formatDateTime(run.endedAt, locale) : "";
	const isFailed = run.status === "FAILED";
	const title = isFailed ? t("failedTitle") : t("discardedTitle");
	const failure = run.failure as Parameters<typeof tErrors>[0] | null;
	return (
		<Banner tone={isFailed ? "danger" : "warning"} title={`${title} · ${at}`}>
			{failure && tErrors.has(failure) ? tErrors(failure) : run.reason}
		</Banner>
	);
}
