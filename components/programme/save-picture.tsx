"use client";

import { useState } from "react";

type State = "ready" | "busy" | "failed";

/** Saves a drawn picture as PNG: what draws it is fetched with the picture, when it is asked for. */
export function SavePicture({
	source,
	label,
	busy,
	failed,
}: {
	/** Where the picture is told as shapes; the answer names the file. */
	source: string;
	label: string;
	busy: string;
	failed: string;
}) {
	const [state, setState] = useState<State>("ready");
	async function save() {
		if (state === "busy") return;
		setState("busy");
		try {
			const { savePicture } = await import("./paint-scene");
			await savePicture(source);
			setState("ready");
		} catch {
			setState("failed");
		}
	}
	return (
		<button type="button" className="pg-link" aria-live="polite" aria-busy={state === "busy"} onClick={save}>
			{state === "busy" ? busy : state === "failed" ? failed : label}
		</button>
	);
}
