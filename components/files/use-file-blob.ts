"use client";

import { useCallback, useEffect, useState } from "react";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { routes } from "@/lib/platform/routes/routes";

export type FileBlob =
	| { status: "loading" }
	| { status: "ready"; url: string }
	| { status: "failed"; why: "signedOut" | "gone" | "failed" };

/**
 * The bytes of a file as an address of this page's own, under the media type that the server found: a download never
 * opens in the browser by itself, and nothing in it can run.
 */
export function useFileBlob({ id, mediaType }: EvidenceFile): { blob: FileBlob; retry: () => void } {
	const [blob, setBlob] = useState<FileBlob>({ status: "loading" });
	const [attempt, setAttempt] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads the same file again
	useEffect(() => {
		const control = new AbortController();
		let url: string | undefined;
		setBlob({ status: "loading" });
		load(id, mediaType, control.signal).then(
			(loaded) => {
				if (control.signal.aborted) return;
				if (loaded.status === "ready") url = loaded.url;
				setBlob(loaded);
			},
			() => control.signal.aborted || setBlob({ status: "failed", why: "failed" }),
		);
		return () => {
			control.abort();
			if (url) URL.revokeObjectURL(url);
		};
	}, [id, mediaType, attempt]);
	const retry = useCallback(() => setAttempt((count) => count + 1), []);
	return { blob, retry };
}

async function load(id: string, mediaType: string, signal: AbortSignal): Promise<FileBlob> {
	const answer = await fetch(routes.api.file(id), { signal, cache: "no-store" });
	if (answer.status === 401) return { status: "failed", why: "signedOut" };
	if (answer.status === 404) return { status: "failed", why: "gone" };
	if (!answer.ok) return { status: "failed", why: "failed" };
	const bytes = await answer.arrayBuffer();
	return { status: "ready", url: URL.createObjectURL(new Blob([bytes], { type: mediaType })) };
}
