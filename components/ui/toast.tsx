"use client";

import { type ComponentType, useEffect, useState } from "react";

const load = () => import("./toaster");

type Raise = Awaited<ReturnType<typeof load>>["raise"];

/** What the mounted toaster gives to those who were waiting for it. */
let give: (raise: Raise) => void = () => {};
const mounted = new Promise<Raise>((resolve) => {
	give = resolve;
});
let summon = () => {};

/** `duration` in milliseconds. */
type Options = { duration?: number; action?: { label: string; onClick: () => void } };

function show(kind: "success" | "error" | "info", text: string, options?: Options): void {
	summon();
	void mounted.then((raise) => raise[kind](text, options));
}

/** Says shortly, at the corner of the page, what became of what somebody did. */
export const toast = {
	success: (text: string, options?: Options) => show("success", text, options),
	error: (text: string, options?: Options) => show("error", text, options),
	info: (text: string, options?: Options) => show("info", text, options),
};

/**
 * Where toasts appear; mounted once in the root layout. Nothing can be said of a page nobody has touched: the code comes with
 * the first touch, so that it is there when the line is not.
 */
export function ToastHost() {
	const [Toaster, setToaster] = useState<ComponentType<{ onMount: (raise: Raise) => void }>>();
	useEffect(() => {
		const listening = new AbortController();
		const mount = ({ default: Loaded }: Awaited<ReturnType<typeof load>>) => {
			listening.abort();
			setToaster(() => Loaded);
		};
		// Without a line nothing comes: the page stays, and the next touch, toast or the line's return asks again.
		summon = () => void load().then(mount, () => undefined);
		for (const call of ["pointerdown", "keydown", "online"])
			addEventListener(call, () => summon(), { signal: listening.signal });
		return () => listening.abort();
	}, []);
	return Toaster ? <Toaster onMount={(raise) => give(raise)} /> : null;
}
