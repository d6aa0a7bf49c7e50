"use client";

import { useCallback, useState } from "react";
import { usePolling } from "@/components/ui/use-polling";
import { readUploads } from "@/lib/domains/intake/actions";
import type { UploadRow } from "@/lib/domains/intake/types";
import { type Destination, sendUpload } from "./send-upload";

const ASKED_EVERY_MS = 1_500;

export type Outgoing = {
	key: string;
	name: string;
	share: number;
	reason: string | null;
	cancel: () => void;
};

const isActive = (row: UploadRow) => row.state === "QUEUED" || row.state === "RUNNING";

/** Files on their way to the server, one after the other's start, and what became of those that arrived. */
export function useUploads(initial: readonly UploadRow[]) {
	const [rows, setRows] = useState(initial);
	const [outgoing, setOutgoing] = useState<readonly Outgoing[]>([]);
	const active = rows.some(isActive);

	const refresh = useCallback(async (): Promise<void> => {
		const outcome = await readUploads({});
		if (outcome.ok) setRows(outcome.uploads);
	}, []);

	// Something has been imported, or was given up: the batches below are out of date then.
	usePolling(active, refresh, ASKED_EVERY_MS);

	function change(key: string, part: Partial<Outgoing>): void {
		setOutgoing((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
	}

	function dismiss(key: string): void {
		setOutgoing((all) => all.filter((one) => one.key !== key));
	}

	/** @returns the upload's id; nothing where the file did not arrive */
	async function send(file: File, to: Destination): Promise<string | undefined> {
		const key = crypto.randomUUID();
		const { done, cancel } = sendUpload(file, to, (share) => change(key, { share }));
		setOutgoing((all) => [...all, { key, name: file.name, share: 0, reason: null, cancel }]);
		const sent = await done;
		if (!sent.ok && sent.reason !== "CANCELLED") {
			change(key, { reason: sent.reason });
			return;
		}
		dismiss(key);
		await refresh();
		return sent.ok ? sent.id : undefined;
	}

	return { rows, outgoing, send, dismiss, refresh };
}
