"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Answer } from "@/lib/domains/certification/types/exams";
import type { OpenPaper, ShownQuestion } from "@/lib/domains/certification/types/sittings";
import { AnswerKeeper, isStillNewest, type KeeperState, type Pending } from "./answer-keeper";
import { keepWaiting, readWaiting, sendAnswer } from "./device";

export type Given = { answer: Answer | null; isFlagged: boolean; revision: number };

/** The candidate's answers as this page has them, and how far the server is. */
export function useAnswers(paper: OpenPaper, deviceKey: string, onClosed: (reason: string) => void) {
	const { sittingId, questions, takeovers } = paper;
	const [given, setGiven] = useState(() => new Map(questions.map((one) => [one.position, startOf(one)])));
	const closed = useRef(onClosed);
	closed.current = onClosed;
	const bases = useRef(new Map(questions.map(({ position, revision }) => [position, revision])));
	/** Questions of which a later answer of another device stands. */
	const [superseded, setSuperseded] = useState<readonly number[]>([]);
	const [keeper] = useState(
		() =>
			new AnswerKeeper(
				{
					send: async (pending) => {
						const outcome = await sendAnswer(sittingId, deviceKey, pending);
						if (outcome.kind === "saved") bases.current.set(pending.position, outcome.revision);
						return outcome;
					},
					keep: (waiting) =>
						keepWaiting(
							sittingId,
							waiting.map((one) => ({ ...one, takeovers, base: bases.current.get(one.position) ?? 0 })),
						),
				},
				lastSaved(questions),
			),
	);
	const state: KeeperState = useSyncExternalStore(keeper.subscribe, keeper.read, keeper.read);
	// What an earlier visit could not bring goes first, unless another device has answered since.
	useEffect(() => {
		const late: number[] = [];
		for (const { base, takeovers: then, ...pending } of readWaiting(sittingId)) {
			const { position } = pending;
			const known = questions.find((one) => one.position === position);
			if (!known) continue;
			if (isStillNewest({ ...pending, base, takeovers: then }, { revision: known.revision, takeovers })) {
				setGiven((before) => new Map(before).set(position, toGiven(pending)));
				keeper.put(pending);
			} else if (then !== takeovers) late.push(position);
		}
		setSuperseded(late);
		if (keeper.read().waiting.length === 0) keepWaiting(sittingId, []);
	}, [keeper, sittingId, questions, takeovers]);
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
	return { given, change, keeper, state, superseded };
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
