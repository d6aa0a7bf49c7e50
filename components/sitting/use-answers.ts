"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Answer } from "@/lib/domains/certification/types/exams";
import type { OpenPaper, ShownQuestion } from "@/lib/domains/certification/types/sittings";
import { AnswerKeeper, type KeeperState, type Pending } from "./answer-keeper";
import { keepWaiting, readWaiting, sendAnswer } from "./device";

export type Given = { answer: Answer | null; isFlagged: boolean; revision: number };

/** The candidate's answers as this page has them, and how far the server is. */
export function useAnswers(paper: OpenPaper, deviceKey: string, onClosed: (reason: string) => void) {
	const { sittingId, questions } = paper;
	const [given, setGiven] = useState(() => new Map(questions.map((one) => [one.position, startOf(one)])));
	const closed = useRef(onClosed);
	closed.current = onClosed;
	const [keeper] = useState(
		() =>
			new AnswerKeeper(
				{
					send: (pending) => sendAnswer(sittingId, deviceKey, pending),
					keep: (waiting) => keepWaiting(sittingId, waiting),
				},
				lastSaved(questions),
			),
	);
	const state: KeeperState = useSyncExternalStore(keeper.subscribe, keeper.read, keeper.read);
	// What an earlier visit could not bring goes first, unless another device has answered since.
	useEffect(() => {
		for (const pending of readWaiting(sittingId)) {
			const known = questions.find(({ position }) => position === pending.position);
			if (!known || known.revision >= pending.revision) continue;
			setGiven((before) => new Map(before).set(pending.position, toGiven(pending)));
			keeper.put(pending);
		}
	}, [keeper, sittingId, questions]);
	useEffect(() => {
		const online = () => void keeper.flush();
		window.addEventListener("online", online);
		return () => window.removeEventListener("online", online);
	}, [keeper]);
	useEffect(() => {
		if (state.status === "closed" && state.reason) closed.current(state.reason);
	}, [state]);
	const current = useRef(given);
	current.current = given;
	function change(position: number, next: Partial<Omit<Given, "revision">>) {
		const before = current.current.get(position) ?? { answer: null, isFlagged: false, revision: 0 };
		const after = { ...before, ...next, revision: before.revision + 1 };
		current.current = new Map(current.current).set(position, after);
		setGiven(current.current);
		keeper.put({ position, ...after });
	}
	return { given, change, keeper, state };
}

const startOf = ({ answer, isFlagged, revision }: ShownQuestion): Given => ({ answer, isFlagged, revision });
const toGiven = ({ answer, isFlagged, revision }: Pending): Given => ({ answer, isFlagged, revision });

function lastSaved(questions: readonly ShownQuestion[]): Date | null {
	const times = questions.flatMap(({ savedAt }) => (savedAt ? [new Date(savedAt).getTime()] : []));
	return times.length > 0 ? new Date(Math.max(...times)) : null;
}

/** Whether every part has an answer. */
export function isAnswered(question: ShownQuestion, answer: Answer | null): boolean {
	return question.parts.every((_, at) => (answer?.[at]?.length ?? 0) > 0);
}
