"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { newKey } from "@/components/forms/new-key";
import { movePlaybookItem } from "@/lib/domains/playbook/actions/items";
import { moves } from "@/lib/domains/playbook/policy";
import type { ItemState } from "@/lib/domains/playbook/types/template";
import type { Refusal } from "@/lib/platform/errors/errors";
import { dropTick, type KeptTick, keepTick, readTicks } from "./tick-queue";

export type Mark = {
	/** The version the page showed at the press: a newer one from the server replaces the mark. */
	version: number;
	state: ItemState;
	title: string;
	phase: "sending" | "kept" | "signed-out" | "settled" | "refused";
	refusal?: Refusal;
};

const RETRY_MS = 15_000;

/**
 * Presses are shown at once, kept on the device until the server has answered, sent again when the line is back, and
 * taken back with the reason where the server says no.
 */
export function useTicks(userId: string) {
	const [marks, setMarks] = useState<Readonly<Record<string, Mark>>>({});
	const running = useRef(new Set<string>());

	const send = useCallback(
		async (tick: KeptTick) => {
			if (running.current.has(tick.key)) return;
			running.current.add(tick.key);
			const { title, ...request } = tick;
			const base = { version: tick.version, state: moves[tick.move].to, title };
			const mark = (more: Pick<Mark, "phase" | "refusal">) =>
				setMarks((all) => ({ ...all, [tick.itemId]: { ...base, ...more } }));
			mark({ phase: "sending" });
			try {
				if (!navigator.onLine) throw new Error("offline");
				const outcome = await movePlaybookItem(request);
				if (!outcome.ok && outcome.reason === "SIGNED_OUT") mark({ phase: "signed-out" });
				else {
					dropTick(userId, tick.key);
					mark(outcome.ok ? { phase: "settled" } : { phase: "refused", refusal: outcome });
				}
			} catch {
				mark({ phase: "kept" });
			} finally {
				running.current.delete(tick.key);
			}
		},
		[userId],
	);

	useEffect(() => {
		const flush = () => {
			for (const tick of readTicks(userId)) void send(tick);
		};
		flush();
		window.addEventListener("online", flush);
		const timer = setInterval(flush, RETRY_MS);
		return () => {
			window.removeEventListener("online", flush);
			clearInterval(timer);
		};
	}, [userId, send]);

	return {
		marks,
		press(tick: Omit<KeptTick, "key">) {
			const kept = { ...tick, key: newKey() };
			keepTick(userId, kept);
			void send(kept);
		},
		dismiss: (itemId: string) => setMarks(({ [itemId]: _, ...rest }) => rest),
	};
}
