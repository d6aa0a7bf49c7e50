"use client";

import { type ReactNode, Suspense, useState } from "react";

/** What a button looks like and is called, whether or not the code behind it has come. */
export type Face = { label?: string; className: string; children: ReactNode };

/**
 * A button whose menu or panel is fetched when somebody reaches for it, and opens when they press: what every page carries
 * and few people open should not cost every page. `opened` is the lazy component that `load` fetches, with `face` as its
 * trigger, open from the first.
 */
export function OnDemand({
	opens,
	load,
	face,
	opened,
}: {
	opens: "menu" | "dialog";
	load: () => Promise<unknown>;
	face: Face;
	opened: ReactNode;
}) {
	const [isWanted, setWanted] = useState(false);
	const fetchAhead = () => void load().catch(() => undefined);
	const closed = (
		<button
			type="button"
			aria-label={face.label}
			aria-haspopup={opens}
			aria-expanded={false}
			className={face.className}
			onPointerEnter={fetchAhead}
			onFocus={fetchAhead}
			onClick={() => setWanted(true)}
		>
			{face.children}
		</button>
	);
	return isWanted ? <Suspense fallback={closed}>{opened}</Suspense> : closed;
}
