"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { handInExam } from "@/lib/domains/certification/actions/sitting";
import type { OpenPaper } from "@/lib/domains/certification/types/sittings";
import { noteVisibility } from "./device";
import { HandIn } from "./hand-in";
import { Overview } from "./overview";
import { PaperBar } from "./paper-bar";
import { QuestionView } from "./question-view";
import { toggleChoice } from "./toggle-choice";
import { isAnswered, useAnswers } from "./use-answers";
import { useCountdown } from "./use-countdown";
import { useExamKeys } from "./use-exam-keys";

type Props = {
	paper: OpenPaper;
	deviceKey: string;
	openedAtMs: number;
	/** The exam goes on elsewhere, or is over. */
	onClosed: (reason: string) => void;
};

/** One question at a time, the overview beside it, the clock and the state of saving above. */
export function RunningPaper({ paper, deviceKey, openedAtMs, onClosed }: Props) {
	const t = useTranslations("sitting");
	const errorText = useErrorText();
	const { given, change, keeper, state, superseded } = useAnswers(paper, deviceKey, onClosed);
	const left = useCountdown(paper, openedAtMs);
	const [at, setAt] = useState(0);
	const [part, setPart] = useState(0);
	const [failure, setFailure] = useState<string | null>(null);
	const question = paper.questions[at];
	const now = question && given.get(question.position);
	const isOver = left === 0;
	const handing = useRef(false);

	async function handIn() {
		if (handing.current) return;
		handing.current = true;
		setFailure(null);
		const isWhole = await keeper.flush();
		// In time, nothing is handed in that has not arrived; after it the server ends it whatever is missing.
		const outcome =
			isWhole || isOver
				? await handInExam({ sittingId: paper.sittingId, deviceKey }).catch(() => null)
				: null;
		handing.current = false;
		if (outcome?.ok) return onClosed("ENDED");
		if (outcome) return setFailure(errorText(outcome.reason, outcome.params));
		setFailure(t(isOver ? "room.timeUpOffline" : "room.notAllSaved"));
	}
	// biome-ignore lint/correctness/useExhaustiveDependencies: the end of the time hands in, and asks again until it is heard
	useEffect(() => {
		if (!isOver) return;
		void handIn();
		const timer = setInterval(() => void handIn(), 4_000);
		return () => clearInterval(timer);
	}, [isOver]);
	const isWhole = state.waiting.length === 0;
	useEffect(() => {
		if (isWhole) setFailure(null);
	}, [isWhole]);
	useVisibilityNotes(paper.sittingId, deviceKey);
	useLeaveWarning(state.waiting.length > 0);

	function turn(by: number) {
		setAt((before) => Math.min(paper.questions.length - 1, Math.max(0, before + by)));
		setPart(0);
	}
	function choose(option: number) {
		const asked = question?.parts[part];
		if (!question || !asked || option >= asked.options.length || asked.kind === "ordering") return;
		change(question.position, { answer: toggleChoice(question, now?.answer ?? null, { part, option }) });
	}
	useExamKeys(
		{
			turn,
			choose,
			flag: () => question && change(question.position, { isFlagged: !now?.isFlagged }),
		},
		!isOver,
	);
	if (!question || !now) return null;
	const open = paper.questions.filter(
		(one) => !isAnswered(one, given.get(one.position)?.answer ?? null),
	).length;
	const flagged = paper.questions.filter((one) => given.get(one.position)?.isFlagged).length;
	return (
		<div className="space-y-4">
			<PaperBar left={left} state={state}>
				<HandIn
					open={open}
					flagged={flagged}
					waiting={state.waiting.length}
					disabled={isOver}
					onConfirm={handIn}
				/>
			</PaperBar>
			{failure && (
				<Banner tone="danger" role="alert">
					{failure}
				</Banner>
			)}
			{superseded.length > 0 && (
				<Banner tone="warning" role="status">
					{t("room.superseded", { numbers: superseded.join(", ") })}
				</Banner>
			)}
			{isOver && !failure && (
				<Banner tone="info" role="alert" title={t("room.timeUp")}>
					{t("room.timeUpHint")}
				</Banner>
			)}
			<div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
				<QuestionView
					key={question.position}
					question={question}
					total={paper.questions.length}
					given={now}
					disabled={isOver}
					onPart={setPart}
					onChange={(next) => change(question.position, next)}
					onTurn={turn}
				/>
				<Overview questions={paper.questions} given={given} at={at} onGo={(index) => turn(index - at)} />
			</div>
		</div>
	);
}

function useVisibilityNotes(sittingId: string, deviceKey: string): void {
	useEffect(() => {
		const note = () =>
			noteVisibility(sittingId, deviceKey, document.visibilityState === "hidden" ? "LEFT" : "BACK");
		document.addEventListener("visibilitychange", note);
		return () => document.removeEventListener("visibilitychange", note);
	}, [sittingId, deviceKey]);
}

function useLeaveWarning(isWaiting: boolean): void {
	useEffect(() => {
		if (!isWaiting) return;
		const warn = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener("beforeunload", warn);
		return () => window.removeEventListener("beforeunload", warn);
	}, [isWaiting]);
}
