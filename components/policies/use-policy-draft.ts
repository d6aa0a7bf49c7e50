"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { type DraftBackup, DraftKeeper, type KeeperDoors } from "@/components/forms/draft-keeper";
import type { Outcome } from "@/lib/platform/errors/errors";

export type DraftToEdit<Form> = {
	draftId: string;
	version: number;
	form: Form;
	savedAt: Date;
};

/** How a kind of policy saves its draft, and reads it again when somebody else was faster. */
export type DraftDoors = {
	save: (version: number, form: unknown) => Promise<Outcome<{ version: number }>>;
	read: () => Promise<Outcome<{ version: number; form: unknown }>>;
};

function doorsOf<Form>(draftId: string, doors: DraftDoors): KeeperDoors<Form> {
	const key = `windmaker.policy-draft.${draftId}`;
	return {
		async save(version, form) {
			const outcome = await doors.save(version, form);
			if (outcome.ok) return { kind: "saved", version: outcome.version };
			if (outcome.reason === "STALE_VERSION") return { kind: "stale" };
			if (outcome.reason === "UNEXPECTED") throw new Error(outcome.reason);
			return { kind: "refused", reason: outcome.reason };
		},
		async read() {
			const outcome = await doors.read();
			return outcome.ok ? { version: outcome.version, form: outcome.form as Form } : null;
		},
		keepBackup(backup) {
			try {
				if (backup) window.localStorage.setItem(key, JSON.stringify(backup));
				else window.localStorage.removeItem(key);
			} catch {
				// A browser without storage, or a full one: the server copy is the one that counts.
			}
		},
		now: () => new Date(),
	};
}

function readBackup<Form>(draftId: string): DraftBackup<Form> | null {
	try {
		const text = window.localStorage.getItem(`windmaker.policy-draft.${draftId}`);
		return text ? (JSON.parse(text) as DraftBackup<Form>) : null;
	} catch {
		return null;
	}
}

/** A draft of the rules under edit: saved by itself, merged with other windows, kept on this device while the line is down. */
export function usePolicyDraft<Form>(
	{ draftId, version, form, savedAt }: DraftToEdit<Form>,
	doors: DraftDoors,
) {
	const [keeper] = useState(
		() => new DraftKeeper<Form>({ version, form }, savedAt, doorsOf<Form>(draftId, doors)),
	);
	const state = useSyncExternalStore(keeper.subscribe, keeper.read, keeper.read);
	useEffect(() => {
		const backup = readBackup<Form>(draftId);
		if (backup) keeper.restore(backup);
		const flush = () => void keeper.flush();
		const warn = (event: BeforeUnloadEvent) => {
			if (keeper.read().status !== "saved") event.preventDefault();
		};
		window.addEventListener("online", flush);
		window.addEventListener("beforeunload", warn);
		return () => {
			void keeper.flush();
			window.removeEventListener("online", flush);
			window.removeEventListener("beforeunload", warn);
		};
	}, [draftId, keeper]);
	return { state, keeper };
}
