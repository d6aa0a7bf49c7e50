"use client";

import { useCallback, useEffect, useState } from "react";
import { readRehearsal } from "@/lib/domains/intake/actions/mappings";
import type { RehearsalRow } from "@/lib/domains/intake/types";

const ASKED_EVERY_MS = 1_000;

/** The dry run of an upload, asked for again while it is under way; it outlives the page. */
export function useRehearsal(uploadId: string, initial: RehearsalRow | null) {
	const [rehearsal, setRehearsal] = useState(initial);
	const isActive = rehearsal?.state === "QUEUED" || rehearsal?.state === "RUNNING";
	const refresh = useCallback(async (): Promise<void> => {
		const outcome = await readRehearsal({ id: uploadId });
		if (outcome.ok) setRehearsal(outcome.rehearsal);
	}, [uploadId]);
	useEffect(() => {
		if (!isActive) return;
		const timer = setInterval(refresh, ASKED_EVERY_MS);
		return () => clearInterval(timer);
	}, [isActive, refresh]);
	return { rehearsal, isActive, refresh };
}
