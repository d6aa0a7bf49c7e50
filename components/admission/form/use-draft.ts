"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { type DraftBackup, DraftKeeper, type KeeperDoors } from "@/components/forms/draft-keeper";
import { readApplicationDraft, saveApplicationDraft } from "@/lib/domains/admission/actions/application";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";

export type DraftToEdit = { id: string; version: number; form: ApplicationDraft; savedAt: Date };

function backupKey(applicationId: string): string {
	return `windmaker.application.${applicationId}`;
}

function doorsOf(applicationId: string): KeeperDoors<ApplicationDraft> {
	return {
		async save(version, form) {
			const outcome = await saveApplicationDraft({ applicationId, version, form });
			if (outcome.ok) return { kind: "saved", version: outcome.version };
			if (outcome.reason === "STALE_VERSION") return { kind: "stale" };
			if (outcome.reason === "UNEXPECTED") throw new Error(outcome.reason);
			return { kind: "refused", reason: outcome.reason };
		},
		async read() {
			const outcome = await readApplicationDraft({ applicationId });
			return outcome.ok ? { version: outcome.version, form: outcome.form } : null;
		},
		keepBackup(backup) {
			try {
				if (backup) window.localStorage.setItem(backupKey(applicationId), JSON.stringify(backup));
				else window.localStorage.removeItem(backupKey(applicationId));
			} catch {
				// A browser without storage, or a full one: the server copy is the one that counts.
			}
		},
		now: () => new Date(),
	};
}

function readBackup(applicationId: string): DraftBackup<ApplicationDraft> | null {
	try {
		const text = window.localStorage.getItem(backupKey(applicationId));
		return text ? (JSON.parse(text) as DraftBackup<ApplicationDraft>) : null;
	} catch {
		return null;
	}
}

/** The draft under edit: saved by itself, merged with other windows, kept on this device while the line is down. */
export function useDraft(application: DraftToEdit) {
	const { id, version, form, savedAt } = application;
	const [keeper] = useState(() => new DraftKeeper({ version, form }, savedAt, doorsOf(id)));
	const state = useSyncExternalStore(keeper.subscribe, keeper.read, keeper.read);
	useEffect(() => {
		const backup = readBackup(id);
		if (backup) keeper.restore(backup);
		const flush = () => void keeper.flush();
		// Coming back from another tab may mean having signed in again there.
		const isSignedOut = () => keeper.read().reason === "SIGNED_OUT" && keeper.read().status === "refused";
		const flushWhenHidden = () => {
			if (document.visibilityState === "hidden") flush();
			else if (isSignedOut()) void keeper.resume();
		};
		const warn = (event: BeforeUnloadEvent) => {
			if (keeper.read().status !== "saved") event.preventDefault();
		};
		window.addEventListener("online", flush);
		window.addEventListener("beforeunload", warn);
		document.addEventListener("visibilitychange", flushWhenHidden);
		return () => {
			void keeper.flush();
			window.removeEventListener("online", flush);
			window.removeEventListener("beforeunload", warn);
			document.removeEventListener("visibilitychange", flushWhenHidden);
		};
	}, [id, keeper]);
	return { state, keeper };
}
